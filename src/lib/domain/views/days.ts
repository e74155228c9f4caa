import { DAY } from '../time';

/** Days after 1970 that are expected: to 2079. */
const LATEST = 40_000;

/**
 * Tells the local calendar day of an instant (epoch milliseconds) as a number of its own, quicker
 * than a `Date` for each: within a day by UTC on which no clocks change, every instant is as far
 * from local time as any other.
 */
export function createDayCounter(): (ms: number) => number {
	/** By day of UTC: milliseconds from UTC to local time; NaN: not known yet, or clocks change on it. */
	const offsets = new Float64Array(LATEST + 1).fill(NaN);

	function offsetOn(day: number): number {
		const [start, end] = [offsetAt(day * DAY), offsetAt((day + 1) * DAY)];
		return start === end ? (offsets[day] = start) : NaN;
	}

	return (ms) => {
		const day = Math.floor(ms / DAY);
		if (!(day >= 0 && day <= LATEST)) return exactDay(ms);
		let offset = offsets[day] ?? NaN;
		if (Number.isNaN(offset)) offset = offsetOn(day);
		return Number.isNaN(offset) ? exactDay(ms) : Math.floor((ms + offset) / DAY);
	};
}

/** To the second, as zones once were. */
function offsetAt(ms: number): number {
	const date = new Date(ms);
	const day = exactDay(ms) * DAY;
	const time = new Date(0).setUTCHours(
		date.getHours(),
		date.getMinutes(),
		date.getSeconds(),
		date.getMilliseconds()
	);
	return day + time - ms;
}

function exactDay(ms: number): number {
	const date = new Date(ms);
	// Unlike `Date.UTC`, which takes the year 26 for 1926.
	return new Date(0).setUTCFullYear(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}
