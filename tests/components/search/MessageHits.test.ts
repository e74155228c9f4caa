import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import MessageHits from '$lib/components/search/MessageHits.svelte';
import type { LoadState } from '$lib/domain/connection/async-state';
import { SourceError } from '$lib/domain/connection/source-error';

const HIT = { id: 'a', title: 'Ida', sender: 'Bob', href: '/chats/a?message=1', open: vi.fn() };

function open(text: string, phase: LoadState = { name: 'ready' }) {
	const props = { q: 'lunch', now: 0, hasMore: false, onmore: vi.fn(), phase };
	render(MessageHits, { ...props, hits: text ? [{ ...HIT, text }] : [] });
}

test('a hit is a link that names chat and sender, with the word marked', () => {
	open('See you at Lunch');
	const link = screen.getByRole('link', { name: /Ida Bob.*See you at Lunch/ });
	expect(link.getAttribute('href')).toBe('/chats/a?message=1');
	expect(link.querySelector('mark')?.textContent).toBe('Lunch');
});

test('a plain click shows the message here; with Ctrl it is left to the browser', async () => {
	open('See you at Lunch');
	const link = screen.getByRole('link');
	await fireEvent.click(link, { ctrlKey: true });
	expect(HIT.open).not.toHaveBeenCalled();
	await fireEvent.click(link);
	expect(HIT.open).toHaveBeenCalledOnce();
});

test('a hostile text is text, and only the part around the word is shown', () => {
	open(`${'x '.repeat(5_000)}<img src=x onerror=alert(1)> lunch ${'y '.repeat(10_000)}`);
	const link = screen.getByRole('link');
	expect(link.querySelector('img')).toBeNull();
	expect(link.textContent.length).toBeLessThan(400);
});

test('a server without the search says so', () => {
	open('', { name: 'failed', error: new SourceError('not-found') });
	expect(screen.getByRole('status').textContent).toContain('can’t search in messages');
});

test('the button for more stays while they are looked for, and keeps the focus', async () => {
	const onmore = vi.fn();
	const props = { q: 'lunch', now: 0, hasMore: true, onmore, hits: [{ ...HIT, text: 'lunch' }] };
	const { rerender } = render(MessageHits, { ...props, phase: { name: 'ready' } });
	const more = screen.getByRole('button', { name: 'More messages' });
	more.focus();
	await rerender({ phase: { name: 'loading' } });
	expect(document.activeElement).toBe(more);
	await fireEvent.click(more);
	expect(onmore).not.toHaveBeenCalled();
	await rerender({ phase: { name: 'ready' } });
	await fireEvent.click(more);
	expect(onmore).toHaveBeenCalledOnce();
});
