import type { Chat } from '$lib/domain/chat';

/** Chats that are shown together, in order. */
export interface GridGroup {
	key: string;
	/** `null`: the only group, without a heading. */
	label: string | null;
	chats: readonly Chat[];
}

/** One strip of the grid: the heading of a group, or as many chats as stand side by side. */
export interface Line {
	group: GridGroup;
	/** Pixels from the top of the list. */
	top: number;
	/** Empty: the group's heading. */
	chats: readonly Chat[];
	/** Place of the first of them among all chats. */
	first: number;
}

/** Pixels, but for the number of chats side by side. */
export interface LineShape {
	chatsPerLine: number;
	lineHeight: number;
	headHeight: number;
}

/** Every line there is, from the top, and the height of them all. */
export function linesOf(
	groups: readonly GridGroup[],
	{ chatsPerLine, lineHeight, headHeight }: LineShape
): { lines: readonly Line[]; height: number } {
	const lines: Line[] = [];
	let [top, first] = [0, 0];
	for (const group of groups) {
		if (group.label !== null) {
			lines.push({ group, top, chats: [], first });
			top += headHeight;
		}
		for (let start = 0; start < group.chats.length; start += chatsPerLine) {
			const chats = group.chats.slice(start, start + chatsPerLine);
			lines.push({ group, top, chats, first });
			top += lineHeight;
			first += chats.length;
		}
	}
	return { lines, height: top };
}

/** The line that holds the chat at this place among all chats. */
export function lineHolding(lines: readonly Line[], place: number): Line | undefined {
	let [low, high] = [0, lines.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lines[middle]?.first ?? Infinity) > place) high = middle;
		else low = middle + 1;
	}
	// A heading begins with the chat below it, and stands before that chat's own line.
	return lines[low - 1];
}

/** Lines that follow each other, and one more where it belongs among them. */
export function withLine(lines: readonly Line[], line: Line | undefined): readonly Line[] {
	if (!line || lines.includes(line)) return lines;
	return line.top < (lines[0]?.top ?? 0) ? [line, ...lines] : [...lines, line];
}

/** Each group once, with its lines. */
export function byGroup(lines: readonly Line[]): { group: GridGroup; lines: readonly Line[] }[] {
	const groups = new Map<GridGroup, Line[]>();
	for (const line of lines) {
		const known = groups.get(line.group);
		if (known) known.push(line);
		else groups.set(line.group, [line]);
	}
	return [...groups].map(([group, own]) => ({ group, lines: own }));
}

/** Where a key leads from one chat to another; undefined for keys that lead nowhere. */
export function placeAfter(
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
