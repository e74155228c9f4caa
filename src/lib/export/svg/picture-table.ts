import { cleanText } from '../clean-text';
import type { CellStyle, Tone } from '$lib/domain/capabilities/format-value';
import type { Difference } from '$lib/domain/capabilities/table/table-labels';
import type { WorkingShare } from '$lib/domain/capabilities/table/table';

/** The end of a text that its symbol makes redundant: the legend explains the symbol. */
export const NOT_LISTED = / \(not listed\)$/;

/** A table as a picture draws it: its rows may be capabilities or networks. */
export interface PictureTable {
	/** Name of the first column: `Capability`. */
	corner: string;
	columns: readonly PictureColumn[];
	/** A section without a title has no heading of its own. */
	sections: readonly PictureSection[];
	/** Names the rows that a picture has no room for: `row`, `network`. */
	rowWord: string;
	/** Names the columns that a picture has no room for. */
	columnWord: string;
	/** Name of the column that others are compared with. */
	baseline?: string;
	/** Sentences below the table that no cell refers to. */
	remarks: readonly string[];
}

export interface PictureColumn {
	name: string;
	networkKey?: string | undefined;
	/** One line below the name; may be empty. */
	caption: string;
	/** `Baseline`, `Reference` …, above the name. */
	labels: readonly string[];
	/** The mark stands above the name rather than beside it. */
	isNarrow?: boolean;
	/** `solid` around the baseline, `dashed` around values of another origin. */
	frame?: 'solid' | 'dashed' | undefined;
}

export interface PictureSection {
	title?: string;
	rows: readonly PictureRow[];
	/** The number of hidden rows; absent in an open section. */
	folded?: number | undefined;
}

export interface PictureRow {
	name: string;
	networkKey?: string | undefined;
	/** Small, below the name; may be empty. */
	caption: string;
	/** The name of several rows, which follow it indented. */
	isHeading: boolean;
	isIndented: boolean;
	/** True for less space above and below. */
	isTight?: boolean;
	/** One for each column. */
	cells: readonly PictureCell[];
	share?: WorkingShare | undefined;
}

export interface PictureCell {
	/** At least one. */
	tiles: readonly PictureTile[];
	/** Sentences, numbered in the order in which they first occur. */
	notes: readonly string[];
	/** True for a value equal to the baseline's, which is drawn in grey. */
	isSame?: boolean;
	/** Less space above and below. */
	isTight?: boolean;
}

export interface PictureTile {
	text: string;
	/** A symbol of `format-value.ts`. */
	symbol: string;
	tone: Tone;
	/** No text says what the symbol means. */
	isSymbolAlone?: boolean;
	/** The meaning of the symbol, where the text does not say it. */
	symbolLabel?: string | undefined;
	/** The mark of a value that differs from the baseline's. */
	difference?: Difference | undefined;
	/** The value of the reference rather than of the chats. */
	isReference?: boolean;
	/** The style of the value, for a legend; absent where none can be needed. */
	style?: CellStyle | undefined;
	/** The number of its column's chats that it stands for: `1,400`, `most`; absent: all. */
	amount?: string | undefined;
	/** The text can be left to the symbol and a legend, in a table of many columns. */
	isSaidBySymbol?: boolean;
}

/** The notes that cells of these sections refer to. */
export function listNotes(sections: readonly PictureSection[]): string[] {
	const notes = sections.flatMap(({ rows }) =>
		rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.notes))
	);
	return [...new Set(notes)];
}

/** A table whose cells show symbols alone where these say enough; its columns take half the room. */
export function toSymbols(table: PictureTable): PictureTable {
	return {
		...table,
		columns: table.columns.map((column) => ({ ...column, isNarrow: true })),
		sections: table.sections.map((section) => ({
			...section,
			rows: section.rows.map((row) => ({
				...row,
				isTight: true,
				cells: row.cells.map((cell) => ({
					...cell,
					isTight: true,
					tiles: cell.tiles.map(toSymbol)
				}))
			}))
		}))
	};
}

function toSymbol(tile: PictureTile): PictureTile {
	if (!tile.isSaidBySymbol) return tile;
	return { ...tile, text: '', symbolLabel: tile.style?.text, isSymbolAlone: true };
}

/** The text of a tile: `Full`, `Full in 1,400`; beside a symbol that stands alone `most`. */
export function formatTile({ text, amount }: PictureTile): string {
	const words = cleanText(text);
	if (amount === undefined) return words;
	return words === '' ? amount : `${words} in\u00a0${amount}`;
}
