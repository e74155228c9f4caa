import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';

/** More levels than any value of the app has. */
const MOST_LEVELS = SIZE_LIMITS.levels + 10;

/** Markdown may need six characters for one. */
const MARKDOWN = 6 * SIZE_LIMITS.text;
/** Characters of the fields that may be long; all others are names and IDs. */
const MOST_CHARACTERS: Readonly<Record<string, number>> = {
	text: SIZE_LIMITS.text,
	markdown: MARKDOWN,
	wanted: MARKDOWN,
	description: SIZE_LIMITS.text,
	imgURL: SIZE_LIMITS.text,
	json: SIZE_LIMITS.json
};

/** The fields that nothing reads: they are kept as they came, to be written again. */
const OTHER = 'other';

/** Entries of the lists that may be long. */
const MOST_ENTRIES: Readonly<Record<string, number>> = {
	items: SIZE_LIMITS.rows,
	// Each row has its own.
	parseIssues: SIZE_LIMITS.rows * SIZE_LIMITS.issues
};

/**
 * Finds what is too deep, too long or too much in a value, or is no plain data.
 *
 * @returns a place and a reason; undefined if all is within bounds
 */
export function findExcess(raw: unknown): string | undefined {
	let level: { path: string; key: string; value: unknown }[] = [{ path: '', key: '', value: raw }];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MOST_LEVELS) return `${level[0]?.path}: too deep`;
		const below: typeof level = [];
		for (const { path, key, value } of level) {
			const reason = findReason(key, value);
			if (reason) return `${path}: ${reason}`;
			for (const [name, part] of key === OTHER ? [] : listEntries(value)) {
				below.push({ path: `${path}.${name.slice(0, 50)}`, key: name, value: part });
			}
		}
		level = below;
	}
	return 'polluted' in {} ? 'a prototype was changed' : undefined;
}

function findReason(key: string, value: unknown): string | undefined {
	if (typeof value === 'string') {
		const most = MOST_CHARACTERS[key] ?? SIZE_LIMITS.id;
		return value.length > most ? `${value.length} characters` : undefined;
	}
	if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value);
	if (typeof value === 'function') return 'a function';
	if (key === OTHER) {
		const { length } = JSON.stringify(value);
		return length > SIZE_LIMITS.json ? `${length} characters of JSON` : undefined;
	}
	const { length } = listEntries(value);
	return length > (MOST_ENTRIES[key] ?? SIZE_LIMITS.entries) ? `${length} entries` : undefined;
}

function listEntries(value: unknown): [string, unknown][] {
	if (typeof value !== 'object' || value === null) return [];
	if (!(value instanceof Map)) return Object.entries(value);
	return [...value].map(([key, part], index) => [String(index), [key, part]]);
}
