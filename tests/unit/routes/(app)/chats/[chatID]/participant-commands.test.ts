import { expect, test, vi } from 'vitest';
import type { Participant } from '$lib/domain/chat/participant';
import { createParticipantCommands } from '../../../../../../src/routes/(app)/chats/[chatID]/participant-commands';
import { makeChat } from '../../../../../fixtures/chats';

const ME: Participant = { id: 'me', isSelf: true };
const BOB: Participant = { id: 'bob', fullName: 'Bob' };
const EVE: Participant = { id: 'eve', fullName: 'Eve' };

function makeParticipantCommands(items: readonly Participant[], total = items.length) {
	const calls = { start: vi.fn(), focusControl: vi.fn(), listAll: vi.fn() };
	const chat = makeChat({ participants: { items, hasMore: items.length < total, total } });
	return { commands: createParticipantCommands(chat, { kind: 'allowed' }, calls), ...calls };
}

function runFirst(items: readonly Participant[]) {
	const { commands, start, focusControl } = makeParticipantCommands(items);
	commands[0]?.run();
	return {
		name: commands[0]?.name,
		start: start.mock.calls.flat(),
		focusControl: focusControl.mock.calls.length
	};
}

test('with one other person in the chat a chat with them is started at once', () => {
	expect(runFirst([ME, BOB])).toEqual({
		name: 'Start a chat with Bob',
		start: [BOB],
		focusControl: 0
	});
});

test('of several one is chosen first', () => {
	expect(runFirst([ME, BOB, EVE])).toMatchObject({ start: [], focusControl: 1 });
});

test('users cannot start a chat with themselves, or with a person who cannot be messaged', () => {
	expect(makeParticipantCommands([ME]).commands).toEqual([]);
	const { commands } = makeParticipantCommands([ME, { ...BOB, cannotMessage: true }]);
	expect(commands.map(({ disabledReason }) => disabledReason)).toEqual(['Bob can’t be messaged.']);
});

test('all participants can be listed while some are missing', () => {
	expect(makeParticipantCommands([ME, BOB]).commands).toHaveLength(1);
	const { commands, listAll } = makeParticipantCommands([ME, BOB], 312);
	commands[1]?.run();
	expect(commands[1]?.name).toBe('List all 312 people');
	expect(listAll).toHaveBeenCalledOnce();
});
