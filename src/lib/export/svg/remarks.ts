import type { CellStyle } from '$lib/domain/capabilities/format-value';
import { DIFFERENCES, type Difference } from '$lib/domain/capabilities/table/table-labels';
import { CELL_STYLES } from '$lib/domain/capabilities/format-value';
import { cleanText } from '../clean-text';
import { createSpace, placeInColumn, type Block } from './layout';
import { layOutFlow, LEADING, type FlowEntry } from './flow';
import { drawComparison, SYMBOL_SIZE, drawSymbol } from './symbols';
import { measureWidth, SMALLEST_SIZE } from './measure-text';
import { listNotes, type PictureSection, type PictureTable } from './picture-table';
import type { Colours } from './colours';
import { layOutText } from './text-block';

const HANG = SYMBOL_SIZE + 5;

/** Symbols that mean more than the word beside them. */
const UNCLEAR = new Set(['◐', '⚠', '⊖', '○']);
const DIFFERENCE_STARTS: Readonly<Record<Difference, string>> = {
	better: 'Better than ',
	worse: 'Worse than ',
	similar: 'About the same as ',
	other: 'Different from '
};

/**
 * All that stands below the table: what is left out, the notes with the numbers by which cells refer
 * to them, and a legend of the marks that need one.
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
	const plain = [...more, ...remarks];
	const notes = listNotes(sections).map((note, index) => createNote(note, index + 1, colours));
	const legend = [
		...findStyles(sections).map((style) => createStyleEntry(style, colours)),
		...findDifferences(sections).map((difference) =>
			createComparisonEntry(difference, baseline, colours)
		),
		...(columns.some(({ frame }) => frame === 'solid')
			? [createPlainEntry(`Grey: same as ${baseline}`)]
			: [])
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

function createStyleEntry({ text, meaning, symbol, tone }: CellStyle, colours: Colours): FlowEntry {
	return {
		text: cleanText(`${text}: ${toClause(meaning)}`),
		hang: HANG,
		drawMark: (x, y) => drawSymbol(symbol, x, y + 1.5, colours.tones[tone].ink)
	};
}

function createComparisonEntry(
	difference: Difference,
	baseline: string,
	colours: Colours
): FlowEntry {
	return {
		text: cleanText(DIFFERENCE_STARTS[difference] + baseline),
		hang: HANG,
		drawMark: (x, y) => drawComparison(difference, x + 1, y + 3, colours)
	};
}

/** A sentence as a part of a line: `works with limits`. */
function toClause(sentence: string): string {
	const words = sentence.replace(/\.$/, '');
	return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The styles whose symbol stands alone, or means more than the word beside it. */
function findStyles(sections: readonly PictureSection[]): CellStyle[] {
	const tiles = sections.flatMap(({ rows }) =>
		rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.tiles))
	);
	const used = new Set(
		tiles.flatMap(({ style, symbol, isSymbolAlone = false }) =>
			style && (isSymbolAlone || UNCLEAR.has(symbol)) ? style : []
		)
	);
	return CELL_STYLES.filter((style) => used.has(style));
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
