import type { FormattedValue } from '$lib/domain/capabilities/format-value';
import { formatNumber } from '$lib/format/number';
import { abbreviatePart } from '$lib/domain/capabilities/table/table-labels';
import type { CellPart, TableCell } from '$lib/domain/capabilities/table/table';
import { cleanText } from '../clean-text';
import { pad, type Block } from './layout';
import { drawComparison, SYMBOL_SIZE, drawSymbol } from './symbols';
import { measureWidth } from './measure-text';
import type { Colours } from './colours';
import { measureRaised, layOutText } from './text-block';
import { writeElement, escapeXml } from './xml';

/** The font of a cell; smaller in a cell of several parts. */
interface CellFont {
	size: number;
	leading: number;
	/** Pixels above and below the text. */
	padding: number;
}

const SINGLE: CellFont = { size: 12.5, leading: 16, padding: 5.5 };
const SEVERAL: CellFont = { size: 11.5, leading: 15, padding: 3.5 };
const SMALL = { size: 11 } as const;
const PAD = 8;
const HANG = SYMBOL_SIZE + 6;
const ARROW = 15;
const GAP = 1.5;

/** The width in pixels in which each part fits on one line. */
export function measureCell(cell: TableCell): number {
	const font = getCellFont(cell);
	const raised = measureRaised({ raised: formatNotes(cell), size: font.size });
	const widths = cell.parts.map((part) => measureWidth(formatPart(part, cell), font));
	const reference = cell.reference ? measureWidth(formatReference(cell.reference), SMALL) : 0;
	return Math.max(...widths, reference) + HANG + PAD * 2 + GAP * 2 + raised + getArrowWidth(cell);
}

/** A cell: a tile for each part, and one for the reference's value. */
export function layOutCell(cell: TableCell, x: number, width: number, colours: Colours): Block {
	const left = x + GAP;
	const room = width - GAP * 2;
	const tiles = cell.parts.map((part, index) => layOutPart(part, index, cell, left, room, colours));
	if (cell.reference) tiles.push(layOutReference(cell.reference, left, room, colours));
	const heights = tiles.map((tile) => tile.height);
	const natural = heights.reduce((sum, height) => sum + height + GAP, GAP);
	return {
		height: natural,
		draw(top, height) {
			const spare = (height - natural) / tiles.length;
			let y = top + GAP;
			const drawn = tiles.map((tile) => {
				const markup = tile.draw(y, tile.height + spare);
				y += tile.height + spare + GAP;
				return markup;
			});
			return writeElement('g', { role: 'cell' }, drawn.join(''));
		}
	};
}

function layOutPart(
	part: CellPart,
	index: number,
	cell: TableCell,
	x: number,
	width: number,
	colours: Colours
): Block {
	const isSame = cell.comparison === 'same';
	const tone = colours.tones[isSame ? 'silent' : part.formatted.tone];
	const { size, leading, padding } = getCellFont(cell);
	const raised = index === cell.parts.length - 1 ? formatNotes(cell) : '';
	const room = width - PAD * 2 - HANG - getArrowWidth(cell);
	const style = { size, leading, fill: tone.ink, most: 5, raised };
	const words = layOutText(formatPart(part, cell), x + PAD + HANG, room, style);
	const block = pad(words, padding);
	return {
		height: block.height,
		draw(top, height) {
			const spare = (height - block.height) / 2;
			const middle = top + spare + padding + (leading - SYMBOL_SIZE) / 2;
			const symbol = drawSymbol(part.formatted.symbol, x + PAD, middle, tone.ink);
			const seen = index === 0 ? drawArrow(cell, x + width - PAD - 10, middle + 1.5, colours) : '';
			return (
				drawTile(x, top, width, height, { fill: tone.tint }) +
				(part.symbolLabel === undefined ? symbol : addTitle(symbol, part.symbolLabel)) +
				block.draw(top + spare, block.height) +
				seen
			);
		}
	};
}

function layOutReference(
	reference: FormattedValue,
	x: number,
	width: number,
	colours: Colours
): Block {
	const ink = colours.inkMuted;
	const style = { ...SMALL, fill: ink, leading: 14, most: 3 };
	const room = width - PAD * 2 - HANG;
	const block = pad(layOutText(formatReference(reference), x + PAD + HANG, room, style), 4);
	const dashes = { fill: 'none', stroke: colours.lineStrong, 'stroke-dasharray': '3 3' };
	return {
		height: block.height,
		draw: (top, height) =>
			drawTile(x + 0.5, top + 0.5, width - 1, height - 1, dashes) +
			drawSymbol(reference.symbol, x + PAD, top + height / 2 - SYMBOL_SIZE / 2, ink) +
			block.draw(top + (height - block.height) / 2, block.height)
	};
}

function getCellFont({ parts }: TableCell): CellFont {
	return parts.length > 1 ? SEVERAL : SINGLE;
}

/** `Full`; in a cell of several parts `Full in 14`. */
function formatPart(part: CellPart, { parts }: TableCell): string {
	const text = cleanText(abbreviatePart(part, parts));
	return parts.length === 1 ? text : `${text} in\u00a0${formatNumber(part.chats)}`;
}

function formatReference({ short }: FormattedValue): string {
	return cleanText(`reference: ${short}`);
}

function formatNotes({ notes }: TableCell): string {
	return notes.join(' ');
}

function getArrowWidth({ comparison }: TableCell): number {
	return comparison === undefined || comparison === 'same' ? 0 : ARROW;
}

function drawArrow({ comparison }: TableCell, x: number, y: number, colours: Colours): string {
	if (comparison === undefined || comparison === 'same') return '';
	return drawComparison(comparison, x, y, colours);
}

function addTitle(symbol: string, words: string): string {
	return writeElement('g', {}, writeElement('title', {}, escapeXml(cleanText(words))) + symbol);
}

function drawTile(
	x: number,
	y: number,
	width: number,
	height: number,
	paint: Readonly<Record<string, string | undefined>>
): string {
	if (paint.fill === undefined) return '';
	return writeElement('rect', { x, y, width, height, rx: 5, ...paint });
}
