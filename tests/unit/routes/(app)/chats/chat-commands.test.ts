import { expect, test, vi } from 'vitest';
import { createNetworkIndex } from '$lib/domain/chat/network';
import {
	createChatCommands,
	createBulkCommands,
	createRemindCommand
} from '../../../../../src/routes/(app)/chats/chat-commands';
import { makeChat } from '../../../../fixtures/chats';

const permissionContext = { getNetwork: createNetworkIndex([]), blockedReason: null };
const quiet = makeChat({ isMuted: true, isLowPriority: true, unreadCount: 0 });
const loud = makeChat({ isMuted: false, unreadCount: 3 });

test('the palette names what each command would do to the chat, and does it', () => {
	const act = vi.fn();
	const commands = createChatCommands(quiet, permissionContext, act);
	expect(commands.map(({ name }) => name)).toEqual([
		'Archive',
		'Unmute',
		'Pin',
		'Move out of low priority',
		'Mark as unread',
		'Open in Beeper'
	]);
	for (const { run } of commands) run();
	const chatID = quiet.id;
	expect(act.mock.calls.flat()).toEqual([
		{ kind: 'archive', chatID, value: true },
		{ kind: 'mute', chatID, value: false },
		{ kind: 'pin', chatID, value: true },
		{ kind: 'low-priority', chatID, value: false },
		{ kind: 'read', chatID, value: false },
		{ kind: 'focus', chatID }
	]);
});

test('says why nothing can be changed while all is blocked', () => {
	const blockedReason = 'Read-only is on.';
	const one = createChatCommands(loud, { ...permissionContext, blockedReason }, vi.fn());
	const many = createBulkCommands([loud], blockedReason, vi.fn());
	const remind = createRemindCommand(loud, { ...permissionContext, blockedReason }, vi.fn());
	const changes = [...one.filter(({ id }) => id !== 'chat-focus'), ...many, remind];
	expect(changes.map(({ disabledReason }) => disabledReason)).toEqual(
		Array.from({ length: 12 }, () => blockedReason)
	);
	expect(one.find(({ id }) => id === 'chat-focus')?.disabledReason).toBeUndefined();
});

test('several are reminded of together, as they are switched', () => {
	const act = vi.fn();
	const commands = createBulkCommands([quiet, loud], null, act);
	for (const { run } of commands) run();
	expect(act.mock.calls.flat()).toEqual([
		'archive',
		'mute',
		'pin',
		'low-priority',
		'read',
		'remind'
	]);
});
