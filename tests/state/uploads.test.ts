import { expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Uploader } from '$lib/domain/mutations/upload';
import { ActivityLog } from '$lib/state/activity-log.svelte';
import { Uploads } from '$lib/state/drafts.svelte';
import { makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';

const chat = makeChat({ title: 'Lunch' });
const file = new File(['1234'], 'menu.pdf', { type: 'application/pdf' });
const uploaded = { uploadID: 'u1' };

function makeUploads(upload: Uploader['upload'], blockedReason: string | null = null) {
	const activity = new ActivityLog();
	const chats = { get: () => chat };
	return {
		activity,
		uploads: new Uploads({
			source: { upload },
			chats,
			activity,
			blockedReason: () => blockedReason,
			now: () => 5
		})
	};
}

test('an upload is logged by name, type and size, and cannot be undone', async () => {
	const { activity, uploads } = makeUploads(async () => ({ uploaded, status: 200, json: '{}' }));
	expect(await uploads.send(chat.id, file, never)).toEqual(uploaded);
	expect(activity.entries).toMatchObject([
		{
			at: 5,
			mutation: {
				kind: 'upload',
				chatID: chat.id,
				fileName: 'menu.pdf',
				mimeType: 'application/pdf',
				fileSize: 4
			},
			before: chat,
			status: 200,
			answer: '{}',
			outcome: { kind: 'done' },
			undo: []
		}
	]);
});

test.for([
	['refused', new SourceError('invalid', { status: 400, says: 'No' }), 'failed', 'No'],
	['unanswered', new SourceError('unreachable'), 'unknown', ''],
	['a bug', new RangeError('bug'), 'unknown', '']
] as const)('an upload that is %s is logged as that', async ([, error, kind, answer]) => {
	const { activity, uploads } = makeUploads(() => Promise.reject(error));
	await expect(uploads.send(chat.id, file, never)).rejects.toBe(error);
	expect(activity.entries).toMatchObject([{ outcome: { kind }, answer }]);
});

test('nothing is uploaded where nothing may be changed', async () => {
	const { activity, uploads } = makeUploads(() => Promise.reject(new RangeError('sent')), 'Off');
	await expect(uploads.send(chat.id, file, never)).rejects.toMatchObject({ failure: 'scope' });
	expect(activity.entries).toEqual([]);
});
