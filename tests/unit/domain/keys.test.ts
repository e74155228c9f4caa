import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAT_PAGE_KEYS, KEY_BINDINGS, formatShortcut, type KeyCommand } from '$lib/domain/keys';
import { NO_KEYS, readKey, type KeyPress, type KeyTarget } from '$lib/domain/read-key';

function press(key: string, how: Partial<KeyPress> = {}): KeyPress {
	return {
		key,
		altKey: false,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false,
		repeat: false,
		timeStamp: 0,
		...how
	};
}

function readKeyCommands(presses: readonly KeyPress[], place: KeyTarget = 'page'): KeyCommand[] {
	const commands: KeyCommand[] = [];
	let state = NO_KEYS;
	for (const each of presses) {
		const reading = readKey(state, each, place);
		state = reading.state;
		if (reading.command) commands.push(reading.command);
	}
	return commands;
}

test.for([
	['j', 'next'],
	['ArrowDown', 'next'],
	['k', 'previous'],
	['ArrowUp', 'previous'],
	['Home', 'top'],
	['x', 'select'],
	['X', 'select-range'],
	['J', 'extend-next'],
	['K', 'extend-previous'],
	['Escape', 'back'],
	['ContextMenu', 'menu'],
	['Enter', 'open'],
	['e', 'archive'],
	['m', 'mute'],
	['p', 'pin'],
	['l', 'low-priority'],
	['u', 'read'],
	['r', 'remind'],
	['z', 'undo'],
	['/', 'search'],
	['?', 'help']
] as const)('%s: %s', ([key, command]) => {
	expect(readKeyCommands([press(key)])).toEqual([command]);
});

test.for([
	['g', 'top'],
	['c', 'chats'],
	['n', 'capabilities']
] as const)('g %s: %s', ([key, command]) => {
	expect(readKeyCommands([press('g'), press(key)])).toEqual([command]);
});

test.for([
	['ArrowDown', 'extend-next'],
	['ArrowUp', 'extend-previous'],
	['F10', 'menu']
] as const)('Shift and %s: %s, unlike the key alone', ([key, command]) => {
	expect(readKeyCommands([press(key, { shiftKey: true })])).toEqual([command]);
	expect(readKeyCommands([press(key)])).not.toEqual([command]);
});

test.for(['ctrlKey', 'metaKey'] as const)('A with %s selects all', (modifier) => {
	expect(readKeyCommands([press('a', { [modifier]: true })])).toEqual(['select-all']);
	expect(readKeyCommands([press('a')])).toEqual([]);
});

test.for(['ctrlKey', 'metaKey'] as const)('K with %s opens the palette', (modifier) => {
	expect(readKeyCommands([press('k', { [modifier]: true })])).toEqual(['palette']);
	expect(readKeyCommands([press('K', { [modifier]: true })])).toEqual(['palette']);
	expect(readKeyCommands([press('K', { [modifier]: true, shiftKey: true })])).toEqual([]);
});

test('no two commands share a shortcut, and none hides behind another', () => {
	const shortcuts = KEY_BINDINGS.flatMap((binding) => binding.shortcuts);
	for (const shortcut of shortcuts) {
		const alike = shortcuts.filter((other) => shortcut.every((key, place) => key === other[place]));
		expect(alike).toEqual([shortcut]);
	}
});

test('a wrong second key does nothing, not even what it does alone', () => {
	expect(readKeyCommands([press('g'), press('e')])).toEqual([]);
	expect(readKeyCommands([press('g'), press('e'), press('e')])).toEqual(['archive']);
});

test('a second g ends the sequence', () => {
	expect(readKeyCommands([press('g'), press('g'), press('c')])).toEqual(['top']);
});

test('the second key must come soon', () => {
	expect(readKeyCommands([press('g'), press('c', { timeStamp: 1500 })])).toEqual(['chats']);
	expect(readKeyCommands([press('g'), press('c', { timeStamp: 1501 })])).toEqual([]);
	expect(readKeyCommands([press('g'), press('e', { timeStamp: 1501 })])).toEqual(['archive']);
});

test('a modifier on its own is no key', () => {
	expect(readKeyCommands([press('g'), press('Shift', { shiftKey: true }), press('c')])).toEqual([
		'chats'
	]);
});

