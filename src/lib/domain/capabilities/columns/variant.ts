import { formatAddressSize } from '$lib/format/bytes';
import type { ChatFilter } from '$lib/domain/chat-list/view';
import { countCapabilities, type Cluster } from './clusters';
import type { ColumnNames, LiveColumn } from './column';
import { formatValue } from '../format-value';
import type { CapabilityRow } from '../row';
import { toSlug } from '../table/fragment';
import type { CapabilityValue } from '../value';
import { findTellingRows, groupVariants } from './variant-group';
import { nameVariants } from './variant-name';
import { createVariantFilter } from './variant-filter';

/** Chats of one column with equal capabilities. */
export interface Variant {
	/** Letters, digits and dashes; unique within the column. Does not depend on the names of accounts. */
	key: string;
	/** `group`, `direct, Edit: Full`; unique within the column. */
	name: string;
	chats: number;
	clusters: readonly Cluster[];
	/** Selects exactly these chats; null where no filter selects those of the column. */
	filter: ChatFilter | null;
}

/** The variants of a column, most chats first; chats that report nothing come last. */
export function findVariants(column: LiveColumn, names: ColumnNames = {}): Variant[] {
	const { filter } = column;
	const rows = findTellingRows(column);
	const groups = groupVariants(column, rows);
	const words = nameVariants(groups, rows, names);
	// Keys are part of URLs, which must work whether names are shown or not, and must not reveal any.
	const keys = nameVariants(groups, rows, { isNameless: true }, formatForKey).map(toSlug);
	return groups.map((group, index) => {
		const key = keys[index] ?? '';
		return {
			key: key && keys.indexOf(key) === keys.lastIndexOf(key) ? key : `variant-${index + 1}`,
			name: words[index] ?? '',
			chats: group.chats,
			clusters: group.clusters,
			filter: filter && createVariantFilter(filter, group, groups, rows)
		};
	});
}

/** Keys stand in saved addresses and keep the units they have always had: `100 MiB`. */
function formatForKey(value: CapabilityValue, row: CapabilityRow): string {
	return value.kind === 'limit' && row.unit === 'bytes'
		? formatAddressSize(value.value)
		: formatValue(value, row).short;
}

/** Replaces a column by a column for each of its variants; a column with one variant stays. */
export function splitColumn(column: LiveColumn, names: ColumnNames = {}): LiveColumn[] {
	const variants = findVariants(column, names);
	if (variants.length < 2) return [column];
	return variants.map(({ key, name, clusters, filter }) => ({
		...column,
		key: `${column.key}:${key}`,
		name: `${column.name}: ${name}`,
		filter,
		clusters,
		variantOf: column.key,
		...countCapabilities(clusters)
	}));
}
