import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import ActivityTable from '$lib/components/activity/ActivityTable.svelte';
import { NotCopied } from '$lib/components/ui/copy';
import type { Chat } from '$lib/domain/chat/chat';
import { groupByAction } from '$lib/domain/mutations/action-group';
import type { LogEntry } from '$lib/domain/mutations/result';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeChat } from '../../fixtures/chats';
import { openDialogs } from '../../fixtures/dialog';
import { toggle } from '../../fixtures/writes';

beforeAll(openDialogs);

const now = Date.parse('2026-03-10T12:00Z');
let made = 0;

/** The entry of a chat that was archived a minute ago, which can still be undone. */
function makeEntry(overrides: Partial<LogEntry> = {}): LogEntry {
	made++;
	const before = makeChat({ title: 'Family', isArchived: false });
	return {
		id: made,
		groupId: made,
		at: now - 60_000,
		mutation: toggle('archive', before.id),
		before,
		after: { ...before, isArchived: true },
		outcome: { kind: 'done', mismatch: null },
		status: 204,
		answer: '',
		undo: [toggle('archive', before.id, false)],
		undoUntil: now + 1,
		isUndone: false,
		...overrides
	};
}

function open(entries: readonly LogEntry[], blockedReason: string | null = null) {
	const calls = { onundo: vi.fn(), oncopy: vi.fn() };
	const props = { getHref: (chat: Chat) => `#${chat.id}`, chatsHref: '#chats', blockedReason };
	const { rerender } = render(ActivityTable, {
		actions: groupByAction(entries),
		...props,
		...calls
	});
	function show(later: readonly LogEntry[]) {
		return rerender({ actions: groupByAction(later) });
	}
	return { ...calls, show, user: userEvent.setup() };
}

function table() {
	return screen.getByRole('table', { name: 'Activity' });
}

function firstRow() {
	const [, row = document.body] = within(table()).getAllByRole('row');
	return within(row);
}

/** The text of the first action, without its buttons. */
function line() {
	const [time, change] = firstRow().getAllByRole('cell');
	return [time, change].map((cell) => cell?.textContent?.replace(/\s+/g, ' ').trim());
}

function button(name: string | RegExp) {
	return screen.getByRole('button', { name });
}

