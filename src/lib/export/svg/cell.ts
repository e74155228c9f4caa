import { cleanText } from '../clean-text';
import type { TextWidths } from './grid';
import { pad, type Block } from './layout';
import { drawComparison, SYMBOL_SIZE, drawSymbol } from './symbols';
import { measureLongestWord, measureWidth } from './measure-text';
import { formatTile, type PictureCell, type PictureTile } from './picture-table';
import type { Colours } from './colours';
import { measureRaised, layOutText } from './text-block';
import { writeElement, escapeXml } from './xml';

/** The font of a cell; smaller in a cell of several tiles. */
interface CellFont {
	size: number;
	leading: number;
	/** Pixels above and below the text. */
	padding: number;
}

const SINGLE: CellFont = { size: 13, leading: 16, padding: 5.5 };
const TIGHT: CellFont = { ...SINGLE, padding: 3 };
const SEVERAL: CellFont = { size: 12, leading: 15, padding: 3.5 };
const PAD = 8;
const HANG = SYMBOL_SIZE + 6;
const ARROW = 15;
const GAP = 1.5;
/** Pixels between the edge of a column and its tiles. */
const GUTTER = 2;

/** Gives the number of a note. */
export type NoteNumbers = (note: string) => number;

/** The widths of a cell whose tiles each fit on one line, or break no word. */
export function measureCell(cell: PictureCell): TextWidths {
	const font = getCellFont(cell);
	const texts = cell.tiles.map(formatTile);
	const around =
		HANG +
		(PAD + GAP + GUTTER) * 2 +
		Math.max(...cell.tiles.map(getArrowWidth)) +
		(cell.notes.length > 0 ? measureRaised({ raised: cell.notes.map(() => '10').join(' ') }) : 0);
	return {
		natural: Math.max(...texts.map((text) => measureWidth(text, font))) + around,
		least: Math.max(...texts.map((text) => measureLongestWord(text, font))) + around
	};
}

/** A cell: its tiles, one below another. */
export function layOutCell(
	cell: PictureCell,
	x: number,
	width: number,
	getNumber: NoteNumbers,
	colours: Colours
): Block {
	const left = x + GAP + GUTTER;
	const room = width - (GAP + GUTTER) * 2;
	const raised = cell.notes.map(getNumber).join(' ');
	const last = cell.tiles.findLastIndex(({ isReference }) => !isReference);
	const tiles = cell.tiles.map((tile, index) =>
		layOutTile(tile, cell, index === last ? raised : '', left, room, colours)
	);
	const natural = tiles.reduce((sum, { height }) => sum + height + GAP, GAP);
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

function layOutTile(
	tile: PictureTile,
	cell: PictureCell,
	raised: string,
	x: number,
	width: number,
	colours: Colours
): Block {
	const { symbol, symbolLabel, tone, difference, isReference = false } = tile;
	const { ink, tint } = isReference
		? { ink: colours.inkMuted, tint: undefined }
		: colours.tones[cell.isSame ? 'silent' : tone];
	const { size, leading, padding } = getCellFont(cell);
	const room = width - PAD * 2 - HANG - getArrowWidth(tile);
	const style = { size, leading, fill: ink, raised };
	const words = layOutText(formatTile(tile), x + PAD + HANG, room, style);
	const block = pad({ ...words, height: Math.max(leading, words.height) }, padding);
	const dashes = { fill: 'none', stroke: colours.lineStrong, 'stroke-dasharray': '3 3' };
	return {
		height: block.height,
		draw(top, height) {
			const spare = (height - block.height) / 2;
			const middle = top + spare + padding + (leading - SYMBOL_SIZE) / 2;
			const drawn = drawSymbol(symbol, x + PAD, middle, ink);
			return (
				(isReference
					? drawTile(x + 0.5, top + 0.5, width - 1, height - 1, dashes)
					: drawTile(x, top, width, height, { fill: tint })) +
				(symbolLabel === undefined ? drawn : addTitle(drawn, symbolLabel)) +
				block.draw(top + spare, block.height) +
				(difference ? drawComparison(difference, x + width - PAD - 10, middle + 1.5, colours) : '')
			);
		}
	};
}

function getCellFont({ tiles, isTight = false }: PictureCell): CellFont {
	if (tiles.length > 1) return SEVERAL;
	return isTight ? TIGHT : SINGLE;
}

function getArrowWidth({ difference }: PictureTile): number {
	return difference === undefined ? 0 : ARROW;
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
