import { formatNumber } from '$lib/format/number';
import { getFullName } from '$lib/domain/capabilities/row';
import {
	COMPARISONS,
	describeFolded,
	findDifferences,
	formatPercentage,
	getColumnLabels,
	getPartDifference,
	hasShares
} from '$lib/domain/capabilities/table/table-labels';
import type {
	TableModel,
	TableCell,
	TableColumn,
	CellPart,
	TableSection
} from '$lib/domain/capabilities/table/table';
import { cleanText } from './clean-text';
import { FOOTER, formatSubtitle, type ExportMetadata } from './metadata';

/** Writes the table as GitHub Flavored Markdown: a heading, then a table for each section. */
export function writeMarkdown(table: TableModel, head: ExportMetadata): string {
	const withShares = hasShares(table);
	return [
		`# ${escapeMarkdown(head.title)}`,
		escapeMarkdown(formatSubtitle(head)),
		formatHeadline(head, table),
		formatBullets(table.summary.map(escapeMarkdown)),
		formatBullets(table.columns.map(formatColumn)),
		...table.sections.map((section) => formatSection(section, table.columns, withShares)),
		formatChapter(
			'Notes',
			table.notes.map((note, index) => `${index + 1}. ${escapeMarkdown(note)}`).join('\n')
		),
		formatChapter(
			'Legend',
			formatBullets([...table.legend.map(formatStyle), ...formatDifferences(table)])
		),
		escapeMarkdown(FOOTER)
	]
		.filter((block) => block !== '')
		.map((block) => `${block}\n`)
		.join('\n');
}

/** The answer, unless it is the first of the differences below it. */
function formatHeadline({ headline = '' }: ExportMetadata, { summary }: TableModel): string {
	return headline === '' || summary.includes(headline) ? '' : `**${escapeMarkdown(headline)}**`;
}

function formatColumn(column: TableColumn): string {
	const labels = getColumnLabels(column).map((label) => label.toLowerCase());
	const about = new Set([column.caption, ...labels].filter((words) => words !== ''));
	return `**${escapeMarkdown(column.name)}**: ${[...about].map(escapeMarkdown).join(', ')}`;
}

function formatSection(
	part: TableSection,
	columns: readonly TableColumn[],
	withShares: boolean
): string {
	const folded = describeFolded(part);
	const rows = part.rows.length > 0 ? formatRows(part, columns, withShares) : '';
	return [`## ${escapeMarkdown(part.section)}`, rows, folded && `${folded}.`]
		.filter(Boolean)
		.join('\n\n');
}

function formatRows(
	{ rows }: TableSection,
	columns: readonly TableColumn[],
	withShares: boolean
): string {
	const heads = columns.map(({ name }) => escapeMarkdown(name));
	const lines = rows.map(({ row, cells, share }) => [
		escapeMarkdown(getFullName(row)),
		...cells.map(formatCell),
		...(withShares ? [share ? escapeMarkdown(formatPercentage(share)) : ''] : [])
	]);
	const top = ['Capability', ...heads, ...(withShares ? ['Works in'] : [])];
	return [top, top.map(() => '---'), ...lines]
		.map((fields) => `| ${fields.join(' | ')} |`)
		.join('\n');
}

function formatCell(cell: TableCell): string {
	const { parts, notes, reference } = cell;
	const words = parts
		.map((part, index) => {
			const difference = getPartDifference(cell, index);
			const mark = difference ? ` ${COMPARISONS[difference].symbol}` : '';
			return `${formatPart(part, parts.length > 1)}${mark}`;
		})
		.join(' · ');
	const other = reference ? ` (reference: ${escapeMarkdown(reference.text)})` : '';
	const numbers = notes.length > 0 ? ` <sup>${notes.join(', ')}</sup>` : '';
	return `${words}${other}${numbers}`;
}

function formatPart({ formatted, chats }: CellPart, isOneOfSeveral: boolean): string {
	const words = escapeMarkdown(`${formatted.symbol} ${formatted.text}`);
	return isOneOfSeveral ? `${words} (${formatNumber(chats)})` : words;
}

function formatStyle({ symbol, text, meaning }: TableModel['legend'][number]): string {
	return `${escapeMarkdown(symbol)} **${escapeMarkdown(text)}**: ${escapeMarkdown(meaning)}`;
}

function formatDifferences(table: TableModel): string[] {
	return findDifferences(table).map((comparison) => {
		const { symbol, word, meaning } = COMPARISONS[comparison];
		return `${symbol} **${word}**: ${meaning}`;
	});
}

function formatChapter(title: string, body: string): string {
	return body && `## ${title}\n\n${body}`;
}

function formatBullets(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/**
 * Escapes text so that Markdown shows it unchanged in any position and makes no links of it. A
 * zero-width space after `@` prevents a mention, which would notify a user of that name.
 */
export function escapeMarkdown(text: string): string {
	return cleanText(text)
		.replace(/&(?=#?\w+;)/g, '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/[\\`*_[\]|~#$]/g, '\\$&')
		.replace(/@(?=\S)/g, '@\u200b')
		.replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
		.replace(/^[-+=]|(?<=^\d+)[.)](?=\s|$)/, '\\$&');
}