test('an empty log explains where to begin', () => {
	open([]);
	expect(screen.getByRole('heading', { name: 'No changes yet' })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Go to the chats' })).toHaveProperty('hash', '#chats');
});

test('an action is one line, with its time, its words and nothing else if all went well', () => {
	open([makeEntry()]);
	expect(line()).toEqual(['12:59', 'Archived Family']);
	expect(within(table()).getAllByRole('row')).toHaveLength(2);
});

test('an action on many chats is one line too, and unfolds to its chats', async () => {
	const { user } = open([
		makeEntry({ groupId: 7 }),
		makeEntry({ groupId: 7, outcome: { kind: 'failed', error: new SourceError('conflict') } }),
		makeEntry({ groupId: 7 })
	]);
	expect(line()).toEqual(['12:59', 'Archived 3 chats 1 failed']);
	await user.click(button('Chats: Archived 3 chats'));
	const list = screen.getByRole('list', { name: 'Archived 3 chats' });
	expect(within(list).getAllByRole('link', { name: 'Family' })).toHaveLength(3);
	expect(within(list).getByText('Failed')).toBeTruthy();
	expect(screen.queryByRole('list', { name: 'Requests' })).toBeNull();
	expect(within(list).getAllByText(/^Details/)[0]?.textContent).toBe('Details: Family');
});

test.for([
	[1, 'Archived 3 chats 1 unexpected result'],
	[2, 'Archived 3 chats 2 unexpected results'],
	[3, 'Archived 3 chats All unexpected results']
] as const)('of 3 chats, %i with a different effect: %s', ([different, words]) => {
	open(
		[1, 2, 3].map((place) => {
			const mismatch = place <= different ? 'It is pinned.' : null;
			return makeEntry({ groupId: 7, outcome: { kind: 'done', mismatch } });
		})
	);
	expect(line()[1]).toBe(words);
});

test.for<[string, Partial<LogEntry>, string]>([
	['pending', { outcome: { kind: 'pending' }, after: undefined }, 'Archive Family Sending'],
	[
		'failed',
		{ outcome: { kind: 'failed', error: new SourceError('conflict') } },
		'Archive Family Failed'
	],
	[
		'unknown',
		{ outcome: { kind: 'unknown', error: new SourceError('timed-out'), found: false } },
		'Archive Family Unknown'
	],
	[
		'done with a different effect',
		{ outcome: { kind: 'done', mismatch: 'It is pinned.' } },
		'Archived Family Unexpected result'
	]
])('an action that is %s says so', ([, overrides, words]) => {
	open([makeEntry(overrides)]);
	expect(line()[1]).toBe(words);
});

test('an undo is no line of its own: its action says when it was undone', async () => {
	const entry = makeEntry({ undo: [], isUndone: true });
	const { user } = open([
		makeEntry({
			at: now,
			undoes: entry.groupId,
			undo: [],
			mutation: toggle('archive', 'x', false)
		}),
		entry
	]);
	expect(line()[1]).toBe('Archived Family Undone 13:00');
	expect(within(table()).getAllByRole('row')).toHaveLength(2);
	await user.click(button('Details: Archived Family'));
	expect(screen.getByText('Done, then undone')).toBeTruthy();
});

test('an action that was undone for some chats only says for how many', () => {
	open([
		makeEntry({ groupId: 7, undo: [], isUndone: true }),
		makeEntry({ groupId: 7 }),
		makeEntry({ groupId: 7 })
	]);
	expect(line()[1]).toMatch(/^Archived 3 chats 1 undone/);
	expect(button('Undo: Archived 3 chats')).toBeTruthy();
});

test('the details of a change are its requests, with the answer', async () => {
	const { user } = open([makeEntry({ answer: '{"id":"!a"}', status: 200 })]);
	await user.click(button('Details: Archived Family'));
	const [request = document.body] = within(
		screen.getByRole('list', { name: 'Requests' })
	).getAllByRole('listitem');
	expect(request.textContent?.replace(/\s+/g, ' ')).toMatch(
		/Archive not archived →to archived 200/
	);
	expect(within(request).getByText('{"id":"!a"}').closest('details')?.open).toBe(false);
});

test('an action can be undone as long as the log has it, once', async () => {
	const entry = makeEntry({ undoUntil: 0 });
	const { user, onundo } = open([entry]);
	await user.dblClick(button('Undo: Archived Family'));
	expect(onundo).toHaveBeenCalledOnce();
	expect(onundo.mock.calls[0]?.[0]).toMatchObject({ id: entry.groupId });
});

test.for<[string, Partial<LogEntry>]>([
	['undone already', { isUndone: true }],
	['without a way back', { undo: [] }]
])('%s, no undo is offered', ([, overrides]) => {
	open([makeEntry(overrides)]);
	expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
});

test('there is no undo while changes are blocked', () => {
	open([makeEntry()], 'Read-only is on.');
	const undo = screen.getByRole('button', { name: /^Undo/ });
	expect(undo.ariaDisabled).toBe('true');
	expect(undo.title).toBe('Read-only is on.');
});

test('the request is copied as a command', async () => {
	const entry = makeEntry();
	const { user, oncopy } = open([entry]);
	await user.click(button('Details: Archived Family'));
	await user.click(button('Copy as curl'));
	expect(oncopy).toHaveBeenCalledExactlyOnceWith(entry);
	expect(button('Copied')).toBeTruthy();
});

test('a text that the browser does not copy is shown for copying by hand', async () => {
	const { user, oncopy } = open([makeEntry()]);
	oncopy.mockRejectedValue(new NotCopied('curl --request POST'));
	await user.click(button('Details: Archived Family'));
	await user.click(button('Copy as curl'));
	const dialog = screen.getByRole('dialog', { name: 'Couldn’t copy' });
	expect(within(dialog).getByRole('textbox')).toHaveProperty('value', 'curl --request POST');
	expect(screen.queryByRole('button', { name: 'Copied' })).toBeNull();
});

test('of a log of 10,000 changes a hundred lines are rendered, and a hundred chats of each', async () => {
	const many = Array.from({ length: 5_000 }, () => makeEntry({ undo: [], groupId: -1 }));
	const others = Array.from({ length: 5_000 }, () => makeEntry({ undo: [] })).reverse();
	const { user } = open([...others, ...many]);
	// By attribute, since searching so many rows by role takes seconds.
	function rows() {
		return table().querySelectorAll('[role="row"]').length;
	}
	// Rows have no index, so the table counts only those that it has.
	expect(table().hasAttribute('aria-rowcount')).toBe(false);
	expect(rows()).toBe(101);
	await user.click(screen.getByText('Show older'));
	expect(rows()).toBe(201);
	cleanup();
	const again = open(many);
	await again.user.click(button('Chats: Archived 5,000 chats'));
	expect(table().querySelectorAll('a')).toHaveLength(100);
	await again.user.click(screen.getByText('Show more (4,900 left)'));
	expect(table().querySelectorAll('a')).toHaveLength(200);
});

test('when Undo disappears, the focus stays in its row', async () => {
	const entry = makeEntry();
	const { show } = open([entry]);
	button('Undo: Archived Family').focus();
	await show([{ ...entry, isUndone: true }]);
	expect(document.activeElement).toBe(button('Details: Archived Family'));
});
