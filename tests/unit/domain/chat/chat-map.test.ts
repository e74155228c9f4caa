import { describe, expect, test } from 'vitest';
import {
	addChats,
	isShrunken,
	NO_CHATS,
	findChangedChats,
	removeChats,
	type ChatMap
} from '$lib/domain/chat/chat-map';
import { makeChat } from '../../../fixtures/chats';

const preview = { id: '1', text: 'Hi', attachments: [] };
const capabilities = { edit: 'full' } as const;
const bare = makeChat({ id: 'a', title: 'A' });
const a = { ...bare, preview, capabilities };
const b = makeChat({ id: 'b', title: 'B' });
const ab = addChats(NO_CHATS, [a, b]);

function chatsOf(inventory: ChatMap) {
	return [...inventory.values()];
}

describe('addChats', () => {
	test('keeps the order in which chats were first met, over many pages', () => {
		const c = makeChat({ id: 'c' });
		expect(chatsOf(addChats(ab, [c, a]))).toEqual([a, b, c]);
	});

	test('of a chat that comes twice, the later answer counts', () => {
		const later = { ...b, title: 'B, renamed' };
		expect(chatsOf(addChats(ab, [later]))).toEqual([a, later]);
		expect(chatsOf(addChats(NO_CHATS, [b, later]))).toEqual([later]);
	});

	test('preview and capabilities stay when the later answer lacks them', () => {
		expect(addChats(ab, [{ ...bare, title: 'A2' }]).get('a')).toEqual({ ...a, title: 'A2' });
	});

	test('preview and capabilities change when the later answer has them', () => {
		const later = { ...a, preview: { ...preview, text: 'Ho' }, capabilities: {} };
		expect(addChats(ab, [later]).get('a')).toEqual(later);
	});

	test('everything else goes when the later answer lacks it', () => {
		const pinned = addChats(NO_CHATS, [{ ...b, isPinned: true }]);
		expect(addChats(pinned, [b]).get('b')).toEqual(b);
	});

	test('what was known before does not change', () => {
		addChats(ab, [makeChat(), { ...a, title: 'Z' }]);
		expect(chatsOf(ab)).toEqual([a, b]);
		expect(NO_CHATS.size).toBe(0);
	});
});

test.for([
	[0, 0, 0, false],
	[1, 0, 1, false],
	[1, 1, 0, true],
	[40, 2, 38, false],
	[40, 4, 36, false],
	[40, 5, 35, true],
	[40, 37, 3, true],
	[40, 40, 0, true],
	// Other chats replace them: another account, or another Beeper.
	[40, 40, 40, false],
	[10_000, 1000, 9000, false],
	[10_000, 1001, 8999, true]
] as const)(
	'of %i chats known %i are missing on a list of %i: hard to believe: %s',
	([known, missing, listed, isHard]) => {
		expect(isShrunken({ known, missing, listed })).toBe(isHard);
	}
);

test('removeChats leaves some out', () => {
	expect(chatsOf(removeChats(ab, ['a']))).toEqual([b]);
	expect(removeChats(ab, ['nobody'])).toBe(ab);
});

describe('news', () => {
	const known = makeChat({ id: 'k', title: 'Known', isMuted: false });
	const inventory = addChats(NO_CHATS, [known]);

	test('are chats that are new, and those of which anything is', () => {
		const fresh = makeChat({ id: 'fresh' });
		const muted = { ...known, isMuted: true };
		expect(findChangedChats(inventory, [fresh, muted])).toEqual([fresh, muted]);
	});

	test('are not the same fields in another order, nor an answer without what others have', () => {
		const preview = { id: '1', attachments: [] };
		const more = addChats(NO_CHATS, [{ ...known, preview }]);
		const turned = Object.fromEntries(Object.entries(known).reverse());
		expect(findChangedChats(more, [{ ...known, ...turned }])).toEqual([]);
	});
});
