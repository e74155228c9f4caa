import { DAY } from '$lib/format/time';
import { compareSnapshots, formatChanges } from './changes';
import { formatTakenDay, type Snapshot } from './snapshot';

/** A snapshot that this browser keeps. */
export interface KeptSnapshot {
	/** The day, ISO. A server has at most one snapshot of a day. */
	taken: string;
	/** `31 January 2026 · server 4.2.808 · 16 columns` */
	about: string;
	/** The snapshot as in a link. */
	fragment: string;
}

const DAYS_BETWEEN = 7;
/** Older changes are no news. */
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

/** Lines of what changed, as in {@link formatChanges}, the capabilities of networks before the rest. */
export function listNews(before: Snapshot, after: Snapshot): string[] {
	const comparison = compareSnapshots(before, after);
	const others = { ...comparison, changes: [] };
	const changes = { ...comparison, added: [], removed: [], reporting: [], silenced: [] };
	return [...formatChanges(changes), ...formatChanges(others)];
}

/** `Since 3 October: Signal polls Rejected → Full, and 2 more`; the year is left out in the year itself. */
export function formatNews(
	taken: string,
	[first = '', ...more]: readonly string[],
	today: string
): string {
	const day = formatTakenDay(taken);
	const year = ` ${taken.slice(0, 4)}`;
	const since = today.startsWith(year.trim()) ? day.replace(year, '') : day;
	return `Since ${since}: ${first}${more.length > 0 ? `, and ${more.length} more` : ''}`;
}

function countDays(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}
