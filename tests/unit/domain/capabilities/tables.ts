import type { Capabilities } from '$lib/domain/capabilities/model';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { buildTable, type TableOptions } from '$lib/domain/capabilities/table/build-table';
import type { TableModel, TableCell, TableRow } from '$lib/domain/capabilities/table/table';

/** A column of the user's chats: numbers of chats for each set of capabilities, and of chats without any. */
export function column(
	name: string,
	kinds: readonly (readonly [Capabilities, number])[],
	silent = 0,
	rest: Partial<CapabilityColumn> = {}
): CapabilityColumn {
	const sets = new Map([...kinds].sort(([, a], [, b]) => b - a));
	const reported = kinds.reduce((sum, [, count]) => sum + count, 0);
	const key = name.toLowerCase();
	return {
		key,
		name,
		networkKey: key,
		origin: 'chats',
		chats: reported + silent,
		reported,
		sets,
		...rest
	};
}

export function listRows({ sections }: TableModel): TableRow[] {
	return sections.flatMap(({ rows }) => rows);
}

export function rowAt(table: TableModel, path: string): TableRow {
	const row = listRows(table).find((one) => one.row.path === path);
	if (!row) throw new Error(`no row ${path}`);
	return row;
}

/** The cell of the one column in the row at `path`. */
export function buildOnlyCell(
	path: string,
	kinds: readonly (readonly [Capabilities, number])[],
	options?: TableOptions
): TableCell {
	const [cell] = rowAt(buildTable([column('Signal', kinds)], options), path).cells;
	if (!cell) throw new Error(`no cell in ${path}`);
	return cell;
}

/** The symbol and text of every part of a cell. */
export function formatParts({ parts }: TableCell): string[] {
	return parts.map(({ formatted: { symbol, text } }) => `${symbol} ${text}`);
}
