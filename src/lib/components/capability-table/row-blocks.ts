import { parsePath } from '$lib/domain/capabilities/path';
import type { TableRow } from '$lib/domain/capabilities/table/table';

/** A row with its details, or details whose row is not in the table. */
export interface RowBlock {
	/** Unique within the section. */
	key: string;
	/** The row that the others are details of; absent: it is filtered away. */
	head?: TableRow;
	details: readonly TableRow[];
	/** Rows of MIME types, which are folded once more: they are many, and few people need them. */
	mimeRows: readonly TableRow[];
}

/** Groups the rows of a section into blocks, in the order of their first rows. */
export function groupRows(rows: readonly TableRow[]): RowBlock[] {
	const byPath = new Map(rows.map((line) => [line.row.path, line]));
	const blocks = new Map<string, { head?: TableRow; details: TableRow[]; mimeRows: TableRow[] }>();
	for (const line of rows) {
		const { path, parentPath } = line.row;
		const isMime = parsePath(path).in === 'mime';
		const head = parentPath === undefined ? undefined : byPath.get(parentPath);
		// Without their type, MIME types stay together, and other details are rows like any other.
		const key = (head || isMime ? parentPath : undefined) ?? path;
		const block = blocks.get(key) ?? { details: [], mimeRows: [] };
		blocks.set(key, block);
		if (isMime) block.mimeRows.push(line);
		else if (head) block.details.push(line);
		else block.head = line;
	}
	return [...blocks].map(([key, block]) => ({ key, ...block }));
}
