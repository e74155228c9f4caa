import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recycleRows } from '$lib/components/chat-grid/recycle-rows';

test('a chat that stays keeps its slot, and a new one takes that of one that has gone', () => {
	const assignSlots = recycleRows();
	const before = assignSlots(['a', 'b', 'c']);
	const after = assignSlots(['b', 'c', 'd']);
	expect(after.get('b')).toBe(before.get('b'));
	expect(after.get('c')).toBe(before.get('c'));
	expect(after.get('d')).toBe(before.get('a'));
});

test('the slot of the chat at the cursor is not reused', () => {
	const assignSlots = recycleRows();
	const before = assignSlots(['a', 'b']);
	const after = assignSlots(['c', 'd'], 'a');
	expect([...after.values()]).toContain(before.get('b'));
	expect([...after.values()]).not.toContain(before.get('a'));
	expect([...assignSlots(['e', 'f', 'g']).values()]).not.toContain(before.get('a'));
});

test('for any changes no two chats share a slot, and a remaining chat keeps its slot', () => {
	const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 6 });
	fc.assert(
		fc.property(fc.array(fc.tuple(ids, fc.option(fc.constantFrom(...'abc')))), (looks) => {
			const assignSlots = recycleRows();
			let before: ReadonlyMap<string, number> = new Map();
			for (const [inSight, current] of looks) {
				const slots = assignSlots(inSight, current ?? undefined);
				expect([...slots.keys()]).toEqual(inSight);
				expect(new Set(slots.values()).size).toBe(inSight.length);
				for (const [id, slot] of slots) expect(before.get(id) ?? slot).toBe(slot);
				before = slots;
			}
		})
	);
});
