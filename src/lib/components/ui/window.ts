/** Which lines of a long list are worth rendering. */
export interface LineWindow {
	/** Index of the first rendered line. */
	start: number;
	/** One past the last rendered line. */
	end: number;
}

/**
 * The lines in sight, and some more on either side so that a quick scroll shows no gap.
 * Lines may differ in height, but each height is known beforehand, which is why a search for two
 * places does and no library is asked.
 *
 * @param lines - by `top`, pixels from the start of the list
 * @param scrollTop - pixels scrolled past the first line; may be negative while a touch screen bounces
 * @param height - pixels in sight
 * @param overscan - pixels rendered above and below
 */
export function lineWindow(
	lines: readonly { top: number }[],
	scrollTop: number,
	height: number,
	overscan = 256
): LineWindow {
	return {
		start: Math.max(0, firstAfter(lines, scrollTop - overscan) - 1),
		end: firstAfter(lines, scrollTop + height + overscan)
	};
}

/** Index of the first line that begins below `y`; as many as there are lines when none does. */
function firstAfter(lines: readonly { top: number }[], y: number): number {
	let [low, high] = [0, lines.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lines[middle]?.top ?? Infinity) > y) high = middle;
		else low = middle + 1;
	}
	return low;
}
