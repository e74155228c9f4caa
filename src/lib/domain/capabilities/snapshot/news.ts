import { compareSnapshots, formatChanges } from './changes';
import { formatTakenDay, type Snapshot } from './snapshot';

/** The changes, a line each as in {@link formatChanges}; changes of capabilities come first. */
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
