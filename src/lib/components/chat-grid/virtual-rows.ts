import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** Chats that are shown together, in order. */
export interface GridGroup {
	key: string;
	/** `null`: the only group, without a heading. */
	label: string | null;
	/** None where the group is folded. */
	chats: readonly Chat[];
	/** How many it has, folded or not; absent: as many as it shows. */
	count?: number;
}

/** How many chats a group has, folded or not. */
export function getGroupSize({ chats, count = chats.length }: GridGroup): number {
	return count;
}

/** The chats of all groups, in order; those of a single group are not copied. */
export function getVisibleChats(groups: readonly GridGroup[]): readonly Chat[] {
	const [first, ...others] = groups;
	if (first && others.length === 0) return first.chats;
	return groups.flatMap(({ chats }) => chats);
}

/** Pixels, but for the number of chats side by side. */
export interface LineShape {
	chatsPerLine: number;
	lineHeight: number;
	headHeight: number;
}

/** Where one group stands in the list. */
export interface RowBlock {
	group: GridGroup;
	/** Pixels from the top of the list. */
	top: number;
	/** Pixels; 0: it has no heading. */
	headHeight: number;
	/** Pixels, with the heading. */
	height: number;
	/** Place of its first chat among all chats. */
	first: number;
}

/** As many chats as stand side by side. */
export interface Line {
	/** Pixels from the top of its block. */
	top: number;
	chats: readonly Chat[];
	/** Place of the first of them among all chats. */
	first: number;
}

/**
 * Where each group stands, and the height of them all. Heights are known beforehand and equal, so
 * every line is found by counting: nothing is kept for each of them, however many there are.
 */
export function toRowBlocks(
	groups: readonly GridGroup[],
	{ chatsPerLine, lineHeight, headHeight }: LineShape
): { blocks: readonly RowBlock[]; height: number } {
	let [top, first] = [0, 0];
	const blocks = groups.map((group) => {
		const head = group.label === null ? 0 : headHeight;
		const height = head + Math.ceil(group.chats.length / chatsPerLine) * lineHeight;
		const block = { group, top, headHeight: head, height, first };
		top += height;
		first += group.chats.length;
		return block;
	});
	return { blocks, height: top };
}

/** The lines of a block between two heights of the list, those that stick out included. */
export function getLinesBetween(
	{ group, top, headHeight, first }: RowBlock,
	{ chatsPerLine, lineHeight }: LineShape,
	from: number,
	to: number
): Line[] {
	const count = Math.ceil(group.chats.length / chatsPerLine);
	const start = Math.max(0, Math.floor((from - top - headHeight) / lineHeight));
	const end = Math.min(count, Math.ceil((to - top - headHeight) / lineHeight));
	return Array.from({ length: Math.max(0, end - start) }, (_, index) => {
		const place = (start + index) * chatsPerLine;
		return {
			top: headHeight + (start + index) * lineHeight,
			chats: group.chats.slice(place, place + chatsPerLine),
			first: first + place
		};
	});
}

/** Pixels from the top of the list to the line with the chat at this place among all chats. */
export function findTop(
	blocks: readonly RowBlock[],
	{ chatsPerLine, lineHeight }: LineShape,
	place: number
): number | undefined {
	const block = blocks.findLast(({ first, group }) => first <= place && group.chats.length > 0);
	if (!block) return undefined;
	const line = Math.floor((place - block.first) / chatsPerLine);
	return block.top + block.headHeight + line * lineHeight;
}

/** The rendered part of a block. */
export interface RenderedRows extends RowBlock {
	lines: readonly Line[];
}

/**
 * The lines between two heights of the list, and the line of one chat wherever it is: removing its
 * row would lose the focus.
 *
 * @param kept - place of that chat among all chats
 */
export function getRenderedRows(
	blocks: readonly RowBlock[],
	shape: LineShape,
	{ from, to, kept }: { from: number; to: number; kept: number }
): readonly RenderedRows[] {
	const keptTop = findTop(blocks, shape, kept) ?? -1;
	return blocks.flatMap((block) => {
		const lines = getLinesBetween(block, shape, from, to);
		const isKeptHere = keptTop >= block.top && keptTop < block.top + block.height;
		if (isKeptHere && !lines.some(({ top }) => block.top + top === keptTop)) {
			const line = getLinesBetween(block, shape, keptTop, keptTop + 1);
			lines.splice(keptTop < from ? 0 : lines.length, 0, ...line);
		}
		const isInSight = block.top < to && block.top + block.height > from;
		return isInSight || lines.length > 0 ? [{ ...block, lines }] : [];
	});
}

/** Where a key leads from one chat to another; undefined for keys that lead nowhere. */
export function getNextIndex(
	key: string,
	place: number,
	{
		count,
		chatsPerLine,
		linesPerPage
	}: { count: number; chatsPerLine: number; linesPerPage: number }
): number | undefined {
	const steps: Partial<Record<string, number>> = {
		ArrowDown: chatsPerLine,
		ArrowUp: -chatsPerLine,
		...(chatsPerLine > 1 && { ArrowRight: 1, ArrowLeft: -1 }),
		PageDown: chatsPerLine * linesPerPage,
		PageUp: -chatsPerLine * linesPerPage,
		Home: -count,
		End: count
	};
	const step = steps[key];
	return step === undefined ? undefined : Math.min(Math.max(0, place + step), count - 1);
}

/** Pixels from the top of the list to the line with the chat at an index among all chats; undefined: there is none. */
export type FindTop = (place: number) => number | undefined;

/** Pixels from the top of the list to each of these chats that is there. */
export function findTops(
	ids: Iterable<ChatID>,
	chats: readonly Chat[],
	findTop: FindTop
): ReadonlyMap<ChatID, number> {
	const wanted = new Set(ids);
	const tops = new Map<ChatID, number>();
	for (const [place, { id }] of chats.entries()) {
		const top = wanted.has(id) ? findTop(place) : undefined;
		if (top !== undefined) tops.set(id, top);
		if (tops.size === wanted.size) break;
	}
	return tops;
}

/** The median of the pixels by which these chats have moved: single ones may have moved elsewhere. */
export function findShift(
	before: ReadonlyMap<ChatID, number>,
	chats: readonly Chat[],
	findTop: FindTop
): number {
	const now = findTops(before.keys(), chats, findTop);
	const shifts = [...now].map(([id, top]) => top - (before.get(id) ?? top)).sort((a, b) => a - b);
	return shifts[shifts.length >> 1] ?? 0;
}
