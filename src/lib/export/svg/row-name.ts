import { cleanText } from '../clean-text';
import type { TextWidths, Grid } from './grid';
import { alignMiddle, pad, placeInColumn, type Block } from './layout';
import { measureLongestWord, measureWidth, NAME_FONT, SMALLEST_SIZE } from './measure-text';
import type { PictureRow } from './picture-table';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

export const INSET = 16;
const STEP = 14;
const MARGIN = 10;
const HANG = MARK_SIZE + 6;
const STRONG = { ...NAME_FONT, weight: 600 } as const;

/** The widths of a row's name with the space around it. */
export function measureRowName(row: PictureRow): TextWidths {
	const words = cleanText(row.name);
	const font = getFont(row);
	const around = getInset(row) + MARGIN;
	const caption = measureWidth(cleanText(row.caption), { size: SMALLEST_SIZE });
	return {
		natural: Math.max(measureWidth(words, font), caption) + around,
		least: measureLongestWord(words, font) + around
	};
}

/** The widths of a section's title with the space around it. */
export function measureSectionName(title: string): TextWidths {
	const around = INSET + MARGIN;
	return {
		natural: measureWidth(title, STRONG) + around,
		least: measureLongestWord(title, STRONG) + around
	};
}

export function layOutRowName(row: PictureRow, { left, nameWidth }: Grid, colours: Colours): Block {
	const x = left + getInset(row);
	const room = nameWidth - getInset(row) - MARGIN;
	const name = layOutText(cleanText(row.name), x, room, {
		...{ ...getFont(row), fill: colours.ink, leading: 16 }
	});
	const caption = cleanText(row.caption);
	const small = { size: SMALLEST_SIZE, fill: colours.inkMuted, leading: 15 };
	const text = placeInColumn([
		{
			height: name.height,
			draw: (top, height) =>
				drawNetworkMark(row.networkKey, left + INSET, top + (16 - MARK_SIZE) / 2) +
				name.draw(top, height)
		},
		...(caption === '' ? [] : [layOutText(caption, x, room, small)])
	]);
	const block = alignMiddle(pad(text, row.isTight ? 4 : 7));
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'rowheader' }, block.draw(top, height))
	};
}

function getInset({ isIndented, networkKey }: PictureRow): number {
	return INSET + (isIndented ? STEP : 0) + (networkKey === undefined ? 0 : HANG);
}

function getFont({ isHeading }: PictureRow) {
	return isHeading ? STRONG : NAME_FONT;
}
