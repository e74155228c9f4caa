import type { CountTable, Report, ReportSection } from '$lib/domain/overview/report';
import { describeParts } from '$lib/domain/overview/plot';
import { formatNumber } from '$lib/format/number';
import { cleanText } from './clean-text';
import { escapeField } from './csv';
import { escapeMarkdown } from './markdown';
import { FOOTER, formatSubtitle, listFooter, type ExportMetadata } from './metadata';
import type { Drawing } from './svg';
import { COLOURS, type Colours } from './svg/colours';
import { layOutCountCard } from './svg/count-card';
import { writeDocument } from './svg/document';
import { createSpace, placeInColumn, type Block } from './svg/layout';
import { layOutPlotCard } from './svg/plot-card';
import { layOutText } from './svg/text-block';

const WIDTH = 1200;
const MARGIN = 36;
const INNER = WIDTH - MARGIN * 2;

/**
 * Draws a report, section below section. Equal arguments give equal bytes.
 *
 * @param only - the title of the only section to draw; absent: all
 */
export function drawReport(report: Report, head: ExportMetadata, only?: string): Drawing {
	const colours = COLOURS[head.theme];
	const sections = report.sections.filter(
		({ table }) => only === undefined || table.title === only
	);
	const title = { size: 26, weight: 600, fill: colours.ink, leading: 34, most: 3 } as const;
	const large = { size: 18, fill: colours.ink, leading: 26, most: 3 };
	const small = { size: 13, fill: colours.inkMuted, leading: 20, most: 3 };
	const body = placeInColumn([
		createSpace(MARGIN),
		layOutText(cleanText(head.title), MARGIN, INNER, title),
		...(only === undefined ? [layOutText(cleanText(report.headline), MARGIN, INNER, large)] : []),
		...sections.flatMap((section, index) => [
			createSpace(16),
			layOutSection(section, `part${index}`, colours)
		]),
		createSpace(16),
		layOutText(cleanText(listFooter(head).join(' · ')), MARGIN, INNER, small),
		createSpace(MARGIN - 8)
	]);
	const height = Math.ceil(body.height);
	const alt = describeReport(report, sections, only);
	const frame = { width: WIDTH, height, title: cleanText(head.title), alt, canvas: colours.canvas };
	return { svg: writeDocument(frame, body.draw(0, height)), width: WIDTH, height, alt };
}

function layOutSection(section: ReportSection, id: string, colours: Colours): Block {
	if (section.look === 'table') return layOutCountCard(section.table, MARGIN, INNER, colours);
	return layOutPlotCard(section.plot, section.look, { id, left: MARGIN, width: INNER, colours });
}

/** The headlines, and the greatest bar of each plot. */
function describeReport(
	{ headline }: Report,
	sections: readonly ReportSection[],
	only: string | undefined
): string {
	const words = sections.map((section) => {
		if (section.look === 'table') {
			const { title, rows, columns } = section.table;
			return `${title}: a table of ${rows.length} rows and ${columns.length} columns.`;
		}
		const { plot } = section;
		const [greatest] = [...plot.bars].sort((one, other) => other.total - one.total);
		const most = greatest ? ` Most in ${greatest.name}: ${describeParts(plot, greatest)}.` : '';
		return `${plot.title}: ${plot.headline}.${most}`;
	});
	return cleanText([...(only === undefined ? [`${headline}.`] : []), ...words].join(' '));
}

/** Writes a report as GitHub Flavored Markdown: a table for each section. */
export function writeReportMarkdown({ headline, sections }: Report, head: ExportMetadata): string {
	return [
		`# ${escapeMarkdown(head.title)}`,
		escapeMarkdown(formatSubtitle(head)),
		`**${escapeMarkdown(headline)}**`,
		...sections.flatMap(({ table }) => [
			`## ${escapeMarkdown(table.title)}`,
			formatTable(table),
			...table.notes.map(escapeMarkdown)
		]),
		escapeMarkdown(FOOTER)
	]
		.map((block) => `${block}\n`)
		.join('\n');
}

function formatTable({ heading, columns, rows, totals }: CountTable): string {
	const lines = [
		[heading, ...columns].map(escapeMarkdown),
		['---', ...columns.map(() => '--:')],
		...rows.map(({ name, counts }) => [escapeMarkdown(name), ...counts.map(formatNumber)]),
		...(totals ? [['**Total**', ...totals.map(formatNumber)]] : [])
	];
	return lines.map((fields) => `| ${fields.join(' | ')} |`).join('\n');
}

/**
 * Writes a report as CSV by RFC 4180: a line for each number, which spreadsheets can pivot. A field
 * that would be a formula begins with `'`.
 *
 * @returns text without a byte order mark
 */
export function writeReportCsv({ sections }: Report): string {
	const lines = sections.flatMap(({ table: { title, columns, rows } }) =>
		rows.flatMap(({ name, counts }) =>
			counts.map((count, column) => [title, name, columns[column] ?? '', String(count)])
		)
	);
	return [['Table', 'Row', 'Column', 'Chats'], ...lines]
		.map((fields) => `${fields.map(escapeField).join(',')}\r\n`)
		.join('');
}
