import type { Capabilities } from '$lib/domain/capabilities/model';
import type { SourcedColumn } from '$lib/domain/capabilities/columns/column';
import { sheetOf, type SheetOptions } from '$lib/domain/capabilities/table/build-table';
import type { Sheet, SheetCell, SheetRow } from '$lib/domain/capabilities/table/table';

/** A column of the user's chats: so many that report each of some capabilities, so many that report none. */
export function column(
	name: string,
	kinds: readonly (readonly [Capabilities, number])[],
	silent = 0,
	rest: Partial<SourcedColumn> = {}
): SourcedColumn {
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

export function rowsOf({ sections }: Sheet): SheetRow[] {
	return sections.flatMap(({ rows }) => rows);
}

export function rowAt(sheet: Sheet, path: string): SheetRow {
	const row = rowsOf(sheet).find((one) => one.row.path === path);
	if (!row) throw new Error(`no row ${path}`);
	return row;
}

/** The cell of the one column in the row at `path`. */
export function cellOf(
	path: string,
	kinds: readonly (readonly [Capabilities, number])[],
	options?: SheetOptions
): SheetCell {
	const [cell] = rowAt(sheetOf([column('Signal', kinds)], options), path).cells;
	if (!cell) throw new Error(`no cell in ${path}`);
	return cell;
}

/** A cell as people read it: symbol and text of every part. */
export function wordsOf({ parts }: SheetCell): string[] {
	return parts.map(({ statement: { symbol, text } }) => `${symbol} ${text}`);
}
