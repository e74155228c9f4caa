import type { CountTable, Report } from '$lib/domain/overview/report';
import { describeParts } from '$lib/domain/overview/plot';
import { formatCount, formatNumber } from '$lib/format/number';
import { cleanText } from './clean-text';
import { escapeField } from './csv';
import { escapeMarkdown } from './markdown';
import { FOOTER, formatSubtitle, listFooter, type ExportMetadata } from './metadata';
import { COLOURS } from './svg/colours';
import { endSentence } from './svg/describe-table';
import { FORMAT_SIZES, writeDocument, type Drawing, type DrawingFormat } from './svg/document';
import { layOutFixedReport, layOutFullReport, type ReportPage } from './svg/report-page';

/**
 * Draws a report. Equal arguments give equal bytes.
 *
 * @param only - the title of the only section to draw; absent: the figures, and all sections for which
 *   the format has room
 */
export function drawReport(
	{ headline, figures, sections }: Report,
	head: ExportMetadata,
	format: DrawingFormat = 'full',
	only?: string
): Drawing {
	const colours = COLOURS[head.theme];
	const text = { title: head.title, footer: listFooter(head) };
	const content =
		only === undefined
			? { text, figures, sections, colours }
			: {
					...{ text, figures: [], colours },
					sections: sections.filter(({ table }) => table.title === only)
				};
	const size = FORMAT_SIZES[format];
	const page = size ? layOutFixedReport(content, size) : layOutFullReport(content);
	const { width, height } = size ?? page;
	const alt = describeReport(page, [head.title, ...(only === undefined ? [headline] : [])]);
	const drawing = { width: page.width, height: page.height };
	const frame = { width, height, drawing, title: cleanText(head.title), alt };
	const svg = writeDocument({ ...frame, canvas: colours.canvas }, page.body.draw(0, page.height));
	return { svg, width, height, alt };
}

/** Rows of a table that the text alternative names. */
const MOST_NAMED = 5;

/** The headline, the first rows of the table, and the greatest bar of each plot. */
function describeReport({ shown }: ReportPage, start: readonly string[]): string {
	const words = shown.map((section) => {
		if (section.look === 'table') return describeTable(section.table);
		const { plot } = section;
		const [greatest] = [...plot.bars].sort((one, other) => other.total - one.total);
		const most = greatest ? ` Most in ${greatest.name}: ${describeParts(plot, greatest)}.` : '';
		return `${plot.title}: ${plot.headline}.${most}`;
	});
	return cleanText([...start.map(endSentence), ...words].join(' '));
}

/** `Networks by state. WhatsApp: 90 total, 12 unread. Signal: 20 total, 3 unread. And 9 more networks.` */
function describeTable({ title, heading, columns, rows, ranking = [0, 1] }: CountTable): string {
	const named = rows.slice(0, MOST_NAMED).map(({ name, counts }) => {
		const values = ranking
			.slice(0, 2)
			.map((column) => `${formatNumber(counts[column] ?? 0)} ${columns[column]?.toLowerCase()}`);
		return `${name}: ${values.join(', ')}`;
	});
	const rest = rows.length - named.length;
	const more = rest > 0 ? [`And ${formatCount(rest, `more ${heading.toLowerCase()}`)}`] : [];
	return [title, ...named, ...more].map(endSentence).join(' ');
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
