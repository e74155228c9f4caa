import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import FilterSummary from '$lib/components/chat-filters/FilterSummary.svelte';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { ChatView } from '$lib/domain/chat-list/view';
import { makeAccount } from '../../fixtures/chats';

function renderSummary(query: string) {
	render(FilterSummary, {
		view: parseView(query).view,
		networks: [{ key: 'whatsapp', name: 'WhatsApp' }],
		accounts: [makeAccount()],
		labels: [{ id: '!home', name: 'Home' }],
		getHref: (view: ChatView) => `?${formatView(view)}`
	});
}

test('describes every filter', () => {
	renderSummary(
		'archived=no&network=whatsapp&network=Gone&account=whatsapp&type=group&q=tea&active-after=90d&capability=edit:full'
	);
	expect(screen.getAllByRole('listitem').map((item) => item.textContent.trim())).toEqual([
		'“tea”',
		'Archived: no',
		'Group chats',
		'WhatsApp',
		'Gone',
		'Account: Ada Example · WhatsApp',
		'Last 90 days',
		'Edit: full'
	]);
});

test.for([
	['Archived: no', '?network=whatsapp&network=Gone&q=tea'],
	['Gone', '?archived=no&network=whatsapp&q=tea'],
	['“tea”', '?archived=no&network=whatsapp&network=Gone']
] as const)('“%s” is taken back alone', ([label, href]) => {
	renderSummary('archived=no&network=whatsapp&network=Gone&q=tea');
	expect(screen.getByRole('link', { name: `Remove ${label}` }).getAttribute('href')).toBe(href);
});

test('is empty without filters', () => {
	renderSummary('');
	expect(screen.queryByRole('list')).toBeNull();
});

test('labels are shown by name, unknown ones by ID', () => {
	renderSummary('label=!home&label=!gone');
	const link = screen.getByRole('link', { name: 'Remove Label: Home' });
	expect(link.getAttribute('href')).toBe('?label=%21gone');
	expect(screen.getByText('Label: !gone')).toBeTruthy();
});

test.for([
	['allowedReactions:❤️,👍', 'Allowed emoji: ❤️ 👍'],
	['allowedReactions:👍,:my-company-party:,mxc://my-company/x', 'Allowed emoji: 👍 2 custom'],
	['allowedReactions:a,b,c,d,e,f,g', 'Allowed emoji: 7 emoji'],
	['allowedReactions:any', 'Allowed emoji: any'],
	['allowedReactions:unstated', 'Allowed emoji: not stated'],
	['voice_rooms:2', 'Voice rooms: 2']
] as const)('“%s” is shown as “%s”', ([test, label]) => {
	renderSummary(`${new URLSearchParams({ capability: test })}`);
	expect(screen.getAllByRole('listitem').map((item) => item.textContent.trim())).toEqual([label]);
});
