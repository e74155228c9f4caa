import { formatNumber } from '$lib/format/number';
import { getFullName } from '$lib/domain/capabilities/row';
import type {
	TableModel,
	TableCell,
	TableColumn,
	SheetPart,
	TableSection
} from '$lib/domain/capabilities/table/table';
import { clean } from './clean-text';
import { FOOTER, formatSubtitle, type ExportMetadata } from './metadata';
import {
	columnMarks,
	COMPARISONS,
	comparisonsIn,
	foldedWords,
	hasShares,
	shareWords
} from './words';

/** The table as GitHub renders it: a heading, and below it a table for each section. */
export function writeMarkdown(sheet: TableModel, head: ExportMetadata): string {
	const withShares = hasShares(sheet);
	return [
		`# ${escape(head.title)}`,
		escape(formatSubtitle(head)),
		list(sheet.summary.map(escape)),
		list(sheet.columns.map(columnWords)),
		...sheet.sections.map((section) => sectionWords(section, sheet.columns, withShares)),
		chapter('Notes', sheet.notes.map((note, index) => `${index + 1}. ${escape(note)}`).join('\n')),
		chapter('Legend', list([...sheet.legend.map(lookWords), ...comparisonWords(sheet)])),
		escape(FOOTER)
	]
		.filter((block) => block !== '')
		.map((block) => `${block}\n`)
		.join('\n');
}

function columnWords(column: TableColumn): string {
	const marks = columnMarks(column).map((mark) => mark.toLowerCase());
	const about = new Set([column.caption, ...marks].filter((words) => words !== ''));
	return `**${escape(column.name)}**: ${[...about].map(escape).join(', ')}`;
}

function sectionWords(
	part: TableSection,
	columns: readonly TableColumn[],
	withShares: boolean
): string {
	const folded = foldedWords(part);
	const table = part.rows.length > 0 ? tableOf(part, columns, withShares) : '';
	return [`## ${escape(part.section)}`, table, folded && `${folded}.`].filter(Boolean).join('\n\n');
}

function tableOf(
	{ rows }: TableSection,
	columns: readonly TableColumn[],
	withShares: boolean
): string {
	const heads = columns.map(({ name }) => escape(name));
	const lines = rows.map(({ row, cells, share }) => [
		escape(getFullName(row)),
		...cells.map(cellWords),
		...(withShares ? [share ? escape(shareWords(share)) : ''] : [])
	]);
	const top = ['Capability', ...heads, ...(withShares ? ['Works in'] : [])];
	return [top, top.map(() => '---'), ...lines]
		.map((fields) => `| ${fields.join(' | ')} |`)
		.join('\n');
}

function cellWords({ parts, notes, comparison, reference }: TableCell): string {
	const words = parts.map((part) => partWords(part, parts.length > 1)).join('; ');
	const seen = comparison && comparison !== 'same' ? ` ${COMPARISONS[comparison].symbol}` : '';
	const other = reference ? ` (reference: ${escape(reference.text)})` : '';
	const numbers = notes.length > 0 ? ` <sup>${notes.join(', ')}</sup>` : '';
	return `${words}${seen}${other}${numbers}`;
}

function partWords({ statement, chats }: SheetPart, isOneOfSeveral: boolean): string {
	const words = escape(`${statement.symbol} ${statement.text}`);
	return isOneOfSeveral ? `${words} (${formatNumber(chats)})` : words;
}

function lookWords({ symbol, text, meaning }: TableModel['legend'][number]): string {
	return `${escape(symbol)} **${escape(text)}**: ${escape(meaning)}`;
}

function comparisonWords(sheet: TableModel): string[] {
	return comparisonsIn(sheet).map((comparison) => {
		const { symbol, word, meaning } = COMPARISONS[comparison];
		return `${symbol} **${word}**: ${meaning}`;
	});
}

function chapter(title: string, body: string): string {
	return body && `## ${title}\n\n${body}`;
}

function list(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/**
 * Text that Markdown shows as it is, wherever it stands, and that links nowhere. `@` is kept from
 * notifying whoever bears the name behind it, by a space without width.
 */
function escape(text: string): string {
	return clean(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/[\\`*_[\]|~#$]/g, '\\$&')
		.replace(/@(?=\S)/g, '@\u200b')
		.replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
		.replace(/^[-+=]|(?<=^\d+)[.)](?=\s|$)/, '\\$&');
}
