import type { TableModel } from '$lib/domain/capabilities/table/table';
import { cleanText } from './clean-text';
import { listFooter, type ExportMetadata } from './metadata';
import { COLOURS } from './svg/colours';
import { describePage } from './svg/describe-table';
import { FORMAT_SIZES, writeDocument, type Drawing, type DrawingFormat } from './svg/document';
import { layOutFixedPage, layOutFullPage } from './svg/page';
import type { PageText } from './svg/page-text';
import type { PictureTable } from './svg/picture-table';
import { toPictureTable } from './svg/to-picture-table';

/** Draws a table of capabilities. Equal arguments give equal bytes. */
export function drawSvg(
	table: TableModel,
	head: ExportMetadata,
	format: DrawingFormat = 'full'
): Drawing {
	const { title, headline, theme } = head;
	const text = { title, headline, footer: listFooter(head) };
	const tables = prepareTables(table);
	return drawTable(format === 'full' ? tables.whole : tables.brief, text, { format, theme });
}

interface PreparedTables {
	whole: PictureTable;
	brief: PictureTable;
}

/** Tables never change, and are drawn again for each letter of a title. */
const prepared = new WeakMap<TableModel, PreparedTables>();

function prepareTables(table: TableModel): PreparedTables {
	let tables = prepared.get(table);
	if (!tables) {
		tables = { whole: toPictureTable(table, false), brief: toPictureTable(table, true) };
		prepared.set(table, tables);
	}
	return tables;
}

/** Draws any table. Equal arguments give equal bytes. */
export function drawTable(
	table: PictureTable,
	text: PageText,
	{ format, theme }: { format: DrawingFormat; theme: ExportMetadata['theme'] }
): Drawing {
	const colours = COLOURS[theme];
	const size = FORMAT_SIZES[format];
	const page = size
		? layOutFixedPage(table, text, size, colours)
		: layOutFullPage(table, text, colours);
	const { width, height } = size ?? page;
	const alt = describePage(page, text);
	const drawing = { width: page.width, height: page.height };
	const frame = { width, height, drawing, title: cleanText(text.title), alt };
	const svg = writeDocument({ ...frame, canvas: colours.canvas }, page.body.draw(0, page.height));
	return { svg, width, height, alt };
}
