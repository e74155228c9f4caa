import { expect, test } from 'vitest';
import { findCommands } from '$lib/domain/find-commands';

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
