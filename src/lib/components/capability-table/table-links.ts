import type { CapabilityRow } from '$lib/domain/capabilities/row';
import type { SheetPart } from '$lib/domain/capabilities/table/table';

/** Where the parts of a table lead. */
export interface TableLinks {
	/** The chats of a column that say one part of a cell; undefined where no address selects them. */
	hrefOfPart: (columnKey: string, row: CapabilityRow, part: SheetPart) => string | undefined;
	/** The chats of a column; undefined where no address selects them. */
	hrefOfColumn: (columnKey: string) => string | undefined;
	/** The permalink of a row, or of a cell in it; undefined where the table has no address. */
	hrefOfCell: (path: string, columnKey?: string) => string | undefined;
	/** The note of that number, below the table. */
	hrefOfNote: (number: number) => string;
}
