import type { CapabilityRow } from '$lib/domain/capabilities/row';
import type { CellPart } from '$lib/domain/capabilities/table/table';

/** The URLs that the parts of a table link to. */
export interface TableLinks {
	/** The chats of one part of a cell; undefined where no URL selects them. */
	getPartHref: (columnKey: string, row: CapabilityRow, part: CellPart) => string | undefined;
	/** The chats of a column; undefined where no URL selects them. */
	getColumnHref: (columnKey: string) => string | undefined;
	/** The variants of a column, at this row; undefined where no URL shows them. */
	getVariantsHref: (columnKey: string, path: string) => string | undefined;
	/** The permalink of a row, or of a cell in it; undefined where the table has no URL. */
	getCellHref: (path: string, columnKey?: string) => string | undefined;
	/** The note of that number, below the table. */
	getNoteHref: (number: number) => string;
}
