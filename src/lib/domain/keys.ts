import { isToggle, TOGGLE_KINDS, TOGGLES, type Toggle } from './mutations/toggles';

/** A command that has a keyboard shortcut. */
export type KeyCommand =
	| Toggle
	| 'next'
	| 'previous'
	| 'top'
	| 'select'
	| 'select-range'
	| 'extend-next'
	| 'extend-previous'
	| 'select-all'
	| 'back'
	| 'peek'
	| 'close-peek'
	| 'open'
	| 'menu'
	| 'remind'
	| 'write'
	| 'undo'
	| 'search'
	| 'filter'
	| 'overview'
	| 'chats'
	| 'capabilities'
	| 'accounts'
	| 'help'
	| 'palette';

/** A command and its keyboard shortcuts. */
export interface KeyBinding {
	command: KeyCommand;
	/**
	 * Alternative shortcuts. Each is a sequence of keys, named as in `KeyboardEvent.key`; `Mod+`
	 * stands for Ctrl or ⌘, and `Shift+` is written before arrow and function keys only.
	 */
	shortcuts: readonly (readonly string[])[];
	/** Description in the keyboard help. */
	label: string;
	group: 'Move' | 'Select' | 'Change' | 'Go';
	/** Holding the key down repeats the command. */
	repeats?: true;
	/** Works in text fields too. */
	isInText?: true;
}

/** All shortcuts, in the order of the keyboard help. */
export const KEY_BINDINGS: readonly KeyBinding[] = [
	{
		command: 'next',
		shortcuts: [['j'], ['ArrowDown']],
		label: 'Next chat',
		group: 'Move',
		repeats: true
	},
	{
		command: 'previous',
		shortcuts: [['k'], ['ArrowUp']],
		label: 'Previous chat',
		group: 'Move',
		repeats: true
	},
	{ command: 'top', shortcuts: [['Home'], ['g', 'g']], label: 'Top of the list', group: 'Move' },
	{ command: 'open', shortcuts: [['Enter']], label: 'Open chat', group: 'Move' },
	{ command: 'peek', shortcuts: [[' '], ['ArrowRight']], label: 'Peek at chat', group: 'Move' },
	{ command: 'close-peek', shortcuts: [['ArrowLeft']], label: 'Close peek', group: 'Move' },
	{
		command: 'menu',
		shortcuts: [['Shift+F10'], ['ContextMenu']],
		label: 'Chat menu',
		group: 'Move'
	},
	{
		command: 'back',
		shortcuts: [['Escape']],
		label: 'Close, or clear the selection',
		group: 'Move'
	},
	{ command: 'select', shortcuts: [['x']], label: 'Select chat', group: 'Select' },
	{ command: 'select-range', shortcuts: [['X']], label: 'Select range', group: 'Select' },
	{
		command: 'extend-next',
		shortcuts: [['Shift+ArrowDown'], ['J']],
		label: 'Extend selection down',
		group: 'Select',
		repeats: true
	},
	{
		command: 'extend-previous',
		shortcuts: [['Shift+ArrowUp'], ['K']],
		label: 'Extend selection up',
		group: 'Select',
		repeats: true
	},
	{
		command: 'select-all',
		shortcuts: [['Mod+a']],
		label: 'Select all that match',
		group: 'Select'
	},
	...TOGGLE_KINDS.map(
		(kind) =>
			({
				command: kind,
				shortcuts: [[TOGGLES[kind].key]],
				label: TOGGLES[kind].keyLabel,
				group: 'Change'
			}) as const
	),
	{ command: 'remind', shortcuts: [['r']], label: 'Remind me', group: 'Change' },
	{ command: 'write', shortcuts: [['w']], label: 'Write a message', group: 'Change' },
	{ command: 'undo', shortcuts: [['z']], label: 'Undo', group: 'Change' },
	{ command: 'search', shortcuts: [['/']], label: 'Search chats', group: 'Go' },
	{ command: 'filter', shortcuts: [['f']], label: 'Filter chats', group: 'Go' },
	{ command: 'overview', shortcuts: [['g', 'o']], label: 'Go to overview', group: 'Go' },
	{ command: 'chats', shortcuts: [['g', 'c']], label: 'Go to chats', group: 'Go' },
	{ command: 'capabilities', shortcuts: [['g', 'n']], label: 'Go to capabilities', group: 'Go' },
	{ command: 'accounts', shortcuts: [['g', 'a']], label: 'Go to accounts', group: 'Go' },
	{
		command: 'palette',
		shortcuts: [['Mod+k']],
		label: 'Find a command',
		group: 'Go',
		isInText: true
	},
	{ command: 'help', shortcuts: [['?']], label: 'Keyboard shortcuts', group: 'Go' }
];

/** Commands that work on every page. */
const EVERYWHERE: ReadonlySet<KeyCommand> = new Set([
	'undo',
	'overview',
	'chats',
	'capabilities',
	'accounts',
	'palette',
	'help'
]);

/** Shortcuts that differ on the page of a chat, where arrow keys scroll the messages. */
const CHAT_PAGE_OVERRIDES: readonly KeyBinding[] = [
	{ command: 'next', shortcuts: [['j']], label: 'Next chat in the list', group: 'Move' },
	{ command: 'previous', shortcuts: [['k']], label: 'Previous chat in the list', group: 'Move' },
	{ command: 'back', shortcuts: [['Escape']], label: 'Back to the list', group: 'Move' }
];

/** The shortcuts on the page of a chat, in the order of the keyboard help. */
export const CHAT_PAGE_KEYS: readonly KeyBinding[] = KEY_BINDINGS.flatMap((binding) => {
	const { command } = binding;
	const own = CHAT_PAGE_OVERRIDES.find((each) => each.command === command);
	if (own) return [own];
	const isOfChat = isToggle(command) || command === 'remind' || command === 'write';
	return isOfChat || EVERYWHERE.has(command) ? [binding] : [];
});

/** The shortcuts on pages without chats, in the order of the keyboard help. */
export const COMMON_KEYS: readonly KeyBinding[] = KEY_BINDINGS.filter(({ command }) =>
	EVERYWHERE.has(command)
);

/** The shortcut that asks the capability table. */
export const ASK_KEYS: readonly KeyBinding[] = [
	{ command: 'search', shortcuts: [['/']], label: 'Ask the table', group: 'Go' }
];

/** The shortcuts on the page of the capability table. */
export const CAPABILITY_KEYS: readonly KeyBinding[] = [...ASK_KEYS, ...COMMON_KEYS];

const KEY_LABELS: Partial<Record<string, string>> = {
	ArrowDown: '↓',
	ArrowUp: '↑',
	ArrowLeft: '←',
	ArrowRight: '→',
	' ': 'Space',
	Escape: 'Esc',
	'Shift+ArrowDown': 'Shift ↓',
	'Shift+ArrowUp': 'Shift ↑',
	'Shift+F10': 'Shift F10',
	ContextMenu: 'Menu',
	J: 'Shift j',
	K: 'Shift k',
	X: 'Shift x',
	'Mod+a': 'Ctrl/⌘ A',
	'Mod+k': 'Ctrl/⌘ K'
};

/** Label of a key: `↓`, `Enter`, `Ctrl/⌘ K`. */
export function formatKey(key: string): string {
	return KEY_LABELS[key] ?? key;
}

/** The first shortcut of a command, for hints: `e`, `g c`. */
export function formatShortcut(command: KeyCommand): string {
	const shortcut = KEY_BINDINGS.find((binding) => binding.command === command)?.shortcuts[0] ?? [];
	return shortcut.map(formatKey).join(' ');
}
