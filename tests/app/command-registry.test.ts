import { expect, test, vi } from 'vitest';
import { CommandRegistry } from '$lib/app/command-registry.svelte';

test('offers what the page in sight offers, and no more once it is gone', () => {
	const commands = new CommandRegistry();
	const archive = { id: 'archive', name: 'Archive', run: vi.fn() };
	const leave = commands.offer(() => [archive]);
	expect(commands.all()).toEqual([archive]);
	leave();
	expect(commands.all()).toEqual([]);
});

test('asks for what is offered at the moment it is needed', () => {
	const commands = new CommandRegistry();
	let name = 'Archive';
	commands.offer(() => [{ id: 'archive', name, run: vi.fn() }]);
	name = 'Unarchive';
	expect(commands.all().map((command) => command.name)).toEqual(['Unarchive']);
});

test('what a page offers stands first, or after what every page offers', () => {
	const commands = new CommandRegistry();
	const sort = { id: 'sort', name: 'Sort', run: vi.fn() };
	const help = { id: 'help', name: 'Help', run: vi.fn() };
	const archive = { id: 'archive', name: 'Archive', run: vi.fn() };
	const leave = commands.offer(() => [sort], { isLast: true });
	commands.offer(() => [archive]);
	expect(commands.all([help])).toEqual([archive, help, sort]);
	leave();
	expect(commands.all([help])).toEqual([archive, help]);
});
