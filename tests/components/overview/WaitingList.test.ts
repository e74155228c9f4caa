import { render, screen } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { expect, test } from 'vitest';
import WaitingList from '$lib/components/overview/WaitingList.svelte';
import { createNetworkIndex } from '$lib/domain/chat/network';

const PROPS = {
	title: 'Waiting for you',
	chats: [],
	total: 3,
	href: '#list',
	empty: 'None so far.',
	getNetwork: createNetworkIndex([]),
	getChatHref: () => '#chat',
	now: 0,
	watch: () => undefined
};

test('when a focused button below the chats goes, the focus stays in the list', async () => {
	const children = createRawSnippet(() => ({ render: () => '<p><button>Check</button></p>' }));
	render(WaitingList, { ...PROPS, children });
	const check = screen.getByRole('button', { name: 'Check' });
	check.focus();
	check.remove();
	await tick();
	expect(document.activeElement).toBe(
		screen.getByRole('link', { name: 'Show in list: Waiting for you' })
	);
});
