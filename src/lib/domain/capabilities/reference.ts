import { compareByName } from '$lib/format/list';
import { isNetworkNamed, type Network } from '../chat/network';
import type { CapabilityColumn } from './columns/column';
import type { FormattedValue } from './format-value';
import type { Statement } from './table/statement';
import type { CellParts } from './table/table';

/**
 * Facts about networks that do not depend on the user's chats, by network key. In its columns,
 * `chats` counts kinds of chats.
 */
export type Reference = ReadonlyMap<string, Omit<CapabilityColumn, 'origin'>>;

/**
 * The part of a reference that belongs beside a table's columns: the networks of the table, and
 * networks without chats. A network whose chats the view leaves out must not come back.
 *
 * @param networks - every network that has chats
 * @param words - as in `pickNetworks`; where there are any, they must name the networks without chats, too
 */
export function filterReference(
	reference: Reference,
	columns: readonly Pick<CapabilityColumn, 'networkKey'>[],
	networks: readonly Network[],
	words: readonly string[] = []
): Reference {
	const shown = new Set(columns.map(({ networkKey }) => networkKey));
	const known = new Set(networks.map(({ key }) => key));
	return new Map(
		[...reference].filter(([key, { name }]) => {
			if (shown.has(key)) return true;
			const isNamed = words.some((word) => isNetworkNamed({ key, name }, word));
			return !known.has(key) && (words.length === 0 || isNamed);
		})
	);
}

/**
 * Builds a column for each network of the reference that the table has no column for, A–Z. A table
 * whose columns are not networks gets none.
 */
export function buildMissingColumns(
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
 * The value of the reference, where a cell deviates from it. Undefined where every statement of the
 * cell is also made by some kind of chat in the reference, and where either can't be compared.
 */
export function findDeviation(cell: CellParts, reference: CellParts): FormattedValue | undefined {
	const meanings = new Set(reference.map(({ statement }) => getMeaning(statement)));
	if (meanings.has(undefined)) return undefined;
	const isConfirmed = cell.every(({ statement }) => {
		const meaning = getMeaning(statement);
		return meaning === undefined || meanings.has(meaning);
	});
	if (isConfirmed) return undefined;
	const [first, ...others] = reference.map(({ formatted }) => formatted);
	if (!first || others.length === 0) return first;
	const all = [first, ...others];
	return {
		...first,
		text: [...new Set(all.map(({ text }) => text))].join(' or '),
		short: [...new Set(all.map(({ short }) => short))].join(' or ')
	};
}

/**
 * A key that is equal for statements with the same meaning: a bridge leaves out unsupported
 * features, a server may state them. Undefined for a statement that can't be compared.
 */
function getMeaning({ value, key }: Statement): string | undefined {
	switch (value.kind) {
		case 'unreported':
		case 'inapplicable':
			return undefined;
		case 'level':
			if (value.level === 'unsupported') return 'nothing';
			return value.level === 'rejected' ? 'refused' : key;
		case 'flag':
			return value.value ? key : 'nothing';
		case 'unstated':
			return 'nothing';
		case 'omitted':
			if (value.as === 'none') return 'nothing';
			return value.as === 'rejected' ? 'refused' : key;
		default:
			return key;
	}
}
