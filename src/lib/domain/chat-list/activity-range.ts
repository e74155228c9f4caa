import type { ActivityBound, ChatFilter } from './view';
import { formatBound } from './view-url';

/** The bounds of a filter on the last activity. */
export interface ActivityRange {
	activeAfter?: ActivityBound;
	activeBefore?: ActivityBound;
}

/** A time span that can be chosen in one step. */
export interface ActivityPreset extends ActivityRange {
	/** The value in the address; empty: any time. */
	key: string;
	label: string;
}

const ANY_TIME: ActivityPreset = { key: '', label: 'Any time' };

/** The time spans that can be chosen in one step. */
export const ACTIVITY_PRESETS: readonly ActivityPreset[] = [
	...[since(1, 'Last 24 hours'), since(7, 'Last 7 days'), since(30, 'Last 30 days')],
	...[since(90, 'Last 90 days'), until(90, 'Older than 90 days'), until(365, 'Older than 1 year')]
];
const PRESETS = [ANY_TIME, ...ACTIVITY_PRESETS];

function since(daysAgo: number, label: string): ActivityPreset {
	return { ...toActivityPreset({ activeAfter: { daysAgo } }), label };
}

function until(daysAgo: number, label: string): ActivityPreset {
	return { ...toActivityPreset({ activeBefore: { daysAgo } }), label };
}

function toActivityPreset({ activeAfter, activeBefore }: ActivityRange): ActivityPreset {
	const parts = [
		activeAfter && {
			key: `after ${formatBound(activeAfter)}`,
			label: `Since ${words(activeAfter)}`
		},
		activeBefore && {
			key: `before ${formatBound(activeBefore)}`,
			label: `Before ${words(activeBefore)}`
		}
	].filter((part) => part !== undefined);
	return {
		key: parts.map(({ key }) => key).join(' '),
		label: parts.map(({ label }) => label).join(', '),
		...(activeAfter && { activeAfter }),
		...(activeBefore && { activeBefore })
	};
}

function words(bound: ActivityBound): string {
	if ('date' in bound) return formatDayOrHour(bound.date);
	return bound.daysAgo === 1 ? '1 day ago' : `${bound.daysAgo} days ago`;
}

/** `2026-01-31`, `2026-01-31 14:00`: a day or an hour in words. */
export function formatDayOrHour(date: string): string {
	return date.includes('T') ? `${date.replace('T', ' ')}:00` : date;
}

/** The range of last activity in a filter; a range that is no preset gets a label of its own. */
export function getActivityRange(filter: ChatFilter): ActivityPreset {
	const range = toActivityPreset(filter);
	return PRESETS.find(({ key }) => key === range.key) ?? range;
}

/** The presets, and the filter's own range if it is not a preset. */
export function getActivityChoices(filter: ChatFilter): readonly ActivityPreset[] {
	const own = getActivityRange(filter);
	return PRESETS.includes(own) ? PRESETS : [...PRESETS, own];
}
