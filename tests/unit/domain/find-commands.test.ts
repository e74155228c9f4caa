import { expect, test } from 'vitest';
import { findCommands, toSections } from '$lib/domain/find-commands';

const COMMANDS = [
	{ id: 'inbox', name: 'Inbox', hint: 'Go to' },
	{ id: 'low', name: 'Move to low priority' },
	{ id: 'archive', name: 'Archive' },
	{ id: 'unarchive', name: 'Unarchive' },
	{ id: 'archived', name: 'Archived chats', hint: 'Go to' },
	{ id: 'theme', name: 'Dark theme', also: 'Night colours' }
];

test.for([
	['', ['inbox', 'low', 'archive', 'unarchive', 'archived', 'theme']],
	['   ', ['inbox', 'low', 'archive', 'unarchive', 'archived', 'theme']],
	['arch', ['archive', 'archived', 'unarchive']],
	['ARCHIVE', ['archive', 'archived', 'unarchive']],
	['chats arch', ['archived']],
	['go', ['inbox', 'archived']],
	['pri low', ['low']],
	['dkth', ['theme']],
	['colours of the night', []],
	['night col', ['theme']],
	['árchivéd c', ['archived']],
	['nothing of the kind', []]
] as const)('“%s” finds %s', ([text, ids]) => {
	expect(findCommands(COMMANDS, text).map(({ id }) => id)).toEqual(ids);
});

test('disabled commands come last, in a section of their own', () => {
	const commands = [
		{ id: 'archive', name: 'Archive', disabledReason: 'Read-only is on' },
		{ id: 'archived', name: 'Archived', section: 'Go to' },
		{ id: 'search', name: 'Search the archive' }
	];
	const found = findCommands(commands, 'archive');
	expect(found.map(({ id }) => id)).toEqual(['archived', 'search', 'archive']);
	expect(toSections(found).map(({ name }) => name)).toEqual(['Go to', 'Actions', 'Not available']);
});
