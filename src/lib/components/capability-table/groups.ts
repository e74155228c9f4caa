import { placeOf } from '$lib/domain/capabilities/path';
import type { SheetRow } from '$lib/domain/capabilities/table/table';

/** Rows about one type of attachment, or about none. */
export interface RowBlock {
	part: string | undefined;
	rows: readonly SheetRow[];
	/** Many, and of interest to few: folded away. */
	mimeRows: readonly SheetRow[];
	/** The row of the type as a whole is among them, so the others need not repeat its name. */
	isHeaded: boolean;
}

/** The rows of a section by type of attachment, in the order in which they come. */
export function blocksOf(rows: readonly SheetRow[]): RowBlock[] {
	const parts = new Map<string | undefined, { rows: SheetRow[]; mimeRows: SheetRow[] }>();
	for (const line of rows) {
		const { part, path } = line.row;
		let block = parts.get(part);
		if (!block) parts.set(part, (block = { rows: [], mimeRows: [] }));
		if (placeOf(path).in === 'mime') block.mimeRows.push(line);
		else block.rows.push(line);
	}
	return [...parts].map(([part, block]) => ({
		part,
		...block,
		isHeaded: block.rows.some(({ row }) => row.name === part)
	}));
}
