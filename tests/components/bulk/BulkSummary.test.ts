import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick, type ComponentProps } from 'svelte';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import BulkSummary from '$lib/components/bulk/BulkSummary.svelte';
import { isDone, type MutationResult } from '$lib/domain/mutations/result';
import { createPlan } from '$lib/domain/mutations/plan';
import { toToggle } from '$lib/domain/mutations/bulk';
import type { Chat } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import { dock } from '$lib/components/ui/docks.svelte';
import { makeChat } from '../../fixtures/chats';
import { StillObserver } from '../../fixtures/layout';
import { makeCircumstances } from '../../fixtures/writes';

const now = Date.parse('2026-03-10T12:00Z');

/** Tell of another size, as the browser does. */
let reports: (() => void)[];

class BarObserver extends StillObserver {
	constructor(report: () => void) {
		super();
		reports.push(report);
	}
}

beforeAll(() => {
	vi.stubGlobal('ResizeObserver', BarObserver);
});

afterAll(() => {
	vi.unstubAllGlobals();
});

beforeEach(() => {
	reports = [];
	vi.useFakeTimers({ now, shouldAdvanceTime: true });
});

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const DONE = { kind: 'done', mismatch: null } as const;
const REFUSED: MutationResult = {
	kind: 'failed',
	error: new SourceError('conflict', { status: 409 })
};
const LOST: MutationResult = {
	kind: 'unknown',
	error: new SourceError('timed-out'),
	found: undefined
};

