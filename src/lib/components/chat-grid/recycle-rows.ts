import type { Chat } from '$lib/domain/chat/chat';
import type { Line, RenderedRows } from './virtual-rows';

/** A chat at its position in the list. */
export interface Cell extends Pick<Line, 'top'> {
	chat: Chat;
	/** Among all chats. */
	place: number;
	/** Which of those side by side, from 0. */
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
 * Keys for rows, or groups, in sight. An ID that stays keeps its key; a new one takes the key of one
 * that has left, so that Svelte changes its elements instead of making new ones, which takes several
 * times as long.
 *
 * @returns a function of the IDs in sight, in order, and the ID with the keyboard: its key is given
 * to no other, as the focus must not end up on another chat, nor come back to another from a dialog
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
