import { expect, test, vi } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { findCommands } from '$lib/domain/find-commands';
import { createPageCommands } from '../../../../../../src/routes/(app)/chats/[chatID]/page-commands';
import { makeChat } from '../../../../../fixtures/chats';

const getNetwork = createNetworkIndex([]);
const reminder = { remindAt: 1 };
const draft = { text: 'Later', markdown: 'Later', attachments: [] };

function makePageCommands(chat: Partial<Chat> = {}, blockedReason: string | null = null) {
	const calls = {
		...{ act: vi.fn(), remind: vi.fn(), write: vi.fn() },
		...{ focusControl: vi.fn(), copyLink: vi.fn() }
	};
	const list = { next: vi.fn(), previous: undefined, close: vi.fn() };
	const commands = createPageCommands(makeChat({ id: 'a', ...chat }), {
		permissionContext: { getNetwork, blockedReason },
		...{ ...calls, list }
	});
	return { commands, ...calls, list };
}

function getDisabledReason(
	name: string,
	chat: Partial<Chat> = {},
	blockedReason: string | null = null
) {
	return makePageCommands(chat, blockedReason).commands.find((command) => command.name === name)
		?.disabledReason;
}

test('each is found by its own name and no two are the same', () => {
	const { commands } = makePageCommands();
	expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
	for (const command of commands) expect(findCommands(commands, command.name)[0]).toBe(command);
});

test.for([
	['Clear reminder', { kind: 'remind', chatID: 'a', value: null }],
	['Clear draft', { kind: 'draft', chatID: 'a', value: null }],
	['Notify anyway', { kind: 'notify-anyway', chatID: 'a' }],
	['Open in Beeper', { kind: 'focus', chatID: 'a' }]
] as const)('“%s” is done at once', ([name, mutation]) => {
	const { commands, act } = makePageCommands({ reminder, draft });
	commands.find((command) => command.name === name)?.run();
	expect(act).toHaveBeenCalledExactlyOnceWith(mutation);
});

test.for([
	['Edit title', 'title'],
	['Edit description', 'description'],
	['Edit picture', 'avatar'],
	['Set disappearing messages', 'timer'],
	['Write a draft', 'draft']
] as const)('“%s” leads to its control, and changes nothing', ([name, control]) => {
	const { commands, act, focusControl } = makePageCommands();
	commands.find((command) => command.name === name)?.run();
	expect(focusControl).toHaveBeenCalledExactlyOnceWith(control);
	expect(act).not.toHaveBeenCalled();
});

test('“Write a message” leads to the field, unless nothing may be sent', () => {
	const { commands, act, write } = makePageCommands();
	commands.find((command) => command.name === 'Write a message')?.run();
	expect(write).toHaveBeenCalledOnce();
	expect(act).not.toHaveBeenCalled();
	expect(getDisabledReason('Write a message', {}, 'Read-only mode is on')).toBe(
		'Read-only mode is on'
	);
});

test('“Remind me…” opens its form', () => {
	const { commands, act, remind } = makePageCommands();
	commands.find((command) => command.name === 'Remind me…')?.run();
	expect(remind).toHaveBeenCalledOnce();
	expect(act).not.toHaveBeenCalled();
});

test('the neighbours of the list are opened, and an end says so', () => {
	const { commands, list } = makePageCommands();
	commands.find((command) => command.name === 'Next chat')?.run();
	expect(list.next).toHaveBeenCalledOnce();
	commands.find((command) => command.name === 'Back to the list')?.run();
	expect(list.close).toHaveBeenCalledOnce();
	expect(getDisabledReason('Previous chat')).toBe('No previous chat');
});

test.for([
	['rename', 'Edit title'],
	['change picture', 'Edit picture'],
	['save draft', 'Write a draft']
] as const)('“%s” finds “%s” too', ([words, name]) => {
	expect(findCommands(makePageCommands().commands, words).map((command) => command.name)).toContain(
		name
	);
});

const NO_TITLES: Capabilities = { state: { title: { level: 'rejected' } } };

test.for([
	['Clear reminder', { reminder: null }, 'No reminder'],
	['Clear reminder', {}, undefined],
	['Clear draft', { draft: null }, 'No draft'],
	['Notify anyway', { network: 'Signal' }, '“Notify anyway” works only in iMessage on a Mac.'],
	['Notify anyway', { network: 'iMessage' }, undefined],
	['Edit title', {}, undefined],
	['Edit title', { capabilities: NO_TITLES }, 'WhatsApp chats of this kind don’t allow renaming.'],
	['Write a draft', { isReadOnly: true }, 'Messages can’t be sent in this chat.']
] as const)('“%s” in a chat with %j is refused by: %s', ([name, chat, reason]) => {
	expect(getDisabledReason(name, chat)).toBe(reason);
});

test('while all is read-only everything that changes says so, and the rest can be done', () => {
	const blockedReason = 'Read-only is on.';
	const { commands } = makePageCommands({ reminder, draft, network: 'iMessage' }, blockedReason);
	const allowed = commands.filter(({ disabledReason }) => disabledReason !== blockedReason);
	expect(allowed.map(({ name }) => name)).toEqual([
		'Open in Beeper',
		'Copy chat link',
		'Next chat',
		'Previous chat',
		'Back to the list'
	]);
});
