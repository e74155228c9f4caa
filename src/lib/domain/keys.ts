/** What a person can ask for with a key. */
export type Command =
	| 'next'
	| 'previous'
	| 'select'
	| 'select-range'
	| 'open'
	| 'archive'
	| 'mute'
	| 'pin'
	| 'low-priority'
	| 'read'
	| 'remind'
	| 'undo'
	| 'search'
	| 'chats'
	| 'capabilities'
	| 'help'
	| 'palette';

/** How a command is given. */
export interface Binding {
	command: Command;
	/**
	 * Each is one way: the keys to press one after the other, as `KeyboardEvent.key` calls them.
	 * `Mod+` stands for Ctrl or ⌘.
	 */
	ways: readonly (readonly string[])[];
	/** Goes on while the key is held. */
	repeats?: true;
}

/** Every key there is; what people are told of them is in `key-names.ts`. */
export const BINDINGS: readonly Binding[] = [
	{ command: 'next', ways: [['j'], ['ArrowDown']], repeats: true },
	{ command: 'previous', ways: [['k'], ['ArrowUp']], repeats: true },
	{ command: 'open', ways: [['Enter']] },
	{ command: 'select', ways: [['x']] },
	{ command: 'select-range', ways: [['X']] },
	{ command: 'archive', ways: [['e']] },
	{ command: 'mute', ways: [['m']] },
	{ command: 'pin', ways: [['p']] },
	{ command: 'low-priority', ways: [['l']] },
	{ command: 'read', ways: [['u']] },
	{ command: 'remind', ways: [['r']] },
	{ command: 'undo', ways: [['z']] },
	{ command: 'search', ways: [['/']] },
	{ command: 'chats', ways: [['g', 'c']] },
	{ command: 'capabilities', ways: [['g', 'n']] },
	{ command: 'palette', ways: [['Mod+k']] },
	{ command: 'help', ways: [['?']] }
];

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
 * What has the focus: a place to type, a control with keys of its own, or neither; `dialog`: one is
 * open, wherever the focus is.
 */
export type KeyPlace = 'text' | 'control' | 'page' | 'dialog';

/** The keys pressed so far of a command that takes several. */
export interface KeyState {
	pressed: readonly string[];
	/** When the last was pressed. */
	at: number;
}

export const NO_KEYS: KeyState = { pressed: [], at: 0 };

/** Milliseconds within which the next key of a command has to come. */
const PATIENCE = 1500;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph', 'Fn']);

/** Buttons, links and radios are worked with these. */
const OWN_KEYS = new Set(['Enter', 'ArrowDown', 'ArrowUp']);

/** What a press means after those before it. A wrong second key does nothing at all. */
export function readKey(
	state: KeyState,
	press: KeyPress,
	place: KeyPlace
): { command?: Command; state: KeyState } {
	if (MODIFIERS.has(press.key)) return { state };
	const name = nameOf(press);
	const isForeign = place === 'control' && OWN_KEYS.has(press.key);
	if (name === null || isForeign || place === 'text' || place === 'dialog') {
		return { state: NO_KEYS };
	}
	const isLate = press.timeStamp - state.at > PATIENCE;
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

/** @returns null for what belongs to the browser */
function nameOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string | null {
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
