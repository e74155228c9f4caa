import { render, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import ChatGrid from '$lib/components/chat-grid/ChatGrid.svelte';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ALL_CHATS, LAYOUTS } from '$lib/domain/chat-list/view';
import { makeChat } from '../../fixtures/chats';
import { StillObserver } from '../../fixtures/layout';

vi.stubGlobal('ResizeObserver', StillObserver);

function marksFor(q: string, layout = ALL_CHATS.layout): (string | null)[] {
	const chat = makeChat({
		title: 'Café <b>Lunch</b>',
		preview: { id: '1', text: 'See you at the cafe', attachments: [] }
	});
	render(ChatGrid, {
		groups: [{ key: '', label: null, chats: [chat] }],
		layout,
		sort: ALL_CHATS.sort,
		getNetwork: createNetworkIndex([]),
		now: 0,
		q,
		getHref: () => '#',
		getSortHref: () => '#',
		loading: false
	});
	const row = screen.getByRole('row', { name: /^Café/ });
	expect(within(row).getByRole('link').textContent).toBe('Café <b>Lunch</b>');
	return within(row)
		.queryAllByText(() => true, { selector: 'mark' })
		.map((mark) => mark.textContent);
}

test.for(LAYOUTS)('what is searched for is marked in title and preview, as %s', (layout) => {
	expect(marksFor('CAFE lunch', layout)).toEqual(['Café', 'Lunch', 'cafe']);
});

test('nothing is marked while nothing is searched for', () => {
	expect(marksFor('')).toEqual([]);
});
