import { foldText } from '$lib/domain/chat-list/search';
import { fullNameOf, type CapabilityRow } from '../row';

/** Whether every word of `q` occurs in a row's name, section, meaning or path; case and accents do not matter. */
export function createRowSearch(q: string): (row: CapabilityRow) => boolean {
	const words = foldText(q).split(/\s+/u).filter(Boolean);
	return (row) => words.length === 0 || words.every((word) => textOf(row).includes(word));
}

const texts = new WeakMap<CapabilityRow, string>();

/** Most rows are the same objects in every table: each is folded once. */
function textOf(row: CapabilityRow): string {
	let text = texts.get(row);
	if (text === undefined) {
		text = foldText([row.section, fullNameOf(row), row.meaning, row.path].join('\n'));
		texts.set(row, text);
	}
	return text;
}
