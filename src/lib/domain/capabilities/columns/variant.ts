import type { ChatFilter } from '$lib/domain/chat-list/view';
import { tallyOf, type Cluster } from './clusters';
import type { ColumnNames, TableColumn } from './column';
import { slugOf } from '../table/fragment';
import { tellingRows, variantGroups } from './variant-group';
import { variantNames } from './variant-name';
import { variantFilter } from './variant-filter';

/** Chats of one column with equal capabilities. */
export interface Variant {
	/** Letters, digits and dashes; unique within the column, and the same whether names are shown or not. */
	key: string;
	/** `group`, `direct, Edit: Full`; unique within the column. */
	name: string;
	chats: number;
	clusters: readonly Cluster[];
	/** Selects exactly these chats; null where none selects those of the column. */
	filter: ChatFilter | null;
}

/** The variants of a column, most chats first; chats that report nothing are the last. */
export function variantsOf(column: TableColumn, names: ColumnNames = {}): Variant[] {
	const { filter } = column;
	const rows = tellingRows(column);
	const groups = variantGroups(column, rows);
	const words = variantNames(groups, rows, names);
	// Never made of names: an address holds whether or not they are shown, and tells none.
	const keys = variantNames(groups, rows, { isNameless: true }).map(slugOf);
	return groups.map((group, index) => {
		const key = keys[index] ?? '';
		return {
			key: key && keys.indexOf(key) === keys.lastIndexOf(key) ? key : `variant-${index + 1}`,
			name: words[index] ?? '',
			chats: group.chats,
			clusters: group.clusters,
			filter: filter && variantFilter(filter, group, groups, rows)
		};
	});
}

/** A column for each variant of a column; the column itself where it has but one. */
export function splitColumn(column: TableColumn, names: ColumnNames = {}): TableColumn[] {
	const variants = variantsOf(column, names);
	if (variants.length < 2) return [column];
	return variants.map(({ key, name, clusters, filter }) => ({
		...column,
		key: `${column.key}:${key}`,
		name: `${column.name}: ${name}`,
		filter,
		clusters,
		variantOf: column.key,
		...tallyOf(clusters)
	}));
}
