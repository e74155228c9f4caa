/** A part of the list of chats, read from new to old in parallel with other parts. */
export interface TimeRange {
	/** Epoch milliseconds: only chats active then or earlier; absent for the newest part. */
	before: number | undefined;
	/** Epoch milliseconds of the last activity it has reached; infinite before the first page. */
	reached: number;
	/** Epoch milliseconds at which an older range begins; absent: none, so it goes on to the end. */
	until: number | undefined;
	/** Chats per millisecond on its last page; absent before the first page. */
	density: number | undefined;
}

const SECOND = 1000;
const YEAR = 365 * 24 * 3600 * SECOND;
/** The age at which the oldest range is assumed to end when it is split. */
const FAR = 20 * YEAR;

/**
 * Splits off the older half of the range with most chats left. Chats get rarer with age, so halves
 * are on a logarithmic scale of age, and the number left is estimated, too high, from the density of
 * the last page.
 *
 * @param newest - epoch milliseconds of about the newest activity: the origin of ages
 * @param least - chats that must be left for a range to be split
 * @returns undefined if no range has enough left
 */
export function splitLongestRange(
	ranges: Iterable<TimeRange>,
	newest: number,
	least: number
): TimeRange | undefined {
	let longest: TimeRange | undefined;
	let most = least;
	for (const range of ranges) {
		const left = (range.density ?? 0) * (range.reached - (range.until ?? newest - FAR));
		if (left >= most) [longest, most] = [range, left];
	}
	if (!longest) return undefined;
	const { reached, until } = longest;
	const middle = newest - Math.round(Math.sqrt(getAge(reached) * getAge(until)));
	longest.until = middle;
	return { before: middle, reached: middle, until, density: undefined };

	function getAge(time: number | undefined): number {
		return time === undefined ? FAR : Math.max(newest - time, SECOND);
	}
}

/** @param times - at least one */
export function getMedian(times: readonly number[]): number {
	return getQuantile(times, 0.5);
}

/**
 * Chats per millisecond. The first and last quarter are left out: one chat dated years from the
 * others would make the density seem low.
 *
 * @param times - epoch milliseconds of at least one chat
 */
export function getDensity(times: readonly number[]): number {
	const span = getQuantile(times, 0.75) - getQuantile(times, 0.25);
	return times.length / 2 / Math.max(span, 1);
}

function getQuantile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((one, other) => one - other);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}
