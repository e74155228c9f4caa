import { getFields, parseJSONOrUndefined } from '$lib/format/json';
import { addViews, cleanName, cleanQuery, MAX_VIEWS, type SavedView } from './saved-views';

const FORMAT = 'beeper-dashboard-views';
const VERSION = 1;
/** UTF-16 units; all the views there may be need less. */
export const MAX_DOCUMENT = 2_000_000;

/** Why nothing could be read: no document of this kind, one of a later version, or far too long. */
export type SavedViewsFailure = 'foreign' | 'newer' | 'too-long';

export interface SavedViewsReading {
	views: readonly SavedView[];
	/** How many were no views, or had no room. */
	leftOut: number;
	/** Absent unless nothing could be read at all. */
	failure?: SavedViewsFailure;
}

/** The text kept in the browser and written to files. */
export function writeSavedViews(views: readonly SavedView[]): string {
	const entries = views.map(({ name, query }) => ({ name, query }));
	return `${JSON.stringify({ format: FORMAT, version: VERSION, views: entries }, null, '\t')}\n`;
}

/** Views of the same name are told apart as `addViews` does. */
export function readSavedViews(text: string): SavedViewsReading {
	if (text.length > MAX_DOCUMENT) return failed('too-long');
	const { format, version, views: entries } = getFields(parseJSONOrUndefined(text));
	if (format !== FORMAT || typeof version !== 'number') return failed('foreign');
	if (version > VERSION) return failed('newer');
	if (!Array.isArray(entries)) return failed('foreign');

	let views: readonly SavedView[] = [];
	let leftOut = 0;
	for (const entry of entries) {
		const view = views.length < MAX_VIEWS ? readView(entry) : undefined;
		if (view) views = addViews(views, [view]);
		else leftOut += 1;
	}
	return { views, leftOut };
}

function readView(entry: unknown): SavedView | undefined {
	const fields = getFields(entry);
	const name = typeof fields.name === 'string' ? cleanName(fields.name) : undefined;
	const query = typeof fields.query === 'string' ? cleanQuery(fields.query) : undefined;
	return name !== undefined && query !== undefined ? { name, query } : undefined;
}

function failed(failure: SavedViewsFailure): SavedViewsReading {
	return { views: [], leftOut: 0, failure };
}
