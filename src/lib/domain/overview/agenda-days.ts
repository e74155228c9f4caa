import { formatDay, formatShortDay, getDayStart } from '$lib/format/time';
import { AGENDA_DAYS, isOverdue, type AgendaItem } from './agenda';

/** The overdue items, those of one day, or several days in a row without any. */
export interface AgendaDay {
	/** `overdue`, or the index of the first day. */
	key: string;
	/** `Overdue`, `Today`, `Monday 12 January 2026`, `12 Jan to 16 Jan`. */
	label: string;
	/** Soonest first; empty for days on which nothing is due. */
	items: readonly AgendaItem[];
}

/**
 * The days of the agenda: overdue items first, if there are any, then today and every other day.
 * Successive days on which nothing is due are one entry.
 *
 * @param items - soonest first, none after the last day
 */
export function groupByDay(items: readonly AgendaItem[], now: number): readonly AgendaDay[] {
	const overdue = items.filter((item) => isOverdue(item, now));
	const coming = items.slice(overdue.length);
	const groups: AgendaDay[] = [];
	if (overdue.length > 0) groups.push({ key: 'overdue', label: 'Overdue', items: overdue });
	for (let place = 0; place < AGENDA_DAYS; place++) {
		const [start, end] = [getDayStart(now, place), getDayStart(now, place + 1)];
		const due = coming.filter(({ at }) => at >= start && at < end);
		const last = groups.at(-1);
		if (place > 1 && due.length === 0 && last?.items.length === 0) {
			const first = getDayStart(now, Number(last.key));
			last.label = `${formatShortDay(first)} to ${formatShortDay(start)}`;
		} else groups.push({ key: String(place), label: formatDay(start, now), items: due });
	}
	return groups;
}
