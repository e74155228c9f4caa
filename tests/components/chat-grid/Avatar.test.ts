import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Avatar from '$lib/components/chat-grid/Avatar.svelte';
import { toRowContent } from '$lib/components/chat-grid/row-content';
import type { AsyncState } from '$lib/domain/connection/async-state';
import { SourceError } from '$lib/domain/connection/source-error';
import { ROW_CONTEXT } from '../../fixtures/chat-grid';
import { makeChat } from '../../fixtures/chats';

const imgURL = 'mxc://beeper.local/ada';

function show(state: AsyncState<string>, overrides = {}) {
	const row = toRowContent(makeChat({ title: 'Ada', imgURL, ...overrides }), ROW_CONTEXT);
	const asked: string[] = [];
	const pictures = {
		get(url: string) {
			asked.push(url);
			return state;
		},
		hold: () => () => {}
	};
	render(Avatar, { row, pictures });
	const avatar = screen.getByRole('img', { name: /chat on/ });
	return { avatar, asked, picture: () => avatar.querySelector('img') };
}

test('shows the picture of the chat, and says its type and network', () => {
	const { avatar, asked, picture } = show({ name: 'ready', value: 'blob:ada' });
	expect(picture()?.getAttribute('src')).toBe('blob:ada');
	expect(asked).toContain(imgURL);
	expect(avatar.getAttribute('aria-label')).toBe('Direct chat on WhatsApp');
	expect(avatar.title).toBe('Direct chat on WhatsApp');
	expect(avatar.dataset.initial).toBeUndefined();
});

test.for<AsyncState<string>>([
	{ name: 'idle' },
	{ name: 'loading' },
	{ name: 'failed', error: new SourceError('not-found') }
])('an initial stands for a picture that is $name', (state) => {
	const { avatar, picture } = show(state);
	expect(picture()).toBeNull();
	expect(avatar.dataset.initial).toBe('A');
});

test('an initial stands for a picture that the browser cannot draw', async () => {
	const { avatar, picture } = show({ name: 'ready', value: 'blob:broken' });
	const image = picture();
	if (image) await fireEvent.error(image);
	expect(picture()).toBeNull();
	expect(avatar.dataset.initial).toBe('A');
});

test.for([null, undefined, ''])('a chat whose picture is %j asks for none', (none) => {
	const { avatar, asked } = show({ name: 'ready', value: 'blob:other' }, { imgURL: none });
	expect(asked).toEqual([]);
	expect(avatar.dataset.initial).toBe('A');
});

test('a mark, and the words, say that the account needs the user', () => {
	const accountTroubles = new Map([['whatsapp', 'Not connected']]);
	const row = toRowContent(makeChat({ accountID: 'whatsapp' }), {
		...ROW_CONTEXT,
		accountTroubles
	});
	render(Avatar, { row, pictures: undefined });
	const avatar = screen.getByRole('img');
	expect(avatar.title).toBe('Direct chat on WhatsApp · Account: Not connected');
	expect(avatar.getAttribute('aria-label')).toBe(avatar.title);
	expect(avatar.querySelectorAll('svg')).toHaveLength(1);
	expect(row.name).toMatch(/, account: Not connected$/);
});

test('the row of any other account has no mark', () => {
	const { avatar } = show({ name: 'idle' });
	expect(avatar.querySelector('svg')).toBeNull();
});
