import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isShrunken, NO_CHATS } from '$lib/domain/chat/chat-map';
import { makeChat } from '../../../fixtures/chats';

const preview = { id: '1', text: 'Hi', attachments: [] };
const capabilities = { edit: 'full' } as const;
const bare = makeChat({ id: 'a', title: 'A' });
const a = { ...bare, preview, capabilities };
const b = makeChat({ id: 'b', title: 'B' });
const ab = NO_CHATS.add([a, b]);

describe('adding chats', () => {
	test('keeps the order in which chats were first met, over many pages', () => {
		const c = makeChat({ id: 'c' });
		expect(ab.add([c, a]).chats).toEqual([a, b, c]);
	});

	test('of a chat that comes twice, the later answer counts', () => {
		const later = { ...b, title: 'B, renamed' };
		expect(ab.add([later]).chats).toEqual([a, later]);
		expect(NO_CHATS.add([b, later]).chats).toEqual([later]);
	});

	test('preview and capabilities stay when the later answer lacks them', () => {
		expect(ab.add([{ ...bare, title: 'A2' }]).get('a')).toEqual({ ...a, title: 'A2' });
	});

	test('preview and capabilities change when the later answer has them', () => {
		const later = { ...a, preview: { ...preview, text: 'Ho' }, capabilities: {} };
		expect(ab.add([later]).get('a')).toEqual(later);
	});

	test('everything else goes when the later answer lacks it', () => {
		const pinned = NO_CHATS.add([{ ...b, isPinned: true }]);
		expect(pinned.add([b]).get('b')).toEqual(b);
	});

	test('what was known before does not change', () => {
		ab.add([makeChat(), { ...a, title: 'Z' }]);
		expect(ab.chats).toEqual([a, b]);
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

test('removing chats leaves some out', () => {
	expect(ab.remove(['a']).chats).toEqual([b]);
	expect(ab.remove(['nobody'])).toBe(ab);
});

test('whatever is added and removed, each chat is found by its ID, in the order in which it came', () => {
	const step = fc.record({
		ids: fc.array(fc.constantFrom(...'abcdefgh')),
		isRemoval: fc.boolean()
	});
	fc.assert(
		fc.property(fc.array(step), (steps) => {
			let map = NO_CHATS;
			const expected = new Map<string, string>();
			for (const [number, { ids, isRemoval }] of steps.entries()) {
				const title = `${number}`;
				map = isRemoval ? map.remove(ids) : map.add(ids.map((id) => makeChat({ id, title })));
				for (const id of ids) {
					if (isRemoval) expected.delete(id);
					else expected.set(id, title);
				}
				expect(map.chats.map(({ id, title }) => [id, title])).toEqual([...expected]);
				expect([...map.ids()]).toEqual([...expected.keys()]);
				for (const id of 'abcdefgh') expect(map.get(id)?.title).toBe(expected.get(id));
			}
		})
	);
});

describe('news', () => {
	const known = makeChat({ id: 'k', title: 'Known', isMuted: false });
	const inventory = NO_CHATS.add([known]);

	test('are chats that are new, and those of which anything is', () => {
		const fresh = makeChat({ id: 'fresh' });
		const muted = { ...known, isMuted: true };
		expect(inventory.findChanged([fresh, muted])).toEqual([fresh, muted]);
	});

	test('are not the same fields in another order, nor an answer without what others have', () => {
		const preview = { id: '1', attachments: [] };
		const more = NO_CHATS.add([{ ...known, preview }]);
		const turned = Object.fromEntries(Object.entries(known).reverse());
		expect(more.findChanged([{ ...known, ...turned }])).toEqual([]);
	});
});
