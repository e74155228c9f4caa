import { expect, test, vi } from 'vitest';
import { Commands } from '$lib/state/commands';

test('offers what the page in sight offers, and no more once it is gone', () => {
	const commands = new Commands();
	const archive = { id: 'archive', name: 'Archive', run: vi.fn() };
	const leave = commands.offer(() => [archive]);
	expect(commands.all()).toEqual([archive]);
	leave();
	expect(commands.all()).toEqual([]);
});

test('asks for what is offered at the moment it is needed', () => {
	const commands = new Commands();
	let name = 'Archive';
	commands.offer(() => [{ id: 'archive', name, run: vi.fn() }]);
	name = 'Unarchive';
	expect(commands.all().map((command) => command.name)).toEqual(['Unarchive']);
});
