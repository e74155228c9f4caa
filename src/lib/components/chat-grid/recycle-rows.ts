import type { Chat } from '$lib/domain/chat/chat';
import type { Line, RenderedRows } from './virtual-rows';

/** A chat at its position in the list. */
export interface Cell extends Pick<Line, 'top'> {
	chat: Chat;
	/** Index among all chats. */
	place: number;
	/** Index among the chats of a line. */
	side: number;
}

/** The rendered part of a block, chat by chat. */
export interface RenderedCells extends RenderedRows {
	cells: readonly Cell[];
}

/**
 * {@link toCells} from one list of blocks to the next. A chat whose position has not changed keeps
 * its cell object, so that its row is not rendered again.
 */
export function memoizeCells() {
	let before: ReadonlyMap<Chat, Cell> = new Map();
	return (blocks: readonly RenderedRows[]): readonly RenderedCells[] => {
		const kept = new Map<Chat, Cell>();
		const cells = blocks.map((block) => ({
			...block,
			cells: toCells(block.lines).map((cell) => {
				const known = before.get(cell.chat);
				const same = known && isSame(known, cell) ? known : cell;
				kept.set(cell.chat, same);
				return same;
			})
		}));
		before = kept;
		return cells;
	};
}

function toCells(lines: readonly Line[]): Cell[] {
	return lines.flatMap(({ top, chats, first }) =>
		chats.map((chat, side) => ({ chat, place: first + side, top, side }))
	);
}

function isSame(one: Cell, other: Cell): boolean {
	return one.place === other.place && one.top === other.top && one.side === other.side;
}

/**
 * Assigns keys to the rendered rows or groups. An ID keeps its key; a new ID takes the key of a
 * removed one, so that Svelte updates the existing elements, which is several times faster than
 * creating new ones.
 *
 * @returns a function of the rendered IDs, in order, and the ID at the cursor. The key of the
 * latter is not reassigned: otherwise its focus would move to another chat, or a closing dialog
 * would restore it to another chat.
 */
export function recycleRows() {
	let slots: ReadonlyMap<string, number> = new Map();
	let unused = 0;
	let before: string | undefined;
	return (ids: readonly string[], current?: string): ReadonlyMap<string, number> => {
		const staying = new Set(ids);
		const free = [...slots].filter(([id]) => !staying.has(id) && id !== current && id !== before);
		before = current;
		let next = 0;
		slots = new Map(ids.map((id) => [id, slots.get(id) ?? free[next++]?.[1] ?? unused++] as const));
		return slots;
	};
}
