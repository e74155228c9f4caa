import { parsePath } from '$lib/domain/capabilities/path';
import type { TableRow } from '$lib/domain/capabilities/table/table';

/** Rows about one type of attachment, or about none. */
export interface RowBlock {
	part: string | undefined;
	rows: readonly TableRow[];
	/** Many, and of interest to few: folded away. */
	mimeRows: readonly TableRow[];
	/** The row of the type as a whole is among them, so the others need not repeat its name. */
	isHeaded: boolean;
}

/** The rows of a section by type of attachment, in the order in which they come. */
export function groupRows(rows: readonly TableRow[]): RowBlock[] {
	const parts = new Map<string | undefined, { rows: TableRow[]; mimeRows: TableRow[] }>();
	for (const line of rows) {
		const { part, path } = line.row;
		let block = parts.get(part);
		if (!block) parts.set(part, (block = { rows: [], mimeRows: [] }));
		if (parsePath(path).in === 'mime') block.mimeRows.push(line);
		else block.rows.push(line);
	}
	return [...parts].map(([part, block]) => ({
		part,
		...block,
		isHeaded: block.rows.some(({ row }) => row.name === part)
	}));
}
