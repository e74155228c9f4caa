import { foldText } from './chat-list/search';

/** Something the command palette can do. */
export interface PaletteCommand {
	id: string;
	name: string;
	/** Where it leads or what it is about, in a few words; searched too. */
	hint?: string;
	/** Other words for it, that are searched but not shown. */
	also?: string;
	/** The keys that do the same: see `formatShortcut`. */
	keys?: string;
	/** Why it cannot be done now. */
	disabledReason?: string;
}

/**
 * The commands that somebody may mean, the likeliest first and else in their order: those that begin
 * with the text, then those with words that begin with each of its words, then those that hold each
 * of its words anywhere, then those that hold its letters in order.
 */
export function findCommands<Found extends PaletteCommand>(
	commands: readonly Found[],
	text: string
): readonly Found[] {
	const wanted = foldText(text).trim();
	if (!wanted) return commands;
	return commands
		.map((command) => ({ command, rank: getRank(command, wanted) }))
		.filter(({ rank }) => rank < Infinity)
		.sort((one, other) => one.rank - other.rank)
		.map(({ command }) => command);
}

function getRank({ name, hint = '', also = '' }: PaletteCommand, wanted: string): number {
	const folded = foldText(name);
	const all = `${folded} ${foldText(`${hint} ${also}`)}`;
	const words = wanted.split(/\s+/);
	if (folded.startsWith(wanted)) return 0;
	if (words.every((word) => all.split(/[^\p{L}\p{N}]+/u).some((own) => own.startsWith(word)))) {
		return 1;
	}
	if (words.every((word) => all.includes(word))) return 2;
	return hasLetters(folded, words.join('')) ? 3 : Infinity;
}

/** All letters, in order, with anything between them. */
function hasLetters(text: string, letters: string): boolean {
	let from = 0;
	for (const letter of letters) {
		const place = text.indexOf(letter, from);
		if (place < 0) return false;
		from = place + letter.length;
	}
	return true;
}
