import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import LoadStatus, { type LoadPhase } from '$lib/components/chat-toolbar/LoadStatus.svelte';
import type { ParseIssue } from '$lib/domain/connection/source';

const chat: ParseIssue = { item: '#12', path: '', found: 'nothing', leftOut: true };
const field: ParseIssue = { item: '!a:b', path: 'unreadCount', found: 'a string', leftOut: false };

function renderStatus(phase: LoadPhase, parseIssues: readonly ParseIssue[] = []) {
	const [onstop, onload] = [vi.fn(), vi.fn()];
	const props = { phase, count: 1250, parseIssues, onstop, onload };
	const { container, rerender } = render(LoadStatus, props);
	const region = container.querySelector('[aria-live=polite]');
	const calls = { rerender, onstop, onload };
	return { user: userEvent.setup(), text: () => container.textContent, region, ...calls };
}

test('while chats come in, it counts them and can be stopped', async () => {
	const { user, text, onstop } = renderStatus('loading');
	expect(screen.getByRole('progressbar', { name: 'Loading chats' })).toBeTruthy();
	expect(text()).toContain('1,250 chats so far');
	await user.click(screen.getByRole('button', { name: 'Stop' }));
	expect(onstop).toHaveBeenCalledOnce();
});

test('before the first chat it says that chats are loading', () => {
	const props = { phase: 'loading' as const, count: 0, parseIssues: [] };
	const { container } = render(LoadStatus, { ...props, onstop: vi.fn(), onload: vi.fn() });
	expect(container.textContent).toContain('Loading chats…');
	expect(container.textContent).not.toContain('so far');
});

test('while cached chats are shown, it states their age', () => {
	const props = { phase: 'loading' as const, count: 12, parseIssues: [], asOf: '3 h ago' };
	const { container } = render(LoadStatus, { ...props, onstop: vi.fn(), onload: vi.fn() });
	expect(container.textContent).toContain('Updating… (from 3 h ago)');
});

test('after stopping it offers to load the rest', async () => {
	const { user, text, onload } = renderStatus('stopped');
	expect(text()).toContain('Stopped at 1,250 chats');
	await user.click(screen.getByRole('button', { name: 'Load the rest' }));
	expect(onload).toHaveBeenCalledOnce();
});

test('until the list has confirmed all chats, the count says “so far”', () => {
	const props = { phase: 'ready' as const, count: 12, parseIssues: [], isSoFar: true };
	const { container } = render(LoadStatus, { ...props, onstop: vi.fn(), onload: vi.fn() });
	expect(container.textContent).toContain('12 chats so far');
});

test('where loading has failed before the first chat, it does not say that chats are loading', () => {
	const props = { phase: 'failed' as const, count: 0, parseIssues: [], isSoFar: true };
	const { container } = render(LoadStatus, { ...props, onstop: vi.fn(), onload: vi.fn() });
	expect(container.textContent.trim()).toBe('');
});

test('once all chats are loaded, it is empty', () => {
	expect(renderStatus('ready').text().trim()).toBe('');
});

test('its phase is announced in one region that is always there, without the number of chats', async () => {
	const { region, rerender } = renderStatus('ready');
	expect(region?.textContent).toBe('');
	await rerender({ phase: 'loading' });
	expect(region?.textContent).toBe('Loading');
	await rerender({ phase: 'stopped' });
	expect(region?.textContent).toBe('Loading stopped');
	expect(region?.isConnected).toBe(true);
});

test.for([
	['1 chat couldn’t be read', [chat]],
	['2 chats couldn’t be read', [chat, chat]],
	['1 field couldn’t be read', [field]],
	['1 chat and 2 fields couldn’t be read', [chat, field, field]]
] as const)('%s', async ([words, parseIssues]) => {
	renderStatus('ready', parseIssues);
	expect(await screen.findByText(words)).toBeTruthy();
});

test('says on demand what couldn’t be read', async () => {
	const { user } = renderStatus('ready', [field]);
	await user.click(await screen.findByText('1 field couldn’t be read'));
	const cells = screen.getAllByRole('cell').map((cell) => cell.textContent.trim());
	expect(cells).toEqual(['!a:b', 'unreadCount', 'a string']);
});

test('counts accounts that couldn’t be read apart from chats', async () => {
	const props = { phase: 'ready' as const, count: 3, onstop: vi.fn(), onload: vi.fn() };
	render(LoadStatus, { ...props, parseIssues: [chat], accountParseIssues: [chat] });
	expect(await screen.findByText('1 account and 1 chat couldn’t be read')).toBeTruthy();
});

test('names what couldn’t be read as a whole without a number', async () => {
	const props = { phase: 'ready' as const, count: 3, onstop: vi.fn(), onload: vi.fn() };
	const whole = { ...chat, item: null };
	render(LoadStatus, { ...props, parseIssues: [chat], labelParseIssues: [whole] });
	expect(await screen.findByText('Labels and 1 chat couldn’t be read')).toBeTruthy();
});

test('lists no more than a hundred, and says how many are left', async () => {
	const { text } = renderStatus(
		'ready',
		Array.from({ length: 130 }, () => chat)
	);
	expect(await screen.findAllByRole('row', { hidden: true })).toHaveLength(101);
	expect(text()).toContain('and 30 more');
});
