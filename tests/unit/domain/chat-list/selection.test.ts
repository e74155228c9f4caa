import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	extendRange,
	retainSelected,
	NOTHING_SELECTED,
	selectAll,
	getSelected,
	toggle,
	toggleAll,
	toggleRange,
	type Selection
} from '$lib/domain/chat-list/selection';
import { makeChat } from '../../../fixtures/chats';

const CHATS = Array.from({ length: 12 }, () => makeChat());

function idAt(place: number): string {
	return CHATS[place]?.id ?? '';
}

function listSelectedIndexes(selection: Selection): number[] {
	return CHATS.flatMap(({ id }, place) => (selection.ids.has(id) ? [place] : []));
}

const anyPlace = fc.nat(CHATS.length - 1);

/** Any selection that clicks can lead to. */
const anySelection = fc
	.array(fc.tuple(anyPlace, fc.boolean()), { maxLength: 8 })
	.map((clicks) =>
		clicks.reduce(
			(selection, [place, range]) =>
				range ? toggleRange(selection, idAt(place), CHATS) : toggle(selection, idAt(place)),
			NOTHING_SELECTED
		)
	);

test('a chat is picked, and put back', () => {
	const picked = toggle(NOTHING_SELECTED, idAt(3));
	expect(listSelectedIndexes(picked)).toEqual([3]);
	expect(listSelectedIndexes(toggle(picked, idAt(3)))).toEqual([]);
	expect(listSelectedIndexes(NOTHING_SELECTED)).toEqual([]);
});

test.for([
	[2, 5, [2, 3, 4, 5]],
	[5, 2, [2, 3, 4, 5]]
] as const)('a range from %i to %i holds both ends, either way', ([from, to, expected]) => {
	const picked = toggleRange(toggle(NOTHING_SELECTED, idAt(from)), idAt(to), CHATS);
	expect(listSelectedIndexes(picked)).toEqual(expected);
});

test('the range follows the order in which the chats are shown', () => {
	const shown = [...CHATS].reverse().filter((_, place) => place % 2 === 0);
	const [first, , third] = shown;
	const picked = toggleRange(toggle(NOTHING_SELECTED, first?.id ?? ''), third?.id ?? '', shown);
	expect(getSelected(picked, shown)).toEqual(shown.slice(0, 3));
	expect(picked.ids.size).toBe(3);
});

test('the next range begins where the last one ended', () => {
	const once = toggleRange(toggle(NOTHING_SELECTED, idAt(1)), idAt(3), CHATS);
	expect(listSelectedIndexes(toggleRange(once, idAt(5), CHATS))).toEqual([1, 2, 3, 4, 5]);
});

test('without an anchor in sight a range is one chat', () => {
	const elsewhere = toggle(NOTHING_SELECTED, 'gone');
	expect(listSelectedIndexes(toggleRange(elsewhere, idAt(4), CHATS))).toEqual([4]);
	expect(listSelectedIndexes(toggleRange(NOTHING_SELECTED, idAt(4), CHATS))).toEqual([4]);
});

test('every chat of a range becomes what the clicked one becomes, and no other changes', () => {
	fc.assert(
		fc.property(anySelection, anyPlace, anyPlace, (selection, from, to) => {
			const before = { ...selection, anchor: idAt(from) };
			const after = toggleRange(before, idAt(to), CHATS);
			const wanted = !before.ids.has(idAt(to));
			for (const [place, { id }] of CHATS.entries()) {
				const isInside = place >= Math.min(from, to) && place <= Math.max(from, to);
				expect(after.ids.has(id)).toBe(isInside ? wanted : before.ids.has(id));
			}
			expect(after.anchor).toBe(idAt(to));
		})
	);
});

test('picking twice changes nothing', () => {
	fc.assert(
		fc.property(anySelection, anyPlace, (selection, place) => {
			const twice = toggle(toggle(selection, idAt(place)), idAt(place));
			expect(twice.ids).toEqual(selection.ids);
		})
	);
});

test('all are picked unless they are already', () => {
	fc.assert(
		fc.property(anySelection, (selection) => {
			const all = selectAll(CHATS);
			const isAll = selection.ids.size === CHATS.length;
			expect(toggleAll(selection, CHATS)).toEqual(isAll ? NOTHING_SELECTED : all);
			expect(toggleAll(all, CHATS)).toEqual(NOTHING_SELECTED);
		})
	);
});

test('what is no longer shown is forgotten, and only that', () => {
	fc.assert(
		fc.property(anySelection, fc.subarray(CHATS), (selection, shown) => {
			const kept = retainSelected(selection, shown);
			expect(getSelected(kept, CHATS)).toEqual(getSelected(selection, shown));
			expect([...kept.ids].every((id) => selection.ids.has(id))).toBe(true);
			if (kept.ids.size === selection.ids.size) expect(kept).toBe(selection);
		})
	);
});

/** The selection after Shift and an arrow key have moved the cursor through these indexes. */
function extendThrough(start: Selection, path: readonly number[]): Selection {
	return path.slice(1).reduce((selection, to, step) => {
		return extendRange(selection, idAt(path[step] ?? 0), idAt(to), CHATS);
	}, start);
}

test.for([
	['selects the chat at the cursor and the next one', [3, 4], [3, 4]],
	['goes on', [3, 4, 5, 6], [3, 4, 5, 6]],
	['leaves out what it goes back over', [3, 4, 5, 4], [3, 4]],
	['ends at the chat where it began', [3, 4, 3], [3]],
	['goes on beyond its beginning', [3, 4, 3, 2, 1], [1, 2, 3]]
] as const)('Shift and an arrow key %s', ([, path, places]) => {
	expect(listSelectedIndexes(extendThrough(NOTHING_SELECTED, path))).toEqual(places);
});

test('a selection is extended from a selected chat at the cursor, and begins anew elsewhere', () => {
	const one = toggle(NOTHING_SELECTED, idAt(3));
	expect(listSelectedIndexes(extendThrough(one, [3, 4, 5]))).toEqual([3, 4, 5]);
	expect(listSelectedIndexes(extendThrough(one, [7, 8, 7]))).toEqual([3, 7]);
	expect(listSelectedIndexes(extendThrough(toggle(one, idAt(3)), [3, 4]))).toEqual([3, 4]);
});

test('a range that is extended selects all from where it began to the cursor', () => {
	const anyStep = fc.constantFrom(1, -1, 2, -2);
	fc.assert(
		fc.property(anyPlace, fc.array(anyStep, { minLength: 1 }), (start, steps) => {
			const path = steps.reduce<readonly number[]>(
				(walked, step) => {
					const next = (walked.at(-1) ?? 0) + step;
					return [...walked, Math.min(Math.max(0, next), CHATS.length - 1)];
				},
				[start]
			);
			const [low, high] = [start, path.at(-1) ?? start].sort((one, other) => one - other);
			const expected = CHATS.flatMap((_, place) =>
				place >= (low ?? 0) && place <= (high ?? 0) ? [place] : []
			);
			expect(listSelectedIndexes(extendThrough(NOTHING_SELECTED, path))).toEqual(expected);
		})
	);
});
