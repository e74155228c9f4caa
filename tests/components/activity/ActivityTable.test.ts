import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import ActivityTable from '$lib/components/activity/ActivityTable.svelte';
import { NotCopied } from '$lib/components/ui/copy';
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
	const { rerender } = render(ActivityTable, {
		entries,
		now,
		hrefOf: (chat) => `#${chat.id}`,
		chatsHref: '#chats',
		blockedReason,
		...calls
	});
	return { ...calls, rerender, user: userEvent.setup() };
}

function firstRow() {
	const [, row = document.body] = within(
		screen.getByRole('table', { name: 'Activity' })
	).getAllByRole('row');
	return within(row);
}

function cells() {
	return firstRow()
		.getAllByRole('cell')
		.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
}

test('an empty log explains where to begin', () => {
	open([]);
	expect(screen.getByRole('heading', { name: 'Nothing was changed yet' })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Go to the chats' })).toHaveProperty('hash', '#chats');
});

test('each row shows time, chat, change and outcome', () => {
	const entry = makeEntry();
	open([entry]);
	expect(cells().slice(0, 4)).toEqual([
		'12:59:00',
		'Family',
		'Archive not archived →to archived',
		'Done 204'
	]);
	expect(firstRow().getByRole('link', { name: 'Family' }).getAttribute('href')).toBe(
		`#${entry.before?.id}`
	);
});

test.for<[string, Partial<LogEntry>, RegExp]>([
	['pending', { outcome: { kind: 'pending' }, status: undefined, after: undefined }, /^Sending$/],
	[
		'failed',
		{ outcome: { kind: 'failed', error: new SourceError('conflict') }, status: 409 },
		/^Failed 409 Something else changed first$/
	],
	[
		'unknown',
		{
			outcome: { kind: 'unknown', error: new SourceError('timed-out'), found: false },
			status: undefined
		},
		/^Unknown: check No answer came, and the chat is as it was\.$/
	],
	[
		'done with a different effect',
		{ outcome: { kind: 'done', mismatch: 'It is pinned.' }, status: 200 },
		/^Done 200 It is pinned\.$/
	],
	['undone', { isUndone: true }, /^Done, then undone 204$/]
])('a mutation that is %s shows this status', ([, overrides, words]) => {
	open([makeEntry(overrides)]);
	expect(cells()[3]).toMatch(words);
});

test('a refused change shows no value after it', () => {
	const error = new SourceError('conflict');
	open([makeEntry({ outcome: { kind: 'failed', error }, after: undefined })]);
	expect(cells()[2]).toBe('Archive not archived →to not changed');
});

test('the response can be read', () => {
	open([makeEntry({ answer: '{"id":"!a"}' })]);
	const answer = firstRow().getByText('{"id":"!a"}');
	expect(answer.closest('details')?.open).toBe(false);
});

test('an entry that can be undone has one Undo button', async () => {
	const entry = makeEntry();
	const { user, onundo } = open([entry]);
	await user.dblClick(firstRow().getByRole('button', { name: 'Undo: Archive, Family' }));
	expect(onundo).toHaveBeenCalledExactlyOnceWith(entry);
});

test('an entry that is undone with others says with how many', () => {
	open([
		makeEntry({ groupId: 7 }),
		makeEntry({ groupId: 7 }),
		makeEntry({ groupId: 7, undoUntil: 0 })
	]);
	expect(screen.getAllByRole('button', { name: 'Undo all 2: Archive' })).toHaveLength(2);
});

test.for<[string, Partial<LogEntry>]>([
	['too late', { undoUntil: now }],
	['undone already', { isUndone: true }],
	['without a way back', { undo: [] }]
])('%s, no undo is offered', ([, overrides]) => {
	open([makeEntry(overrides)]);
	expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
});

test('there is no undo while changes are blocked', () => {
	open([makeEntry()], 'Read-only is on.');
	const undo = screen.getByRole('button', { name: /^Undo/ });
	expect(undo).toHaveProperty('disabled', true);
	expect(undo.title).toBe('Read-only is on.');
});

test('the request is copied as a command', async () => {
	const entry = makeEntry();
	const { user, oncopy } = open([entry]);
	await user.click(firstRow().getByRole('button', { name: 'Copy as curl' }));
	expect(oncopy).toHaveBeenCalledExactlyOnceWith(entry);
	expect(firstRow().getByRole('button', { name: 'Copied' })).toBeTruthy();
});

test('a text that the browser does not copy is shown for copying by hand', async () => {
	const { user, oncopy } = open([makeEntry()]);
	oncopy.mockRejectedValue(new NotCopied('curl --request POST'));
	await user.click(firstRow().getByRole('button', { name: 'Copy as curl' }));
	const dialog = screen.getByRole('dialog', { name: 'Couldn’t copy' });
	expect(within(dialog).getByRole('textbox')).toHaveProperty('value', 'curl --request POST');
	expect(firstRow().queryByRole('button', { name: 'Copied' })).toBeNull();
});

test('of many entries the newest are shown, older ones on request', async () => {
	const { user } = open(Array.from({ length: 103 }, () => makeEntry({ undo: [] })));
	const table = screen.getByLabelText('Activity');
	// By attribute, since searching so many rows by role takes seconds.
	function rows() {
		return table.querySelectorAll('[role="row"]').length;
	}
	expect(table.getAttribute('aria-rowcount')).toBe('104');
	expect(rows()).toBe(101);
	await user.click(screen.getByText('Show older'));
	expect(rows()).toBe(104);
});

test('when Undo disappears, the focus stays in its row', async () => {
	const entry = makeEntry();
	const { rerender } = open([makeEntry(), entry]);
	const [, , row = document.body] = screen.getAllByRole('row');
	within(row).getByRole('button', { name: 'Undo: Archive, Family' }).focus();
	await rerender({ entries: [makeEntry(), { ...entry, isUndone: true }] });
	const stayed = screen.getAllByRole('row').at(-1) ?? document.body;
	expect(document.activeElement).toBe(within(stayed).getByRole('button', { name: 'Copy as curl' }));
});
