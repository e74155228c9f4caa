import { formatCount } from '$lib/format/number';
import { pad, type Block } from './layout';
import type { Grid } from './grid';
import type { PictureSection } from './picture-table';
import type { Colours } from './colours';
import { layOutText } from './text-block';
import { writeElement } from './xml';

/** Groups consecutive folded sections; each open section is a group of its own. */
export function groupFolded(sections: readonly PictureSection[]): PictureSection[][] {
	const runs: PictureSection[][] = [];
	for (const section of sections) {
		const run = runs.at(-1);
		if (run && isFolded(section) && run.every(isFolded)) run.push(section);
		else runs.push([section]);
	}
	return runs;
}

/** One band for consecutive folded sections: the number of hidden rows, and the sections' names. */
export function layOutFoldedBand(
	sections: readonly PictureSection[],
	{ left, width }: Grid,
	colours: Colours
): Block {
	const rows = sections.reduce((sum, { folded = 0 }) => sum + folded, 0);
	const names = sections.map(({ title = '' }) => title).join(', ');
	const style = { size: 12, fill: colours.inkMuted, leading: 18 };
	const words = `${formatCount(rows, 'row')} folded away: ${names}`;
	const band = pad(layOutText(words, left + 16, width - 32, style), 7);
	return {
		height: band.height,
		draw: (top, height) =>
			writeElement('rect', { x: left, y: top, width, height, fill: colours.raised }) +
			writeElement(
				'g',
				{ role: 'row' },
				writeElement('g', { role: 'rowheader' }, band.draw(top, height))
			)
	};
}

export function isFolded({ folded = 0 }: PictureSection): boolean {
	return folded > 0;
}
