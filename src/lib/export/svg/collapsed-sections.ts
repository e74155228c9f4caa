import { formatCount } from '$lib/format/number';
import type { TableSection } from '$lib/domain/capabilities/table/table';
import { padded, type Block } from './layout';
import type { Grid } from './grid';
import type { Palette } from './palette';
import { textBlock } from './text-block';
import { element } from './xml';

/** The sections in their order, those together that follow each other and whose rows are folded away. */
export function foldedTogether(sections: readonly TableSection[]): TableSection[][] {
	const runs: TableSection[][] = [];
	for (const section of sections) {
		const run = runs.at(-1);
		if (run && isFolded(section) && run.every(isFolded)) run.push(section);
		else runs.push([section]);
	}
	return runs;
}

/** One band in place of several: how many rows are not in the picture, and what they are about. */
export function foldedBand(
	sections: readonly TableSection[],
	{ left, width }: Grid,
	palette: Palette
): Block {
	const rows = sections.reduce((sum, { folded = 0 }) => sum + folded, 0);
	const names = sections.map(({ section }) => section).join(', ');
	const style = { size: 12, fill: palette.inkMuted, leading: 18 };
	const words = `${formatCount(rows, 'row')} folded away: ${names}`;
	const band = padded(textBlock(words, left + 16, width - 32, style), 7);
	return {
		height: band.height,
		draw: (top, height) =>
			element('rect', { x: left, y: top, width, height, fill: palette.raised }) +
			element('g', { role: 'row' }, element('g', { role: 'rowheader' }, band.draw(top, height)))
	};
}

function isFolded({ folded = 0 }: TableSection): boolean {
	return folded > 0;
}
