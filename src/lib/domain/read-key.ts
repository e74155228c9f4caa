import { KEY_BINDINGS, type KeyBinding, type KeyCommand } from './keys';

/** A key press, with the fields of `KeyboardEvent`. */
export interface KeyPress {
	key: string;
	altKey: boolean;
	ctrlKey: boolean;
	metaKey: boolean;
	shiftKey: boolean;
	/** True for repeats of a key that is held down. */
	repeat: boolean;
	/** Milliseconds since an arbitrary fixed moment. */
	timeStamp: number;
}

/**
 * The element with the focus: a text field, another control with its own keys, or neither (`page`).
 * `dialog`: a dialog is open, wherever the focus is.
 */
export type KeyTarget = 'text' | 'control' | 'page' | 'dialog';

/** Keys pressed so far of a sequence. */
export interface KeyState {
	pressed: readonly string[];
	/** `KeyPress.timeStamp` of the last key. */
	at: number;
}

export const NO_KEYS: KeyState = { pressed: [], at: 0 };

/** Maximum milliseconds between two keys of a sequence. */
const SEQUENCE_TIME = 1500;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph', 'Fn']);

/** Keys that buttons, links and radio buttons handle themselves. */
const OWN_KEYS = new Set(['Enter', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', ' ', 'Home']);

/**
 * Finds the command of a key press, given the keys before it. A key that does not continue the
 * sequence gives no command; it can only begin a new sequence.
 */
export function readKey(
	state: KeyState,
	press: KeyPress,
	target: KeyTarget,
	bindings: readonly KeyBinding[] = KEY_BINDINGS
): { command?: KeyCommand; state: KeyState } {
	if (MODIFIERS.has(press.key)) return { state };
	const name = getKeyName(press);
	const isForeign = target === 'control' && OWN_KEYS.has(press.key);
	if (name === null || isForeign || target === 'dialog') return { state: NO_KEYS };
	const isText = target === 'text';
	const isLate = press.timeStamp - state.at > SEQUENCE_TIME;
	const before = isLate || isText ? [] : state.pressed;
	const pressed = [...before, name];
	const binding = bindings.find(
		({ shortcuts, isInText }) =>
			(isInText || !isText) && shortcuts.some((shortcut) => isSame(shortcut, pressed))
	);
	if (press.repeat && !binding?.repeats) return { state };
	if (binding) return { state: NO_KEYS, command: binding.command };
	if (isText) return { state: NO_KEYS };
	for (const keys of [pressed, [name]]) {
		if (isBeginning(keys, bindings)) return { state: { pressed: keys, at: press.timeStamp } };
	}
	return { state: NO_KEYS };
}

/** @returns null for a key combination left to the browser */
function getKeyName({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string | null {
	if (altKey) return null;
	if (ctrlKey || metaKey) return shiftKey ? null : `Mod+${key.toLowerCase()}`;
	return shiftKey && /^(Arrow|F\d| $)/.test(key) ? `Shift+${key}` : key;
}

function isBeginning(pressed: readonly string[], bindings: readonly KeyBinding[]): boolean {
	return bindings.some(({ shortcuts }) =>
		shortcuts.some(
			(shortcut) =>
				shortcut.length > pressed.length && isSame(shortcut.slice(0, pressed.length), pressed)
		)
	);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((key, place) => key === other[place]);
}
