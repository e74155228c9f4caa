import { getFields, isRecord, parseJSONOrUndefined } from '$lib/format/parse-json';
import { readColumnChoice } from './column-choice';
import {
	addViews,
	cleanViewName,
	cleanQuery,
	MAX_VIEWS,
	VIEW_PATHS,
	type SavedView
} from './saved-views';

const FORMAT = 'beeper-dashboard-views';
/** Version 1 knows no page but `/chats`. */
const VERSION = 2;
/** UTF-16 units; more than the maximum number of views needs. */
export const MAX_DOCUMENT = 2_000_000;

/**
 * `foreign`: not a document of this kind; `newer`: from a later version; `too-long`: over {@link
 * MAX_DOCUMENT}.
 */
export type SavedViewsFailure = 'foreign' | 'newer' | 'too-long';

export interface SavedViewsReading {
	views: readonly SavedView[];
	/** Number of entries that were invalid or over the limit. */
	leftOut: number;
	/** Absent unless the whole document was rejected. */
	failure?: SavedViewsFailure;
}

/** The document stored in the browser and written to files. */
export function writeSavedViews(views: readonly SavedView[]): string {
	const entries = views.map(({ name, path, query, columns, notifies }) => ({
		...{ name, path, query, columns, notifies }
	}));
	// Older dashboards read what they can show.
	const version = views.some(({ path }) => path) ? VERSION : 1;
	return `${JSON.stringify({ format: FORMAT, version, views: entries }, null, '\t')}\n`;
}

/** Views with the same name are renamed as by `addViews`. */
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
	const name = typeof fields.name === 'string' ? cleanViewName(fields.name) : undefined;
	const query = typeof fields.query === 'string' ? cleanQuery(fields.query) : undefined;
	const path = VIEW_PATHS.find((each) => each === (fields.path ?? '/chats'));
	if (name === undefined || query === undefined || path === undefined) return undefined;
	if (path !== '/chats') return { name, query, path };
	return {
		...{ name, query },
		...(isRecord(fields.columns) && { columns: readColumnChoice(fields.columns) }),
		...(fields.notifies === true && { notifies: true })
	};
}

function failed(failure: SavedViewsFailure): SavedViewsReading {
	return { views: [], leftOut: 0, failure };
}
