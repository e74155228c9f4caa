import {
	COMPARISONS,
	DIFFERENCES,
	type Difference
} from '$lib/domain/capabilities/table/table-labels';
import { CELL_STYLES } from '$lib/domain/capabilities/format-value';
import { capitalize } from '$lib/format/sentence';
import { cleanText } from '../clean-text';
import { createSpace, placeInColumn, type Block } from './layout';
import { layOutFlow, LEADING, type FlowEntry } from './flow';
import { drawComparison, SYMBOL_SIZE, drawSymbol } from './symbols';
import { measureWidth, SMALLEST_SIZE } from './measure-text';
import { listNotes, NOT_LISTED, type PictureSection, type PictureTable } from './picture-table';
import type { Colours } from './colours';
import { layOutText } from './text-block';

const HANG = SYMBOL_SIZE + 5;

/**
 * Short meanings of the symbols that mean more than the word beside them: a legend has one line.
 */
const UNCLEAR: ReadonlyMap<string, string> = new Map([
	['◐', 'with limits'],
	['⚠', 'sent without it'],
	['⊖', 'not listed'],
	['○', 'plain text']
]);

/**
 * The texts below the table: rows and columns left out, the notes with the numbers by which cells
 * refer to them, and a legend of the marks that need one.
 *
 * @param table - its sections are those that the picture shows
 */
export function layOutRemarks(
	{ columns, sections, remarks, baseline = 'the baseline' }: PictureTable,
	more: readonly string[],
	left: number,
	width: number,
	colours: Colours
): Block {
	const differences = findDifferences(sections);
	const isFramed = columns.some(({ frame }) => frame === 'solid');
	const plain = [
		...more,
		...remarks,
		...(differences.length > 0 && !isFramed ? [`Compared with ${baseline}.`] : [])
	];
	const notes = listNotes(sections).map((note, index) => createNote(note, index + 1, colours));
	const legend = [
		...listStyleEntries(sections, colours),
		...differences.map((difference) => createComparisonEntry(difference, colours)),
		...(isFramed ? [createPlainEntry('Grey: same')] : [])
	];
	const groups = [plain.map(createPlainEntry), notes, legend].filter(({ length }) => length > 0);
	return placeInColumn(
		groups.flatMap((entries) => [createSpace(8), layOutFlow(entries, left, width, colours)])
	);
}

function createPlainEntry(words: string): FlowEntry {
	return { text: cleanText(words), hang: 0, drawMark: () => '' };
}

function createNote(note: string, number: number, colours: Colours): FlowEntry {
	const style = { size: SMALLEST_SIZE, weight: 600, fill: colours.ink, leading: LEADING } as const;
	return {
		text: cleanText(note),
		hang: measureWidth(`${number}`, style) + 5,
		drawMark: (x, y) => layOutText(`${number}`, x, Infinity, style).draw(y, LEADING)
	};
}

function createComparisonEntry(difference: Difference, colours: Colours): FlowEntry {
	return {
		text: capitalize(COMPARISONS[difference].word),
		hang: HANG,
		drawMark: (x, y) => drawComparison(difference, x + 1, y + 3, colours)
	};
}

/**
 * The styles whose symbol stands alone, with their word, and those whose symbol means more than the
 * word beside it.
 */
function listStyleEntries(sections: readonly PictureSection[], colours: Colours): FlowEntry[] {
	const tiles = sections.flatMap(({ rows }) =>
		rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.tiles))
	);
	const alone = new Set(tiles.flatMap((tile) => (tile.isSymbolAlone ? (tile.style ?? []) : [])));
	const unclear = new Set(
		tiles.flatMap(({ style, symbol, text }) =>
			style && UNCLEAR.has(symbol) && !NOT_LISTED.test(text) ? style : []
		)
	);
	return CELL_STYLES.filter((style) => alone.has(style) || unclear.has(style)).map((style) => {
		const { text, symbol, tone } = style;
		const word = alone.has(style) ? text.replace(NOT_LISTED, '') : '';
		return {
			text: cleanText(capitalize([word, UNCLEAR.get(symbol)].filter(Boolean).join(': '))),
			hang: HANG,
			drawMark: (x, y) => drawSymbol(symbol, x, y + 1.5, colours.tones[tone].ink)
		};
	});
}

function findDifferences(sections: readonly PictureSection[]): Difference[] {
	const used = new Set(
		sections.flatMap(({ rows }) =>
			rows.flatMap(({ cells }) =>
				cells.flatMap(({ tiles }) => tiles.map(({ difference }) => difference))
			)
		)
	);
	return DIFFERENCES.filter((difference) => used.has(difference));
}
