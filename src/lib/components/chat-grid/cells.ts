import type { Chat } from '$lib/domain/chat/chat';
import type { Line, RenderedRows } from './virtual-rows';

/** One chat of a line. */
export interface Cell extends Pick<Line, 'top'> {
	chat: Chat;
	/** Among all chats. */
	place: number;
	/** Which of those side by side, from 0. */
	side: number;
}

/** What is rendered of a block, chat by chat. */
export interface RenderedCells extends RenderedRows {
	cells: readonly Cell[];
}

/**
 * {@link toCells} of one answer after another: what stands as it stood before is the very same cell,
 * so that its row has nothing to do.
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
