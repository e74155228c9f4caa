import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** Chats that are shown together, in order. */
export interface GridGroup {
	key: string;
	/** `null`: the only group, without a heading. */
	label: string | null;
	/** Empty if the group is folded. */
	chats: readonly Chat[];
	/** Number of chats, including folded ones; absent: the length of `chats`. */
	count?: number;
	/** Number of unread chats, including folded ones. */
	unread?: number;
	/** Number of chats that mention the user, including folded ones. */
	mentions?: number;
}

/** Number of chats in a group, including folded ones. */
export function getGroupSize({ chats, count = chats.length }: GridGroup): number {
	return count;
}

/** The chats of all groups, in order; those of a single group are not copied. */
export function getVisibleChats(groups: readonly GridGroup[]): readonly Chat[] {
	const [first, ...others] = groups;
	if (first && others.length === 0) return first.chats;
	return groups.flatMap(({ chats }) => chats);
}

/** Pixels, except for the number of chats per line. */
export interface LineShape {
	chatsPerLine: number;
	lineHeight: number;
	headHeight: number;
}

/** The position of a group in the list. */
export interface GroupBlock {
	group: GridGroup;
	/** Pixels from the top of the list. */
	top: number;
	/** Pixels; 0: no heading. */
	headHeight: number;
	/** Pixels, including the heading. */
	height: number;
	/** Index of the first chat of the group among all chats. */
	first: number;
}

/** The chats on one line of the grid. */
export interface Line {
	/** Pixels from the top of its block. */
	top: number;
	chats: readonly Chat[];
	/** Index of the line's first chat among all chats. */
	first: number;
}

/**
 * The position of each group, and the total height. Lines have equal, known heights, so positions
 * are calculated instead of stored for each line.
 */
export function toRowBlocks(
	groups: readonly GridGroup[],
	{ chatsPerLine, lineHeight, headHeight }: LineShape
): { blocks: readonly GroupBlock[]; height: number } {
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

/** The lines of a block that overlap the range between two heights of the list, in pixels. */
export function getLinesBetween(
	{ group, top, headHeight, first }: GroupBlock,
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

/** Pixels from the top of the list to the line with the chat at this index among all chats. */
export function findTop(
	blocks: readonly GroupBlock[],
	{ chatsPerLine, lineHeight }: LineShape,
	place: number
): number | undefined {
	const block = blocks.findLast(({ first, group }) => first <= place && group.chats.length > 0);
	if (!block) return undefined;
	const line = Math.floor((place - block.first) / chatsPerLine);
	return block.top + block.headHeight + line * lineHeight;
}

/** The rendered part of a block. */
export interface RenderedRows extends GroupBlock {
	lines: readonly Line[];
}

/**
 * The lines between two heights of the list, and the line of the chat at the cursor wherever it is,
 * because removing its row would lose the focus.
 *
 * @param kept - index of that chat among all chats
 */
export function getRenderedRows(
	blocks: readonly GroupBlock[],
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

/** The index to which a key moves from another index; undefined for keys that do not move. */
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

/**
 * Pixels from the top of the list to the line with the chat at an index among all chats; undefined:
 * no such chat.
 */
export type FindTop = (place: number) => number | undefined;

/** Pixels from the top of the list to each of these chats, for those that are in the list. */
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

/**
 * The median distance, in pixels, by which these chats have moved; the median ignores single chats
 * that moved elsewhere.
 */
export function findShift(
	before: ReadonlyMap<ChatID, number>,
	chats: readonly Chat[],
	findTop: FindTop
): number {
	const now = findTops(before.keys(), chats, findTop);
	const shifts = [...now].map(([id, top]) => top - (before.get(id) ?? top)).sort((a, b) => a - b);
	return shifts[shifts.length >> 1] ?? 0;
}
