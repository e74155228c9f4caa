import { expect, test, vi } from 'vitest';
import { createNetworkIndex } from '$lib/domain/chat/network';
import {
	createRowActions,
	createSelectedRowActions
} from '../../../../../src/routes/(app)/chats/row-actions';
import { makeChat } from '../../../../fixtures/chats';

const permissionContext = { getNetwork: createNetworkIndex([]), blockedReason: null };

function build(
	chat = makeChat(),
	context: Parameters<typeof createRowActions>[1]['permissionContext'] = permissionContext
) {
	const calls = {
		...{ act: vi.fn(), askWhen: vi.fn(), peek: vi.fn(), open: vi.fn(), openInNewTab: vi.fn() },
		...{ copyLink: vi.fn(), select: vi.fn() }
	};
	return { ...calls, actions: createRowActions(chat, { permissionContext: context, ...calls }) };
}

test('the menu of a row names what each item would do to the chat', () => {
	const { actions } = build(makeChat({ isMuted: true, isArchived: false, unreadCount: 0 }));
	expect(actions.map(({ name }) => name)).toEqual([
		'Peek',
		...['Archive', 'Unmute', 'Pin', 'Move to low priority', 'Mark as unread', 'Remind me…'],
		...['Open', 'Open in new tab', 'Open in Beeper', 'Copy link', 'Select']
	]);
});

test('five of its items are buttons in the row, each with an icon and a key', () => {
	const quick = build().actions.filter(({ isQuick }) => isQuick);
	expect(quick.map(({ keys }) => keys)).toEqual(['Space', 'e', 'm', 'u', 'r']);
	expect(quick.every(({ icon }) => icon !== undefined)).toBe(true);
});

test('each item does what it says', () => {
	const chat = makeChat({ isArchived: false });
	const { actions, ...calls } = build(chat);
	function run(name: string) {
		actions.find((action) => action.name === name)?.run?.();
	}

	run('Archive');
	expect(calls.act).toHaveBeenLastCalledWith({ kind: 'archive', chatID: chat.id, value: true });
	run('Open in Beeper');
	expect(calls.act).toHaveBeenLastCalledWith({ kind: 'focus', chatID: chat.id });
	for (const [name, call] of [
		['Remind me…', calls.askWhen],
		['Peek', calls.peek],
		['Open', calls.open],
		['Open in new tab', calls.openInNewTab],
		['Copy link', calls.copyLink],
		['Select', calls.select]
	] as const) {
		run(name);
		expect(call, name).toHaveBeenCalledOnce();
	}
});

test('what the network or Read-only forbids is off, with the reason', () => {
	const fixed = build(makeChat({ capabilities: { archive: false } }));
	const archive = fixed.actions.find(({ name }) => name === 'Archive');
	expect(archive?.disabledReason).toMatch(/don’t allow archiving/);
	const { actions } = build(makeChat(), {
		...permissionContext,
		blockedReason: 'Read-only is on.'
	});
	const off = actions.filter(({ disabledReason }) => disabledReason === 'Read-only is on.');
	expect(off.map(({ name }) => name)).toHaveLength(6);
});

test('the menu of a selected row changes all that are selected', () => {
	const calls = { act: vi.fn(), deselect: vi.fn(), clear: vi.fn() };
	const selected = [makeChat({ isMuted: true }), makeChat({ isMuted: false })];
	const actions = createSelectedRowActions(selected, { blockedReason: null, ...calls });
	expect(actions.map(({ name }) => name)).toContain('Mute');
	for (const { run } of actions) run?.();
	expect(calls.act).toHaveBeenCalledTimes(6);
	expect(calls.act).toHaveBeenCalledWith('mute');
	expect(calls.deselect).toHaveBeenCalledOnce();
	expect(calls.clear).toHaveBeenCalledOnce();
	expect(actions.some(({ isQuick }) => isQuick)).toBe(false);
});
