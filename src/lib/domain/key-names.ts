import { BINDINGS, type Binding, type Command } from './keys';

/** A command as the help tells of it. */
export interface NamedBinding extends Binding {
	/** What it does. */
	name: string;
	group: 'Move' | 'Change' | 'Go';
}

const NAMES: Readonly<Record<Command, Pick<NamedBinding, 'name' | 'group'>>> = {
	next: { name: 'Next chat', group: 'Move' },
	previous: { name: 'Previous chat', group: 'Move' },
	open: { name: 'Open the chat', group: 'Move' },
	select: { name: 'Select the chat', group: 'Move' },
	'select-range': { name: 'Select all from the last one to here', group: 'Move' },
	archive: { name: 'Archive or unarchive', group: 'Change' },
	mute: { name: 'Mute or unmute', group: 'Change' },
	pin: { name: 'Pin or unpin', group: 'Change' },
	'low-priority': { name: 'Move to low priority, or back', group: 'Change' },
	read: { name: 'Mark as read or unread', group: 'Change' },
	remind: { name: 'Remind me', group: 'Change' },
	undo: { name: 'Undo', group: 'Change' },
	search: { name: 'Search chats', group: 'Go' },
	chats: { name: 'Go to chats', group: 'Go' },
	capabilities: { name: 'Go to capabilities', group: 'Go' },
	palette: { name: 'Find a command', group: 'Go' },
	help: { name: 'Show these keys', group: 'Go' }
};

/** Every key there is: what the help says, what the palette hints at. */
export const NAMED_BINDINGS: readonly NamedBinding[] = BINDINGS.map((binding) => ({
	...binding,
	...NAMES[binding.command]
}));

const KEY_WORDS: Partial<Record<string, string>> = {
	ArrowDown: '↓',
	ArrowUp: '↑',
	X: 'Shift x',
	'Mod+k': 'Ctrl/⌘ K'
};

/** What stands on a key: `↓`, `Enter`, `Ctrl/⌘ K`. */
export function formatKey(key: string): string {
	return KEY_WORDS[key] ?? key;
}

/** The first way to give a command, as a hint: `e`, `g c`. */
export function getShortcut(command: Command): string {
	const way = BINDINGS.find((binding) => binding.command === command)?.ways[0] ?? [];
	return way.map(formatKey).join(' ');
}
