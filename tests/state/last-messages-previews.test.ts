import { expect, test } from 'vitest';
import type { ChatID } from '$lib/domain/chat/chat';
import { findPreview } from '$lib/domain/chat/message-list';
import type { MessagePage } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { Inbox } from '$lib/state/inbox.svelte';
import { Previews } from '$lib/state/last-messages';
import { makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { makeMessage } from '../fixtures/messages';
import { makeSource, page } from '../fixtures/source';

const IDS = ['ann', 'ben', 'cem', 'dan', 'eve'];

/** An inbox of chats without previews, and a source that returns them. */
async function looking(answer: (id: ChatID) => Promise<MessagePage> | MessagePage) {
	const inbox = new Inbox();
	const chats = IDS.map((id) => makeChat({ id }));
	await inbox.load(makeSource({ chats: [{ ...page(chats), lacksPreviews: true }] }));
	const asked: ChatID[] = [];
	let [underWay, most] = [0, 0];
	async function messages(id: ChatID) {
		asked.push(id);
		most = Math.max(most, ++underWay);
		try {
			return await answer(id);
		} finally {
			underWay -= 1;
		}
	}
	const previews = new Previews(inbox.store, () => ({ messages }));
	function getPreviewText(id: ChatID) {
		return inbox.store.get(id)?.preview?.text;
	}
	return { inbox, previews, asked, most: () => most, getPreviewText };
}

function saying(text: string): MessagePage {
	const older = makeMessage({ id: 'm1', sortKey: '9', text: 'Older' });
	return page([makeMessage({ id: 'm2', sortKey: '10', text }), older]);
}

test('the newest message of each visible chat is read once, two at a time', async () => {
	const { previews, asked, most, getPreviewText } = await looking(async (id) => saying(`Hi ${id}`));
	await previews.load(['ann', 'ben', 'cem'], never);
	await previews.load(['ann', 'ben', 'cem'], never);
	expect(asked).toEqual(['ann', 'ben', 'cem']);
	expect(most()).toBe(2);
	expect(['ann', 'cem', 'dan'].map(getPreviewText)).toEqual(['Hi ann', 'Hi cem', undefined]);
});

test('what is scrolled away before its turn is not read', async () => {
	const open: (() => void)[] = [];
	const { previews, asked } = await looking(
		(id) => new Promise((resolve) => open.push(() => resolve(saying(id))))
	);
	const first = previews.load(IDS.slice(0, 4), never);
	const second = previews.load(['eve'], never);
	while (open.length > 0) {
		open.shift()?.();
		await new Promise((resolve) => setImmediate(resolve));
	}
	await Promise.all([first, second]);
	expect(asked).toEqual(['ann', 'ben', 'eve']);
});

test('a chat without messages is not asked again', async () => {
	const { previews, asked } = await looking(() => page([]));
	await previews.load(['ann'], never);
	await previews.load(['ann'], never);
	expect(asked).toEqual(['ann']);
});

test('a failure ends loading until the next call, and is not reported elsewhere', async () => {
	const { previews, asked } = await looking(() => {
		throw new SourceError('unreachable');
	});
	await previews.load(['ann', 'ben', 'cem'], never);
	expect(asked).toEqual(['ann', 'ben']);
});

test.for(['before', 'after'] as const)(
	'a newer message that a list contains %s the response stays',
	async (order) => {
		let open: (() => void) | undefined;
		const received = new Promise<void>((resolve) => (open = resolve));
		const { inbox, previews, getPreviewText } = await looking(async (id) => {
			if (id === 'ann' && order === 'before') receive();
			if (id === 'ben') await received;
			return saying('Older');
		});
		function receive() {
			const preview = findPreview([makeMessage({ text: 'Newer' })]);
			const ann = inbox.store.get('ann');
			if (!ann || !preview) throw new Error('No such chat');
			const newest = { ...ann, lastActivity: 2_000, preview };
			inbox.store.missingPreviews.note(page([newest]));
			inbox.store.apply([newest], inbox.store.getRequestTime());
			open?.();
		}
		// Ann's message waits for that of Ben, to be shown with it.
		const loading = previews.load(['ann', 'ben'], never);
		await expect.poll(() => inbox.store.missingPreviews.has('ann')).toBe(false);
		if (order === 'after') receive();
		await loading;
		expect(['ann', 'ben'].map(getPreviewText)).toEqual(['Newer', 'Older']);
	}
);

test('a chat with a newer message that no list contains is read again', async () => {
	const texts = ['Older', 'Newer'];
	const { inbox, previews, asked, getPreviewText } = await looking(() => {
		const ann = inbox.store.get('ann');
		if (!ann) throw new Error('No such chat');
		if (asked.length === 1) {
			const newest = { ...ann, lastActivity: 2_000 };
			inbox.store.missingPreviews.note({ ...page([newest]), lacksPreviews: true });
			inbox.store.apply([newest], inbox.store.getRequestTime());
		}
		return saying(texts[asked.length - 1] ?? '');
	});
	await previews.load(['ann'], never);
	expect([asked.length, getPreviewText('ann')]).toEqual([2, 'Newer']);
});
