import { groupBy } from '$lib/format/list';
import { foldText } from './chat-list/search';

/** An entry of the command palette. */
export interface PaletteCommand {
	id: string;
	name: string;
	/** Its destination or subject in a few words; searched too. */
	hint?: string;
	/** Synonyms, searched but not shown. */
	also?: string;
	/** Keyboard shortcut of the same command: see `formatShortcut`. */
	keys?: string;
	/** The reason why the command is disabled; absent: it is enabled. */
	disabledReason?: string;
	/** Heading of the commands that it belongs to. */
	section?: string;
	/** Name of its icon, as in `components/ui/icons`. */
	iconName?: string;
	/** The network whose mark stands in place of an icon, by key. */
	networkKey?: string;
}

/** Commands under one heading. */
export interface CommandSection<Command extends PaletteCommand> {
	name: string;
	commands: readonly Command[];
}

/**
 * Commands that match a search text, best match first and otherwise in the given order: first names
 * that begin with the text, then commands whose words begin with each search word, then commands
 * that contain each search word. Where no command matches, names that contain the letters in order
 * do. An empty text matches all. Disabled commands come last.
 */
export function findCommands<Found extends PaletteCommand>(
	commands: readonly Found[],
	text: string
): readonly Found[] {
	const wanted = foldText(text).trim();
	const found = wanted ? rankCommands(commands, wanted) : commands;
	return [...found.filter(isEnabled), ...found.filter((command) => !isEnabled(command))];
}

function isEnabled({ disabledReason }: PaletteCommand): boolean {
	return disabledReason === undefined;
}

/** Sections in the order of their first commands; disabled commands have the last one. */
export function toSections<Command extends PaletteCommand>(
	commands: readonly Command[]
): readonly CommandSection<Command>[] {
	const sections = groupBy(commands, (command) =>
		isEnabled(command) ? (command.section ?? 'Actions') : 'Not available'
	);
	return [...sections].map(([name, own]) => ({ name, commands: own }));
}

/** The rank of names that only contain the letters of a text. */
const LOOSE = 3;

function rankCommands<Found extends PaletteCommand>(
	commands: readonly Found[],
	wanted: string
): readonly Found[] {
	const ranked = commands.map((command) => ({ command, rank: getRank(command, wanted) }));
	const worst = ranked.some(({ rank }) => rank < LOOSE) ? LOOSE - 1 : LOOSE;
	return ranked
		.filter(({ rank }) => rank <= worst)
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
	return hasLetters(folded, words.join('')) ? LOOSE : Infinity;
}

/** True when the text contains all letters in order, with any characters between them. */
function hasLetters(text: string, letters: string): boolean {
	let from = 0;
	for (const letter of letters) {
		const place = text.indexOf(letter, from);
		if (place < 0) return false;
		from = place + letter.length;
	}
	return true;
}
