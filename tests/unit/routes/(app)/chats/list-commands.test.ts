import { expect, test, vi } from 'vitest';
import { NOTHING_SELECTED, selectAll } from '$lib/domain/chat-list/selection';
import { findCommands } from '$lib/domain/find-commands';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import {
	createArrangementCommands,
	createRowCommands,
	createSelectionCommands
} from '../../../../../src/routes/(app)/chats/list-commands';
import { makeChat } from '../../../../fixtures/chats';

const CHATS = [makeChat(), makeChat()];

function listDisabledReasons(commands: readonly { disabledReason?: string }[]) {
	return commands.map(({ disabledReason }) => disabledReason);
}

test('all that match are selected, and put back', () => {
	const select = vi.fn();
	const [all, none] = createSelectionCommands(CHATS, CHATS.slice(1), select);
	all?.run();
	none?.run();
	expect(select.mock.calls).toEqual([[selectAll(CHATS)], [NOTHING_SELECTED]]);
	expect(all?.name).toBe('Select all 2 that match');
});

test.for([
	[[], [], ['No chats match', 'Nothing selected']],
	[CHATS, [], [undefined, 'Nothing selected']],
	[CHATS, CHATS, ['All selected', undefined]]
] as const)('says why a selection cannot change', ([shown, selected, reasons]) => {
	expect(listDisabledReasons(createSelectionCommands(shown, selected, vi.fn()))).toEqual(reasons);
});

test('the chat that keys are about is opened, peeked at, selected and put back', () => {
	const calls = { open: vi.fn(), peek: vi.fn(), pick: vi.fn() };
	for (const { run } of createRowCommands(false, calls)) run();
	expect(Object.values(calls).map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
	expect(createRowCommands(true, calls).at(-1)?.name).toBe('Deselect chat');
});

const HERE = 'unread=yes&sort=title&group=day&layout=cards';

function follow(words: string, query: string) {
	const change = vi.fn();
	const { view } = parseView(query);
	findCommands(createArrangementCommands(view, true, change), words)[0]?.run();
	return change.mock.calls.map(([next]) => formatView(next).toString());
}

test.for([
	['sort by unread', 'unread=yes&sort=unread&group=day&layout=cards'],
	['reverse', 'unread=yes&sort=-title&group=day&layout=cards'],
	['group by network', 'unread=yes&sort=title&group=network&layout=cards'],
	['no groups', 'unread=yes&sort=title&layout=cards'],
	['show as table', 'unread=yes&sort=title&group=day']
] as const)('“%s” changes that and nothing else', ([words, query]) => {
	expect(follow(words, HERE)).toEqual([query]);
});

test('what is so already is found, and cannot be done', () => {
	const { view } = parseView(HERE);
	const done = createArrangementCommands(view, false, vi.fn()).filter(
		({ disabledReason }) => disabledReason
	);
	expect(done.map(({ name }) => name)).toEqual(['Sort by title', 'Group by day', 'Show as cards']);
});

test.for([
	['', true, true],
	['', false, false],
	['group=label', false, true]
] as const)(
	'groups by label are offered where there are labels, or while they are shown: ?%s, %s',
	([query, hasLabels, isOffered]) => {
		const { view } = parseView(query);
		const ids = createArrangementCommands(view, hasLabels, vi.fn()).map(({ id }) => id);
		expect(ids.includes('group-label')).toBe(isOffered);
	}
);
