import { compareByName } from '$lib/format/list';
import { isNetworkNamed, type Network } from '../chat/network';
import type { CapabilityColumn } from './columns/column';
import type { FormattedValue } from './format';
import type { Column } from './span';
import type { Parts } from './table/cell';
import type { Statement } from './table/statement';

/** What is known of networks beside the user's own chats, by network key; `chats` counts kinds of chats. */
export type Reference = ReadonlyMap<string, Column & { caption?: string }>;

/**
 * The part of a reference that belongs beside a table's columns: of the networks shown, to compare,
 * and of those without chats. A network whose chats the view leaves out must not come back.
 *
 * @param here - every network that has chats
 * @param words - as in `pickNetworks`: when there are any, networks without chats need to be named
 */
export function filterReference(
	reference: Reference,
	columns: readonly Pick<CapabilityColumn, 'networkKey'>[],
	here: readonly Network[],
	words: readonly string[] = []
): Reference {
	const shown = new Set(columns.map(({ networkKey }) => networkKey));
	const known = new Set(here.map(({ key }) => key));
	return new Map(
		[...reference].filter(([key, { name }]) => {
			if (shown.has(key)) return true;
			const isAsked = words.some((word) => isNetworkNamed({ key, name }, word));
			return !known.has(key) && (words.length === 0 || isAsked);
		})
	);
}

/** A column for each network of the reference that has none, A–Z; none in a table of no networks. */
export function buildReferenceColumns(
	columns: readonly CapabilityColumn[],
	reference: Reference
): CapabilityColumn[] {
	const shown = new Set(columns.map(({ networkKey }) => networkKey));
	if (shown.size === 1 && shown.has(undefined)) return [];
	const taken = new Set(columns.map(({ key }) => key));
	return [...reference]
		.filter(([networkKey]) => !shown.has(networkKey))
		.map(([networkKey, column]): CapabilityColumn => ({
			caption: 'reference',
			...column,
			key: taken.has(networkKey) ? `reference:${networkKey}` : networkKey,
			networkKey,
			origin: 'reference'
		}))
		.sort(compareByName);
}

/**
 * What the reference says instead of what a cell says; undefined where some kind of chat in the
 * reference says it too, or either says nothing that could be compared.
 */
export function findDeviation(cell: Parts, reference: Parts): FormattedValue | undefined {
	const meanings = new Set(reference.map(({ saying }) => meaningOf(saying)));
	if (meanings.has(undefined)) return undefined;
	const isSaid = cell.every(({ saying }) => {
		const meaning = meaningOf(saying);
		return meaning === undefined || meanings.has(meaning);
	});
	if (isSaid) return undefined;
	const [first, ...others] = reference.map(({ words }) => words.statement);
	if (!first || others.length === 0) return first;
	const all = [first, ...others];
	return {
		...first,
		text: [...new Set(all.map(({ text }) => text))].join(' or '),
		short: [...new Set(all.map(({ short }) => short))].join(' or ')
	};
}

/**
 * Equal for sayings that only differ in how they are put: bridges leave out what they do not
 * support, a server may spell it out. Undefined where there is nothing to compare.
 */
function meaningOf({ reading, key }: Statement): string | undefined {
	switch (reading.kind) {
		case 'unreported':
		case 'inapplicable':
			return undefined;
		case 'level':
			if (reading.level === 'unsupported') return 'nothing';
			return reading.level === 'rejected' ? 'refused' : key;
		case 'flag':
			return reading.value ? key : 'nothing';
		case 'unstated':
			return 'nothing';
		case 'omitted':
			if (reading.as === 'none') return 'nothing';
			return reading.as === 'rejected' ? 'refused' : key;
		default:
			return key;
	}
}
