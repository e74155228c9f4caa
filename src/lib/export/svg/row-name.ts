import { getFullName, type CapabilityRow } from '$lib/domain/capabilities/row';
import { clean } from '../clean-text';
import { centred, padded, type Block } from './layout';
import type { Grid } from './grid';
import type { Palette } from './palette';
import { textBlock } from './text-block';
import { element } from './xml';

export const NAME_FONT = { size: 12.5 } as const;
const INSET = 16;
const STEP = 14;

/** @param isIndented - stands below the row of its type of attachment, whose name it need not repeat */
export function nameBlock(
	row: CapabilityRow,
	isIndented: boolean,
	{ left, nameWidth }: Grid,
	palette: Palette
): Block {
	const isHeading = row.part === row.name;
	const inset = INSET + (isIndented ? STEP : 0);
	const words = clean(isIndented ? row.name : getFullName(row));
	const text = textBlock(words, left + inset, nameWidth - inset - 10, {
		...NAME_FONT,
		...(isHeading && { weight: 600 }),
		fill: palette.ink,
		leading: 16,
		most: 4
	});
	const block = centred(padded(text, 7));
	return {
		height: block.height,
		draw: (top, height) => element('g', { role: 'rowheader' }, block.draw(top, height))
	};
}
