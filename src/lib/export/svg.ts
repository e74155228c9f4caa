import type { TableModel } from '$lib/domain/capabilities/table/table';
import { cleanText } from './clean-text';
import { FOOTER, formatSubtitle, type ExportMetadata } from './metadata';
import { layOutLegend, layOutNotes } from './svg/notes-and-legend';
import { createSpace, placeInColumn, type Block } from './svg/layout';
import { buildGrid, type Grid } from './svg/grid';
import { COLOURS, type Colours } from './svg/colours';
import { layOutTable } from './svg/table-card';
import { layOutText } from './svg/text-block';
import { writeElement, escapeXml } from './svg/xml';

const MARGIN = 36;
const FONTS =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

export interface Drawing {
	/** Self-contained: text stays text; no resources are loaded and no scripts run. */
	svg: string;
	/** Pixels. */
	width: number;
	/** Pixels. */
	height: number;
	/** A few sentences for people who can't see the picture; its `desc` says the same. */
	alt: string;
}

/** Draws the table. Equal arguments give equal bytes. */
export function drawSvg(table: TableModel, head: ExportMetadata): Drawing {
	const colours = COLOURS[head.theme];
	const grid = buildGrid(table, MARGIN);
	const body = placeInColumn([
		createSpace(MARGIN),
		...layOutHead(table, head, grid, colours),
		layOutTable(table, grid, colours),
		...layOutNotes(table, grid, colours),
		...layOutLegend(table, grid, colours),
		...layOutFoot(grid, colours),
		createSpace(MARGIN - 8)
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
	const alt = describeTable(table, head);
	const picture =
		writeElement('title', {}, escapeXml(cleanText(head.title))) +
		writeElement('desc', {}, escapeXml(alt)) +
		writeElement('rect', { width, height, fill: colours.canvas }) +
		body.draw(0, height);
	return { svg: `${writeElement('svg', attributes, picture)}\n`, width, height, alt };
}

function layOutHead(
	table: TableModel,
	head: ExportMetadata,
	grid: Grid,
	colours: Colours
): Block[] {
	const { left, width } = grid;
	const title = { size: 26, weight: 600, fill: colours.ink, leading: 34, most: 3 } as const;
	const small = { size: 13, fill: colours.inkMuted, leading: 20, most: 3 };
	const sentence = { size: 13, fill: colours.ink, leading: 19, most: 4 };
	return [
		layOutText(cleanText(head.title), left, width, title),
		createSpace(2),
		layOutText(cleanText(formatSubtitle(head)), left, width, small),
		...(table.summary.length > 0 ? [createSpace(10)] : []),
		...table.summary.map((words) => layOutText(cleanText(words), left, width, sentence)),
		createSpace(20)
	];
}

function layOutFoot({ left, width }: Grid, colours: Colours): Block[] {
	const rule = `h${width}`;
	return [
		createSpace(24),
		{
			height: 12,
			draw: (top) =>
				writeElement('path', { d: `M${left} ${top + 0.5}${rule}`, stroke: colours.line })
		},
		layOutText(FOOTER, left, width, { size: 11, fill: colours.inkMuted, leading: 16 })
	];
}

/** A few sentences for people who can't see the picture. */
function describeTable({ columns, sections, summary }: TableModel, head: ExportMetadata): string {
	const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
	const names = columns.map(({ name }) => name).join(', ');
	return cleanText(
		[
			`A table of ${rows} ${rows === 1 ? 'capability' : 'capabilities'} by ${names || 'no columns'}.`,
			`${formatSubtitle(head)}.`,
			...summary
		].join(' ')
	);
}
