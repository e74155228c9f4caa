import type { TableColumn } from '$lib/domain/capabilities/table/table';
import type { MenuItem } from '../ui/menu';

/** The actions in the menu of a column's header; absent ones are not offered. */
export interface ColumnActions {
	/** Compares all columns with one, or (null) stops comparing. */
	onbaseline?: ((columnKey: string | null) => void) | undefined;
	/** Splits a column into its variants, or merges the variants of a column. */
	onsplit?: ((columnKey: string) => void) | undefined;
	/** Shows this column alone. */
	ononly?: ((columnKey: string) => void) | undefined;
	/** Hides this column. */
	onhide?: ((columnKey: string) => void) | undefined;
	/** Shows two columns alone, compared with the first of them. */
	oncompare?: ((columnKeys: readonly [string, string]) => void) | undefined;
	/** True when the column can be split or merged. */
	canSplit: (columnKey: string) => boolean;
	/** True when the column is a variant. */
	isSplit: (columnKey: string) => boolean;
}

interface ItemContext {
	columns: readonly TableColumn[];
	/** Key of the column that waits for another to be compared with. */
	compared: string | undefined;
	actions: ColumnActions;
	/** Makes a column wait for another, or (undefined) none. */
	oncompared: (columnKey: string | undefined) => void;
}

/** The items of the menu of a column's header. */
export function listColumnItems(
	{ key, isBaseline }: TableColumn,
	{ columns, compared, actions, oncompared }: ItemContext
): MenuItem[] {
	const { onbaseline, onsplit, ononly, onhide, oncompare, canSplit, isSplit } = actions;
	const hasOthers = columns.length > 1;
	const first = columns.find((column) => column.key === compared);

	function createCompareItem(): MenuItem | undefined {
		if (!oncompare || !hasOthers) return undefined;
		if (!first) return { id: 'compare', name: 'Compare with…', run: () => oncompared(key) };
		if (first.key === key)
			return { id: 'compare', name: 'Don’t compare', run: () => oncompared(undefined) };
		return {
			id: 'compare',
			name: `Compare with ${first.name}`,
			run() {
				oncompared(undefined);
				oncompare([first.key, key]);
			}
		};
	}

	return [
		hasOthers && ononly && { id: 'only', name: 'Only this', run: () => ononly(key) },
		hasOthers && onhide && { id: 'hide', name: 'Hide', run: () => onhide(key) },
		createCompareItem(),
		onbaseline && {
			id: 'baseline',
			name: isBaseline ? 'Stop comparing with this' : 'Compare all with this',
			run: () => onbaseline(isBaseline ? null : key)
		},
		onsplit &&
			canSplit(key) && {
				id: 'split',
				name: isSplit(key) ? 'Merge variants' : 'Show variants',
				startsGroup: true,
				run: () => onsplit(key)
			}
	].filter((item) => item !== undefined && item !== false);
}
