import { parseJSONOrUndefined } from '$lib/format/parse-json';
import { FIELD_ROWS } from './field-rows';
import { sortItems } from './list-items';
import { SUPPORT_LEVELS, type Capabilities } from './model';
import { parsePath } from './path';
import type { CapabilityRow } from './row';
import { createValueReader, type CapabilityValue } from './value';

/** Words with a meaning of their own: a list of one such word is written as JSON. */
const RESERVED: ReadonlySet<string> = new Set([
	'any',
	'none',
	'unreported',
	'unstated',
	'inapplicable'
]);

/** `unlisted` is refused because it is not listed; `rejected` is refused explicitly. */
const OMISSIONS = { rejected: 'unlisted', none: 'none', 'no-limit': 'unstated', any: 'any' };

/**
 * The value as it is written in URLs: `edit:full`, `editMaxAge:900`, `poll:unreported`.
 * Within one capability, equal texts mean equal values. A missing limit is `unstated`, too.
 */
export function toUrlValue(value: CapabilityValue): string {
	switch (value.kind) {
		case 'level':
			return value.level;
		case 'flag':
			return value.value ? 'yes' : 'no';
		case 'limit':
			return String(value.value);
		case 'list':
			return formatList(value.items);
		case 'reported':
			return toSortedJson(sortLists(value.value));
		case 'omitted':
			return OMISSIONS[value.as];
		default:
			return value.kind;
	}
}

/** Creates a reader of one capability's URL value for many chats, by the capability's dotted path. */
export function createUrlValueReader(
	path: string
): (capabilities: Capabilities | undefined) => string {
	const read = createValueReader(path);
	return (capabilities) => toUrlValue(read(capabilities));
}

const SILENCE = ['unreported', 'unstated', 'unlisted', 'inapplicable', 'any', 'none'];

/** The words that a value can be in a URL. */
const WORDS: Partial<Record<CapabilityRow['kind'], readonly string[]>> = {
	level: [...SUPPORT_LEVELS, ...SILENCE],
	flag: ['yes', 'no', ...SILENCE],
	limit: SILENCE
};

const FIELD_KINDS = new Map(FIELD_ROWS.map(({ path, kind }) => [path, kind]));

/**
 * Returns the words that the capability at a path can be in a URL, such as `full`. Other values of
 * it are JSON; undefined where any word is possible: in lists, and at unknown paths.
 */
export function listUrlValues(path: string): readonly string[] | undefined {
	const target = parsePath(path);
	switch (target.in) {
		case 'fields': {
			const kind = FIELD_KINDS.get(target.path);
			return kind && WORDS[kind];
		}
		case 'attachment-field':
			if (target.field === 'caption') return WORDS.level;
			return target.field === 'viewOnce' ? WORDS.flag : WORDS.limit;
		default:
			return WORDS.level;
	}
}

/** False for a value that no chat can have at a path, such as `banana` for `edit`. */
export function isPossibleUrlValue(path: string, urlValue: string): boolean {
	const words = listUrlValues(path);
	return !words || words.includes(urlValue) || parseJSONOrUndefined(urlValue) !== undefined;
}

/** JSON with sorted keys: the same text for equal values. */
export function toSortedJson(value: unknown): string {
	return JSON.stringify(sortKeys(value));
}

/**
 * Rewrites a value from a URL to the form that {@link toUrlValue} writes. In old bookmarks, lists
 * may be in another order or contain an item several times.
 */
export function normalizeUrlValue(urlValue: string): string {
	const json = normalizeJson(urlValue);
	if (json !== undefined) return json;
	if (!urlValue.includes(',')) return urlValue;
	const items = urlValue.split(',').map(decodeItem);
	return formatList(items.filter((item) => item !== ''));
}

/** Undefined for a text that is not the JSON of a list, an object or a string. */
function normalizeJson(text: string): string | undefined {
	if (!/^[[{"]/.test(text)) return undefined;
	try {
		return toSortedJson(sortLists(JSON.parse(text)));
	} catch {
		// Not JSON, but a list whose first item begins with that character.
		return undefined;
	}
}

/** Lists are sets, at any depth: networks send the same list in any order. */
function sortLists(value: unknown): unknown {
	if (Array.isArray(value)) {
		const byJson = new Map(value.map(sortLists).map((item) => [toSortedJson(item), item]));
		return [...byJson.keys()].sort().map((json) => byJson.get(json));
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sortLists(inner)]));
}

function formatList(items: readonly (string | number)[]): string {
	if (items.length === 0) return 'none';
	const text = sortItems(items)
		.map((item) => encodeItem(String(item)))
		.join(',');
	return RESERVED.has(text) ? `%${text.charCodeAt(0).toString(16)}${text.slice(1)}` : text;
}

function encodeItem(item: string): string {
	return item === '' ? '%' : item.replaceAll('%', '%25').replaceAll(',', '%2C');
}

function decodeItem(text: string): string {
	return text === '%' ? '' : text.replaceAll('%2C', ',').replaceAll('%25', '%');
}

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
