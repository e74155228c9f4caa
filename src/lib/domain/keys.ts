import { TOGGLE_KINDS, TOGGLES, type Toggle } from './mutations/actions';

/** What a person can ask for with a key. */
export type Command =
	| Toggle
	| 'next'
	| 'previous'
	| 'select'
	| 'select-range'
	| 'open'
	| 'remind'
	| 'undo'
	| 'search'
	| 'chats'
	| 'capabilities'
	| 'help'
	| 'palette';

/** The keys of a command. */
export interface Binding {
	command: Command;
	/**
	 * Each is one way to give it: the keys to press one after the other, as `KeyboardEvent.key` calls
	 * them. `Mod+` stands for Ctrl or ⌘.
	 */
	ways: readonly (readonly string[])[];
	/** What the command does, in the help. */
	label: string;
	group: 'Move' | 'Change' | 'Go';
	/** Goes on while the key is held. */
	repeats?: true;
}

/** Every key there is, in the order of the help. */
export const BINDINGS: readonly Binding[] = [
	{
		command: 'next',
		ways: [['j'], ['ArrowDown']],
		label: 'Next chat',
		group: 'Move',
		repeats: true
	},
	{
		command: 'previous',
		ways: [['k'], ['ArrowUp']],
		label: 'Previous chat',
		group: 'Move',
		repeats: true
	},
	{ command: 'open', ways: [['Enter']], label: 'Open the chat', group: 'Move' },
	{ command: 'select', ways: [['x']], label: 'Select the chat', group: 'Move' },
	{
		command: 'select-range',
		ways: [['X']],
		label: 'Select all from the last one to here',
		group: 'Move'
	},
	...TOGGLE_KINDS.map(
		(kind) =>
			({
				command: kind,
				ways: [[TOGGLES[kind].key]],
				label: TOGGLES[kind].keyLabel,
				group: 'Change'
			}) as const
	),
	{ command: 'remind', ways: [['r']], label: 'Remind me', group: 'Change' },
	{ command: 'undo', ways: [['z']], label: 'Undo', group: 'Change' },
	{ command: 'search', ways: [['/']], label: 'Search chats', group: 'Go' },
	{ command: 'chats', ways: [['g', 'c']], label: 'Go to chats', group: 'Go' },
	{ command: 'capabilities', ways: [['g', 'n']], label: 'Go to capabilities', group: 'Go' },
	{ command: 'palette', ways: [['Mod+k']], label: 'Find a command', group: 'Go' },
	{ command: 'help', ways: [['?']], label: 'Show these keys', group: 'Go' }
];

const KEY_LABELS: Partial<Record<string, string>> = {
	ArrowDown: '↓',
	ArrowUp: '↑',
	X: 'Shift x',
	'Mod+k': 'Ctrl/⌘ K'
};

/** A key as people write it: `↓`, `Enter`, `Ctrl/⌘ K`. */
export function formatKey(key: string): string {
	return KEY_LABELS[key] ?? key;
}

/** The first way to give a command, as a hint: `e`, `g c`. */
export function formatShortcut(command: Command): string {
	const way = BINDINGS.find((binding) => binding.command === command)?.ways[0] ?? [];
	return way.map(formatKey).join(' ');
}

/** One press, named as `KeyboardEvent` names it. */
export interface KeyPress {
	key: string;
	altKey: boolean;
	ctrlKey: boolean;
	metaKey: boolean;
	shiftKey: boolean;
	/** Held down. */
	repeat: boolean;
	/** Milliseconds, whatever they count from. */
	timeStamp: number;
}

/**
 * What has the focus: a text field, a control with keys of its own, or neither; `dialog`: a dialog is open,
 * wherever the focus is.
 */
export type KeyTarget = 'text' | 'control' | 'page' | 'dialog';

/** The keys pressed so far of a command with several. */
export interface KeyState {
	pressed: readonly string[];
	/** When the last was pressed. */
	at: number;
}

export const NO_KEYS: KeyState = { pressed: [], at: 0 };

/** Milliseconds within which the next key of a command has to come. */
const SEQUENCE_TIME = 1500;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph', 'Fn']);

/** The keys that operate buttons, links and radios. */
const OWN_KEYS = new Set(['Enter', 'ArrowDown', 'ArrowUp']);

/** The command of a press after the presses before it. A wrong second key does nothing. */
export function readKey(
	state: KeyState,
	press: KeyPress,
	target: KeyTarget
): { command?: Command; state: KeyState } {
	if (MODIFIERS.has(press.key)) return { state };
	const name = getKeyName(press);
	const isForeign = target === 'control' && OWN_KEYS.has(press.key);
	if (name === null || isForeign || target === 'text' || target === 'dialog') {
		return { state: NO_KEYS };
	}
	const isLate = press.timeStamp - state.at > SEQUENCE_TIME;
	const before = isLate ? [] : state.pressed;
	const pressed = [...before, name];
	const binding = BINDINGS.find(({ ways }) => ways.some((way) => isSame(way, pressed)));
	if (press.repeat && !binding?.repeats) return { state };
	if (binding) return { state: NO_KEYS, command: binding.command };
	for (const keys of [pressed, [name]]) {
		if (isBeginning(keys)) return { state: { pressed: keys, at: press.timeStamp } };
	}
	return { state: NO_KEYS };
}

/** @returns null for a shortcut of the browser */
function getKeyName({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string | null {
	if (altKey) return null;
	if (!ctrlKey && !metaKey) return key;
	return shiftKey ? null : `Mod+${key.toLowerCase()}`;
}

function isBeginning(pressed: readonly string[]): boolean {
	return BINDINGS.some(({ ways }) =>
		ways.some((way) => way.length > pressed.length && isSame(way.slice(0, pressed.length), pressed))
	);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((key, place) => key === other[place]);
}
