import type { Capabilities } from './model';
import { createValueReader, type CapabilityValue } from './value';
import { sortItems } from './list-items';

/** Words of other readings, which a list of one item must not be mistaken for. */
const TAKEN: ReadonlySet<string> = new Set([
	'any',
	'none',
	'unreported',
	'unstated',
	'inapplicable'
]);

/** `unlisted`: refused too, but not in so many words, which is what `rejected` means. */
const OMISSIONS = { rejected: 'unlisted', none: 'none', 'no-limit': 'unstated', any: 'any' };

/**
 * The word of a reading in addresses: `edit:full`, `editMaxAge:900`, `poll:unreported`.
 * Within one capability, equal words are equal statements. A missing limit is `unstated` too.
 */
export function toUrlValue(reading: CapabilityValue): string {
	switch (reading.kind) {
		case 'level':
			return reading.level;
		case 'flag':
			return reading.value ? 'yes' : 'no';
		case 'limit':
			return String(reading.value);
		case 'list':
			return listWord(reading.items);
		case 'reported':
			return toSortedJson(withoutOrder(reading.value));
		case 'omitted':
			return OMISSIONS[reading.as];
		default:
			return reading.kind;
	}
}

/** The JSON of a value: the same for equal values, whatever the order of their keys. */
export function toSortedJson(value: unknown): string {
	return JSON.stringify(sorted(value));
}

/**
 * A word that came with an address, as {@link toUrlValue} writes it now: the items of its list may
 * stand in another order, or several times.
 */
export function normalizeUrlValue(word: string): string {
	const json = toCurrentJson(word);
	if (json !== undefined) return json;
	if (!word.includes(',')) return word;
	const items = word.split(',').map(toItem);
	return listWord(items.filter((item) => item !== ''));
}

/** Undefined for a word that is no JSON of a list, an object or a text. */
function toCurrentJson(word: string): string | undefined {
	if (!/^[[{"]/.test(word)) return undefined;
	try {
		return toSortedJson(withoutOrder(JSON.parse(word)));
	} catch {
		// The first item of a list may begin with any character.
		return undefined;
	}
}

/** Lists are sets wherever they stand: networks send the same list in any order. */
function withoutOrder(value: unknown): unknown {
	if (Array.isArray(value)) {
		const byJSON = new Map(value.map(withoutOrder).map((item) => [toSortedJson(item), item]));
		return [...byJSON.keys()].sort().map((json) => byJSON.get(json));
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, withoutOrder(inner)])
	);
}

function listWord(items: readonly (string | number)[]): string {
	if (items.length === 0) return 'none';
	const word = sortItems(items)
		.map((item) => itemWord(String(item)))
		.join(',');
	return TAKEN.has(word) ? `%${word.charCodeAt(0).toString(16)}${word.slice(1)}` : word;
}

function itemWord(item: string): string {
	return item === '' ? '%' : item.replaceAll('%', '%25').replaceAll(',', '%2C');
}

/** The item that {@link itemWord} wrote. */
function toItem(word: string): string {
	return word === '%' ? '' : word.replaceAll('%2C', ',').replaceAll('%25', '%');
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The word that addresses have for what chats say about one capability, by its dotted path. */
export function createUrlValueReader(
	path: string
): (capabilities: Capabilities | undefined) => string {
	const read = createValueReader(path);
	return (capabilities) => toUrlValue(read(capabilities));
}
