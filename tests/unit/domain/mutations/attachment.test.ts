import { expect, test } from 'vitest';
import { getFilePermission } from '$lib/domain/mutations/attachment';
import { makeAttachment, makeCapabilities } from '../../../fixtures/capabilities';
import { makeChat } from '../../../fixtures/chats';

const photo = { name: 'a.jpg', mimeType: 'image/jpeg', size: 1000 };

test.for([
	['a JPEG where JPEG is taken', photo, 'allowed'],
	['a PNG where only JPEG is', { ...photo, mimeType: 'image/png' }, 'refused'],
	['a file of a type that is not mentioned', { ...photo, mimeType: 'text/plain' }, 'refused'],
	['a file without a type', { ...photo, mimeType: '' }, 'refused'],
	['a JPEG larger than the chat takes', { ...photo, size: 200_000_000 }, 'refused']
] as const)('%s', ([, file, kind]) => {
	expect(getFilePermission(makeChat({ capabilities: makeCapabilities() }), file).kind).toBe(kind);
});

test('a pattern takes what it matches', () => {
	const attachments = { 'm.image': makeAttachment({ mimeTypes: { 'image/*': 'partial' } }) };
	const chat = makeChat({ capabilities: { attachments } });
	expect(getFilePermission(chat, { ...photo, mimeType: 'image/webp' }).kind).toBe('allowed');
});

test.for([
	['no capabilities', {}],
	['capabilities without attachments', { capabilities: {} }]
] as const)('%s allow what fits into Beeper, with a hint', ([, overrides]) => {
	const chat = makeChat(overrides);
	expect(getFilePermission(chat, photo).kind).toBe('unstated');
	expect(getFilePermission(chat, { ...photo, size: 500_000_001 })).toEqual({
		kind: 'refused',
		reason: 'a.jpg: 500,000,001 bytes, Beeper allows 500,000,000 bytes.'
	});
	expect(getFilePermission(chat, { ...photo, size: 612_000_000 })).toEqual({
		kind: 'refused',
		reason: 'a.jpg: 612 MB, Beeper allows 500 MB.'
	});
});

test('a picture that is taken only as a file may be tried, with a hint', () => {
	const attachments = {
		'm.image': makeAttachment(),
		'm.file': makeAttachment({ mimeTypes: { '*/*': 'full' } })
	};
	const chat = makeChat({ capabilities: { attachments } });
	expect(getFilePermission(chat, { ...photo, mimeType: 'image/heic' })).toEqual({
		kind: 'unstated',
		hint: 'Can be sent only as a file, if at all'
	});
});

test('unmeasured facts are no objection', () => {
	const attachments = {
		'm.image': makeAttachment({ maxWidth: 10, maxHeight: 10 }),
		'm.file': makeAttachment({ mimeTypes: { '*/*': 'full' } })
	};
	const chat = makeChat({ capabilities: { attachments } });
	expect(getFilePermission(chat, photo).kind).toBe('allowed');
});
