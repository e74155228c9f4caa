import { getFullName, type CapabilityRow } from '$lib/domain/capabilities/row';
import { cleanText } from '../clean-text';
import { alignMiddle, pad, type Block } from './layout';
import type { Grid } from './grid';
import { NAME_FONT } from './measure-text';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

const INSET = 16;
const STEP = 14;

/** @param isIndented - the row follows the row of its attachment type, whose name it need not repeat */
export function layOutRowName(
	row: CapabilityRow,
	isIndented: boolean,
	{ left, nameWidth }: Grid,
	colours: Colours
): Block {
	const isHeading = row.part === row.name;
	const inset = INSET + (isIndented ? STEP : 0);
	const words = cleanText(isIndented ? row.name : getFullName(row));
	const text = layOutText(words, left + inset, nameWidth - inset - 10, {
		...NAME_FONT,
		...(isHeading && { weight: 600 }),
		fill: colours.ink,
		leading: 16,
		most: 4
	});
	const block = alignMiddle(pad(text, 7));
	return {
		height: block.height,
		draw: (top, height) => writeElement('g', { role: 'rowheader' }, block.draw(top, height))
	};
}
