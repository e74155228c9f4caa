import type { FormattedValue } from '$lib/domain/capabilities/format';
import { formatNumber } from '$lib/format/number';
import type { TableCell, SheetPart } from '$lib/domain/capabilities/table/table';
import { clean } from '../clean-text';
import { padded, type Block } from './layout';
import { comparisonMark, MARK, symbolMark } from './symbols';
import { measureWidth } from './measure-text';
import type { Palette } from './palette';
import { raisedWidth, textBlock } from './text-block';
import { element, escapeXml } from './xml';

/** The type of a cell, smaller where several answers share it. */
interface Type {
	size: number;
	leading: number;
	/** Pixels above and below the words. */
	air: number;
}

const ALONE: Type = { size: 12.5, leading: 16, air: 5.5 };
const AMONG: Type = { size: 11.5, leading: 15, air: 3.5 };
const SMALL = { size: 11 } as const;
const PAD = 8;
const HANG = MARK + 6;
const ARROW = 15;
const GAP = 1.5;
/** Characters: longer lists make rows uneven, so they are counted instead. */
const ROOM = 24;

/** Pixels in which its words fit on one line each. */
export function measureCell(cell: TableCell): number {
	const type = typeOf(cell);
	const raised = raisedWidth({ raised: numbersOf(cell), size: type.size });
	const widths = cell.parts.map((part) => measureWidth(wordsOf(part, cell), type));
	const reference = cell.reference ? measureWidth(referenceWords(cell.reference), SMALL) : 0;
	return Math.max(...widths, reference) + HANG + PAD * 2 + GAP * 2 + raised + arrowWidth(cell);
}

/** What the chats of a column say: a tile for each answer, and one for what the reference says. */
export function cellBlock(cell: TableCell, x: number, width: number, palette: Palette): Block {
	const left = x + GAP;
	const room = width - GAP * 2;
	const tiles = cell.parts.map((part, index) => partTile(part, index, cell, left, room, palette));
	if (cell.reference) tiles.push(referenceTile(cell.reference, left, room, palette));
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
			return element('g', { role: 'cell' }, drawn.join(''));
		}
	};
}

function partTile(
	part: SheetPart,
	index: number,
	cell: TableCell,
	x: number,
	width: number,
	palette: Palette
): Block {
	const isSame = cell.comparison === 'same';
	const tone = palette.tones[isSame ? 'silent' : part.statement.tone];
	const { size, leading, air } = typeOf(cell);
	const raised = index === cell.parts.length - 1 ? numbersOf(cell) : '';
	const room = width - PAD * 2 - HANG - arrowWidth(cell);
	const style = { size, leading, fill: tone.ink, most: 5, raised };
	const words = textBlock(wordsOf(part, cell), x + PAD + HANG, room, style);
	const block = padded(words, air);
	return {
		height: block.height,
		draw(top, height) {
			const spare = (height - block.height) / 2;
			const middle = top + spare + air + (leading - MARK) / 2;
			const symbol = symbolMark(part.statement.symbol, x + PAD, middle, tone.ink);
			const seen = index === 0 ? arrow(cell, x + width - PAD - 10, middle + 1.5, palette) : '';
			return (
				tile(x, top, width, height, { fill: tone.tint }) +
				(part.look === undefined ? symbol : named(symbol, part.look)) +
				block.draw(top + spare, block.height) +
				seen
			);
		}
	};
}

function referenceTile(
	reference: FormattedValue,
	x: number,
	width: number,
	palette: Palette
): Block {
	const ink = palette.inkMuted;
	const style = { ...SMALL, fill: ink, leading: 14, most: 3 };
	const room = width - PAD * 2 - HANG;
	const block = padded(textBlock(referenceWords(reference), x + PAD + HANG, room, style), 4);
	const dashes = { fill: 'none', stroke: palette.lineStrong, 'stroke-dasharray': '3 3' };
	return {
		height: block.height,
		draw: (top, height) =>
			tile(x + 0.5, top + 0.5, width - 1, height - 1, dashes) +
			symbolMark(reference.symbol, x + PAD, top + height / 2 - MARK / 2, ink) +
			block.draw(top + (height - block.height) / 2, block.height)
	};
}

function typeOf({ parts }: TableCell): Type {
	return parts.length > 1 ? AMONG : ALONE;
}

function wordsOf({ statement, chats }: SheetPart, { parts }: TableCell): string {
	const { text, short } = statement;
	if (parts.length === 1) return clean(text.length > ROOM ? short : text);
	const isAmbiguous = parts.some(
		(other) => other.statement.short === short && other.statement.text !== text
	);
	return `${clean(isAmbiguous ? text : short)} in\u00a0${formatNumber(chats)}`;
}

function referenceWords({ short }: FormattedValue): string {
	return clean(`reference: ${short}`);
}

function numbersOf({ notes }: TableCell): string {
	return notes.join(' ');
}

function arrowWidth({ comparison }: TableCell): number {
	return comparison === undefined || comparison === 'same' ? 0 : ARROW;
}

function arrow({ comparison }: TableCell, x: number, y: number, palette: Palette): string {
	if (comparison === undefined || comparison === 'same') return '';
	return comparisonMark(comparison, x, y, palette);
}

function named(symbol: string, words: string): string {
	return element('g', {}, element('title', {}, escapeXml(clean(words))) + symbol);
}

function tile(
	x: number,
	y: number,
	width: number,
	height: number,
	paint: Readonly<Record<string, string | undefined>>
): string {
	if (paint.fill === undefined) return '';
	return element('rect', { x, y, width, height, rx: 5, ...paint });
}
