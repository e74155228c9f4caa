/** A part of the list of chats, walked from new to old, beside other parts. */
export interface Stretch {
	/** Epoch milliseconds: only what was active then or before; absent for the newest part. */
	before: number | undefined;
	/** Epoch milliseconds of the last activity it has come to; infinite until it has read a page. */
	reached: number;
	/** Epoch milliseconds from which on an older stretch has taken over; absent: to the end. */
	until: number | undefined;
	/** Chats a millisecond on the page it read last; absent until it has read one. */
	density: number | undefined;
}

const SECOND = 1000;
const YEAR = 365 * 24 * 3600 * SECOND;
/** Older than any chat, as far as the splitting goes; the last stretch walks on to the end. */
const FAR = 20 * YEAR;

/**
 * Take the older half off the stretch that has most left, for another walker. Chats get rarer the
 * longer ago they were active, so halves are of the age on a logarithmic scale, and what is left
 * is at most what there would be were they as dense as on the last page.
 *
 * @param newest - epoch milliseconds of about the newest activity: where ages count from
 * @param least - chats that must be left for a half to be worth a walker
 * @returns undefined when nothing is worth sharing
 */
export function splitLongest(
	stretches: Iterable<Stretch>,
	newest: number,
	least: number
): Stretch | undefined {
	let longest: Stretch | undefined;
	let most = least;
	for (const stretch of stretches) {
		const left = (stretch.density ?? 0) * (stretch.reached - (stretch.until ?? newest - FAR));
		if (left >= most) [longest, most] = [stretch, left];
	}
	if (!longest) return undefined;
	const { reached, until } = longest;
	const middle = newest - Math.round(Math.sqrt(ageOf(reached) * ageOf(until)));
	longest.until = middle;
	return { before: middle, reached: middle, until, density: undefined };

	function ageOf(time: number | undefined): number {
		return time === undefined ? FAR : Math.max(newest - time, SECOND);
	}
}

/** The one in the middle, which no few odd ones move; of at least one. */
export function medianOf(times: readonly number[]): number {
	return quantileOf(times, 0.5);
}

/**
 * Chats a millisecond. Those of the first and last quarter do not count: one that is dated years
 * from the others would make all seem rare.
 *
 * @param times - epoch milliseconds of at least one chat
 */
export function densityOf(times: readonly number[]): number {
	const span = quantileOf(times, 0.75) - quantileOf(times, 0.25);
	return times.length / 2 / Math.max(span, 1);
}

function quantileOf(times: readonly number[], share: number): number {
	const sorted = [...times].sort((one, other) => one - other);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}