test('held keys move on, and do nothing else twice', () => {
	const held = { repeat: true };
	expect(readKeyCommands([press('j'), press('j', held), press('j', held)])).toHaveLength(3);
	expect(readKeyCommands([press('e'), press('e', held), press('e', held)])).toEqual(['archive']);
	expect(readKeyCommands([press('g'), press('g', held), press('c')])).toEqual(['chats']);
});

test('buttons and links keep Enter and the arrows; letters still work', () => {
	const own = ['Enter', 'ArrowDown', 'ArrowUp', 'Home'].map((key) => press(key));
	expect(readKeyCommands(own, 'control')).toEqual([]);
	expect(readKeyCommands([press('j')], 'control')).toEqual(['next']);
});

test('on the page of a chat, arrow keys scroll and only keys that act there are read', () => {
	function readCommand(key: string) {
		return readKey(NO_KEYS, press(key), 'page', CHAT_PAGE_KEYS).command;
	}
	expect(['j', 'k', 'e', 'r', 'w', 'Escape', 'z', '?'].map(readCommand)).toEqual([
		'next',
		'previous',
		'archive',
		'remind',
		'write',
		'back',
		'undo',
		'help'
	]);
	for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'x', 'Home', '/']) {
		expect(readCommand(key), key).toBeUndefined();
	}
});

const KEYS = [...new Set(KEY_BINDINGS.flatMap(({ shortcuts }) => shortcuts.flat())), 'a', 'Shift'];
const anyPress = fc
	.record({
		key: fc.constantFrom(...KEYS.map((key) => key.replace('Mod+', ''))),
		altKey: fc.boolean(),
		ctrlKey: fc.boolean(),
		metaKey: fc.boolean(),
		shiftKey: fc.boolean(),
		repeat: fc.boolean(),
		timeStamp: fc.nat(5000)
	})
	.map((fields): KeyPress => fields);

test('no key has a command while a dialog is open, and only that of the palette while the user types', () => {
	fc.assert(
		fc.property(fc.array(anyPress), (presses) => {
			expect(readKeyCommands(presses, 'dialog')).toEqual([]);
			const inText = readKeyCommands(presses, 'text');
			expect(inText.filter((command) => command !== 'palette')).toEqual([]);
		})
	);
	const modK = press('k', { ctrlKey: true });
	expect(readKeyCommands([press('k'), press('g'), modK, press('c')], 'text')).toEqual(['palette']);
	expect(readKeyCommands([press('a', { ctrlKey: true })], 'text')).toEqual([]);
});

test('with Alt, Ctrl or ⌘ nothing happens but the palette and selecting all', () => {
	const withModifier = anyPress.filter(
		({ altKey, ctrlKey, metaKey }) => altKey || ctrlKey || metaKey
	);
	fc.assert(
		fc.property(fc.array(withModifier), (presses) => {
			const others = readKeyCommands(presses).filter(
				(command) => command !== 'palette' && command !== 'select-all'
			);
			expect(others).toEqual([]);
		})
	);
});

function getShortcuts(command: KeyCommand): readonly (readonly string[])[] {
	return KEY_BINDINGS.find((binding) => binding.command === command)?.shortcuts ?? [];
}

test('a command never depends on more than the key before', () => {
	fc.assert(
		fc.property(fc.array(anyPress), (presses) => {
			const plain = presses.map(({ key }) => press(key));
			let state = NO_KEYS;
			for (const [place, each] of plain.entries()) {
				const reading = readKey(state, each, 'page');
				state = reading.state;
				if (!reading.command) continue;
				const typed = plain
					.slice(0, place + 1)
					.map(({ key }) => key)
					.filter((key) => key !== 'Shift');
				expect(
					getShortcuts(reading.command).some(
						(keys) => typed.slice(-keys.length).join() === keys.join()
					)
				).toBe(true);
			}
		})
	);
});

test.for([
	['archive', 'e'],
	['next', 'j'],
	['chats', 'g c'],
	['palette', 'Ctrl/⌘ K']
] as const)('the hint for %s is %s', ([command, words]) => {
	expect(formatShortcut(command)).toBe(words);
});
