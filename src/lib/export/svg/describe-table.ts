import { formatCount } from '$lib/format/number';
import { joinList } from '$lib/format/list';
import { cleanText } from '../clean-text';
import type { PicturePage } from './page';
import type { PageText } from './page-text';
import { formatTile, type PictureCell, type PictureColumn, type PictureRow } from './picture-table';

/** Characters; some sites accept no longer text alternative. */
const LONGEST = 1_000;

/** The text alternative of a page: title, headline, and row by row the values. */
export function describePage({ shown, more }: PicturePage, { title, headline }: PageText): string {
	const { columns, sections, rowWord } = shown;
	const rows = sections.flatMap((section) => section.rows);
	const start = [title, headline].filter(Boolean).map((words) => endSentence(words ?? ''));
	// The title names the only capability of many networks, but not always the only network.
	const isNamed = columns.length > 1 || rowWord === 'row';
	const sentences = rows.map((row) => describeRow(row, isNamed ? columns : []));
	const kept: string[] = [];
	let length = start.join(' ').length;
	for (const sentence of sentences) {
		length += sentence.length + 1;
		if (length > LONGEST - 60) break;
		kept.push(sentence);
	}
	const rest = sentences.length - kept.length;
	return cleanText(
		[
			...start,
			...kept,
			...(rest > 0 ? [`And ${formatCount(rest, `more ${rowWord}`)}.`] : []),
			...more.map(endSentence)
		].join(' ')
	);
}

/** `Edit: WhatsApp 15 min, Signal 24 h.`; without columns `WhatsApp: 15 min.` */
function describeRow({ name, cells }: PictureRow, columns: readonly PictureColumn[]): string {
	const values = cells.map((cell, index) => {
		const column = columns[index];
		return `${column ? `${column.name} ` : ''}${describeCell(cell)}`;
	});
	return `${name}: ${values.join(', ')}.`;
}

function describeCell({ tiles }: PictureCell): string {
	const words = tiles.map((tile) =>
		formatTile(tile.isSymbolAlone ? { ...tile, text: tile.symbolLabel ?? '' } : tile)
	);
	return joinList(words);
}

/** Ends a text with a full stop, unless it ends in one or another sign. */
export function endSentence(words: string): string {
	return /[.!?…]$/.test(words) ? words : `${words}.`;
}