/** Shows a summary of archiving these chats, each with its result; `null`: not started. */
function open(
	ended: readonly (readonly [chat: Chat, result: MutationResult | null])[],
	overrides: Partial<ComponentProps<typeof BulkSummary>> = {}
) {
	const chats = ended.map(([chat]) => chat);
	const plan = createPlan(chats, toToggle('archive'), makeCircumstances());
	const results = ended.flatMap(([chat, result]) =>
		result ? [{ mutation: toToggle('archive')(chat), result }] : []
	);
	const calls = { onlook: vi.fn(), onretry: vi.fn(), onundo: vi.fn(), onclose: vi.fn() };
	const begun = results.map(({ mutation }) => mutation.chatID);
	render(BulkSummary, {
		plan,
		isUndo: false,
		done: results.filter(({ result }) => isDone(result)),
		failed: results.filter(({ result }) => result.kind === 'failed'),
		unknown: results.filter(({ result }) => result.kind === 'unknown' && !isDone(result)),
		untried: plan.mutations.filter(
			(mutation) => 'chatID' in mutation && !begun.includes(mutation.chatID ?? '')
		),
		findChat: (id) => chats.find((chat) => chat.id === id),
		getHref: (chat) => `#${chat.id}`,
		accountNames: new Map(),
		undoUntil: now + 30_000,
		blockedReason: null,
		isLooking: false,
		...calls,
		...overrides
	});
	return { ...calls, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}

function headline() {
	return screen.getByRole('status').textContent;
}

test('counts what was done, skipped, failed, unknown and not started', () => {
	const unable = makeChat({ capabilities: { archive: false } });
	open([
		[makeChat(), DONE],
		[makeChat(), DONE],
		[unable, null],
		[makeChat(), REFUSED],
		[makeChat(), LOST],
		[makeChat(), null]
	]);
	expect(headline()).toBe('Archived: 2 chats, 1 skipped, 1 failed, 1 unknown, 1 not started');
});

test('a different effect on the server does not count as done', () => {
	const pinned: MutationResult = { kind: 'done', mismatch: 'It is pinned. Unpin it first.' };
	open([
		[makeChat(), DONE],
		[makeChat(), pinned]
	]);
	expect(headline()).toBe('Archived: 1 chat, 1 unexpected result');
	expect(screen.getByText('It is pinned. Unpin it first. (1)')).toBeTruthy();
	cleanup();
	open([
		[makeChat(), pinned],
		[makeChat(), pinned]
	]);
	expect(headline()).toBe('Archived: none, 2 unexpected results');
});

test('each failure has its reason and a link to its chat', () => {
	const chat = makeChat({ title: 'Family' });
	open([[chat, REFUSED]]);
	const reason = screen.getByText('Not possible right now (1)');
	const details = reason.closest('details') ?? document.body;
	const link = within(details).getByText('Family').closest('a');
	expect(link?.getAttribute('href')).toBe(`#${chat.id}`);
});

test('an unknown outcome can be checked, not retried', async () => {
	const { user, onlook } = open([
		[makeChat(), DONE],
		[makeChat(), LOST]
	]);
	await user.click(screen.getByRole('button', { name: 'Check again' }));
	expect(onlook).toHaveBeenCalledOnce();
	expect(screen.getByText('Outcome unknown: 1 chat')).toBeTruthy();
	expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('one check at a time', async () => {
	const { user, onlook } = open([[makeChat(), LOST]], { isLooking: true });
	await user.click(screen.getByRole('button', { name: 'Checking…' }));
	expect(onlook).not.toHaveBeenCalled();
});

test('mutations stopped by an expired token or the browser count as not started', () => {
	const expired: MutationResult = { kind: 'failed', error: new SourceError('token-refused') };
	open([
		[makeChat(), DONE],
		[makeChat(), expired],
		[makeChat(), null]
	]);
	expect(headline()).toBe('Archived: 1 chat, 2 not started');
	expect(screen.getByText('Beeper didn’t accept this token (1)')).toBeTruthy();
	expect(screen.getByRole('button', { name: 'Do the rest' })).toBeTruthy();
});

test('a mutation that happened without a response counts as done', () => {
	open([[makeChat(), { kind: 'unknown', error: new SourceError('timed-out'), found: true }]]);
	expect(screen.queryByText(/unknown/)).toBeNull();
});

test('side effects are counted and listed', () => {
	const chat = makeChat({ title: 'Ida' });
	const sideEffects = [{ kind: 'read', chatID: chat.id, value: true }] as const;
	open([
		[makeChat(), DONE],
		[chat, { ...DONE, sideEffects }]
	]);
	expect(headline()).toBe('Archived: 2 chats. 1 was also marked as read');
	const details = screen.getByText('Also marked as read (1)').closest('details');
	expect(details?.textContent).toContain('Ida');
});

test('values that an undo could not restore are named', () => {
	const losses = ['unread count'];
	open([[makeChat(), { ...DONE, losses }]], { isUndo: true });
	expect(headline()).toBe('Undone: 1 chat. 1 couldn’t be fully restored');
	expect(screen.getByText(/unread count/)).toBeTruthy();
});

test('failed mutations are retried on request only', async () => {
	const { user, onretry } = open([[makeChat(), REFUSED]]);
	expect(onretry).not.toHaveBeenCalled();
	await user.dblClick(screen.getByRole('button', { name: 'Try again' }));
	expect(onretry).toHaveBeenCalledOnce();
});

test('trying again says so where it also does what was stopped', () => {
	open([
		[makeChat(), REFUSED],
		[makeChat(), null]
	]);
	expect(screen.getByRole('button', { name: 'Do the rest' })).toBeTruthy();
	expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('nothing is retried while changes are blocked', async () => {
	const blocked = { blockedReason: 'Read-only is on.' };
	const { user, onretry } = open([[makeChat(), REFUSED]], blocked);
	const retry = screen.getByRole('button', { name: 'Try again' });
	await user.click(retry);
	expect(onretry).not.toHaveBeenCalled();
	expect(document.activeElement).toBe(retry);
	expect([retry.ariaDisabled, retry.title]).toEqual(['true', 'Read-only is on.']);
});

test('changes can be undone for 30 seconds', async () => {
	const { user, onundo } = open([[makeChat(), DONE]]);
	await user.click(screen.getByRole('button', { name: 'Undo' }));
	expect(onundo).toHaveBeenCalledOnce();
	vi.advanceTimersByTime(30_000);
	await tick();
	const late = screen.getByRole('button', { name: 'Too late to undo' });
	await user.click(late);
	expect(late).toHaveProperty('disabled', false);
	expect(onundo).toHaveBeenCalledOnce();
});

test('there is no undo while changes are blocked', async () => {
	const { user, onundo } = open([[makeChat(), DONE]], { blockedReason: 'Read-only is on.' });
	const undo = screen.getByRole('button', { name: 'Undo' });
	await user.click(undo);
	expect(onundo).not.toHaveBeenCalled();
	expect([undo.ariaDisabled, undo.title]).toEqual(['true', 'Read-only is on.']);
});

test('there is no undo without a change, and none of a complete undo', () => {
	open([[makeChat(), REFUSED]]);
	open([[makeChat(), DONE]], { isUndo: true });
	expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
	expect(screen.getByText('Archived: none, 1 failed')).toBeTruthy();
	expect(screen.getByText('Undone: 1 chat')).toBeTruthy();
});

test('an incomplete undo says what is left and why, and offers to continue', async () => {
	const [failed, waiting] = [makeChat({ title: 'Family' }), makeChat({ title: 'Lunch' })];
	const { user, onundo, onretry } = open(
		[
			[makeChat(), DONE],
			[failed, REFUSED],
			[waiting, null]
		],
		{ isUndo: true }
	);
	expect(headline()).toBe('Undone: 1 chat, 2 not undone');
	for (const [words, title] of [
		['Not possible right now (1)', 'Family'],
		['Stopped before it started (1)', 'Lunch']
	] as const) {
		const details = screen.getByText(words).closest('details') ?? document.body;
		expect(within(details).getByRole('link', { name: title, hidden: true })).toBeTruthy();
	}
	await user.dblClick(screen.getByRole('button', { name: 'Undo the rest' }));
	expect(onundo).toHaveBeenCalledOnce();
	expect(onretry).not.toHaveBeenCalled();
});

test('after the undo time has passed, the remaining changes say that it is too late', () => {
	open([[makeChat(), REFUSED]], { isUndo: true, undoUntil: now });
	expect(screen.getByRole('button', { name: 'Too late to undo' })).toBeTruthy();
	expect(headline()).toBe('Undone: none, 1 not undone');
});

test('an undo with an unknown outcome can be checked, not repeated', () => {
	open([[makeChat(), LOST]], { isUndo: true });
	expect(screen.getByText('Outcome unknown: 1 chat')).toBeTruthy();
	expect(screen.queryByRole('button', { name: /undo/i })).toBeNull();
});

test('mutations that were not started are listed, and run on request', async () => {
	const { user, onretry } = open([
		[makeChat(), DONE],
		[makeChat(), null]
	]);
	expect(screen.getByText('Not started: 1 chat')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Do the rest' }));
	expect(onretry).toHaveBeenCalledOnce();
});

test('can be closed', async () => {
	const { user, onclose } = open([[makeChat(), DONE]]);
	await user.click(screen.getByRole('button', { name: 'Close' }));
	expect(onclose).toHaveBeenCalledOnce();
});

test('stands above the field of a message, and not above what comes later on the page', async () => {
	open([[makeChat(), DONE]]);
	const bar = screen.getByRole('region', { name: 'Summary' });
	const strip = bar.parentElement;
	for (const [method, bottom] of [
		['prepend', '110px'],
		['append', '0px']
	] as const) {
		const docked = document.createElement('div');
		vi.spyOn(docked, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -110, 900, 100));
		vi.spyOn(bar, 'getBoundingClientRect').mockReturnValue(new DOMRect(200, 0, 400, 60));
		document.body[method](docked);
		const leave = dock(docked);
		await tick();
		for (const report of reports) report();
		await tick();
		expect(strip?.style.bottom).toBe(bottom);
		leave?.();
		docked.remove();
	}
});
