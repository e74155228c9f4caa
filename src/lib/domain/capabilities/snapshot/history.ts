import { DAY } from '$lib/format/time';

/** A snapshot that this browser keeps. */
export interface KeptSnapshot {
	/** The day, ISO. A server has at most one snapshot of a day. */
	taken: string;
	/** `31 January 2026 · Beeper 4.2.808 · 16 columns` */
	about: string;
	/** The snapshot as in a link. */
	fragment: string;
}

const DAYS_BETWEEN = 7;
/** Days for which a change counts as news. */
const LONGEST_NEWS = 90;

/**
 * True when a week has passed since the last snapshot. Days in the future, which a wrong clock has left,
 * do not count.
 *
 * @param days - the days of the kept snapshots, ISO
 * @param today - ISO
 */
export function isSnapshotDue(days: readonly string[], today: string): boolean {
	return days.every((day) => day > today || countDays(day, today) >= DAYS_BETWEEN);
}

/** The days whose snapshots may differ from today's in a way that is news, latest first. */
export function listNewsDays(days: readonly string[], today: string): string[] {
	return days
		.filter((day) => day < today && countDays(day, today) <= LONGEST_NEWS)
		.toSorted()
		.reverse();
}

function countDays(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}
