import type { TableModel } from '$lib/domain/capabilities/table/table';
import { clean } from './clean-text';
import { FOOTER, formatSubtitle, type ExportMetadata } from './metadata';
import { legendBlock, notesBlock } from './svg/notes-and-legend';
import { space, stack, type Block } from './svg/layout';
import { buildGrid, type Grid } from './svg/grid';
import { PALETTES, type Palette } from './svg/palette';
import { tableBlock } from './svg/table-card';
import { textBlock } from './svg/text-block';
import { element, escapeXml } from './svg/xml';

const MARGIN = 36;
const FONTS =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/**
 * The table as a picture that stands alone: text is text, nothing is loaded, nothing runs.
 * The same sheet and head give the same bytes.
 */
export function drawSvg(sheet: TableModel, head: ExportMetadata): string {
	const palette = PALETTES[head.theme];
	const grid = buildGrid(sheet, MARGIN);
	const body = stack([
		space(MARGIN),
		...headBlocks(sheet, head, grid, palette),
		tableBlock(sheet, grid, palette),
		...notesBlock(sheet, grid, palette),
		...legendBlock(sheet, grid, palette),
		...footBlocks(grid, palette),
		space(MARGIN - 8)
	]);
	const width = grid.width + MARGIN * 2;
	const height = Math.ceil(body.height);
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		width,
		height,
		viewBox: `0 0 ${width} ${height}`,
		lang: 'en',
		'font-family': FONTS
	};
	const picture =
		element('title', {}, escapeXml(clean(head.title))) +
		element('desc', {}, escapeXml(describe(sheet, head))) +
		element('rect', { width, height, fill: palette.canvas }) +
		body.draw(0, height);
	return `${element('svg', attributes, picture)}\n`;
}

function headBlocks(
	sheet: TableModel,
	head: ExportMetadata,
	grid: Grid,
	palette: Palette
): Block[] {
	const { left, width } = grid;
	const title = { size: 26, weight: 600, fill: palette.ink, leading: 34, most: 3 } as const;
	const small = { size: 13, fill: palette.inkMuted, leading: 20, most: 3 };
	const sentence = { size: 13, fill: palette.ink, leading: 19, most: 4 };
	return [
		textBlock(clean(head.title), left, width, title),
		space(2),
		textBlock(clean(formatSubtitle(head)), left, width, small),
		...(sheet.summary.length > 0 ? [space(10)] : []),
		...sheet.summary.map((words) => textBlock(clean(words), left, width, sentence)),
		space(20)
	];
}

function footBlocks({ left, width }: Grid, palette: Palette): Block[] {
	const rule = `h${width}`;
	return [
		space(24),
		{
			height: 12,
			draw: (top) => element('path', { d: `M${left} ${top + 0.5}${rule}`, stroke: palette.line })
		},
		textBlock(FOOTER, left, width, { size: 11, fill: palette.inkMuted, leading: 16 })
	];
}

/** The table in a few sentences. */
function describe({ columns, sections, summary }: TableModel, head: ExportMetadata): string {
	const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
	const names = columns.map(({ name }) => name).join(', ');
	return clean(
		[
			`A table of ${rows} ${rows === 1 ? 'capability' : 'capabilities'} by ${names || 'no columns'}.`,
			`${formatSubtitle(head)}.`,
			...summary
		].join(' ')
	);
}
