import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import DeveloperPanel from '$lib/components/chat-page/DeveloperPanel.svelte';
import type { ShownRequest } from '$lib/components/mutations/action-props';
import type { Chat } from '$lib/domain/chat/chat';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { makeChat } from '../../fixtures/chats';
import { IDA } from '../../fixtures/merged';

function open(
	overrides: Partial<Chat> = {},
	getRequests: (mutation: Mutation) => ShownRequest[] = () => []
) {
	const calls = { oncopy: vi.fn(), oncopyrequest: vi.fn(), onshowrequests: vi.fn() };
	render(DeveloperPanel, {
		chat: makeChat(overrides),
		showsRequests: false,
		getRequests,
		json: '{ "id": 1 }',
		compareHref: '#compare',
		...calls
	});
	return { ...calls, user: userEvent.setup() };
}

test('capabilities are shown in words, section by section, beside a link to those of other chats', () => {
	open({ capabilities: { edit: 'full', editMaxAge: 900, delete: 'rejected' } });
	const table = screen.getByRole('table', { name: 'Editing & deleting' });
	function getCell(name: string) {
		const row = within(table).getByRole('row', { name: new RegExp(`^${name}`) });
		return within(row).getByRole('cell');
	}
	expect(getCell('Edit window').textContent).toContain('15 min');
	expect(getCell('Delete for everyone').textContent).toContain('Rejected');
	expect(getCell('Delete for me').textContent).toContain('Not stated');
	const link = screen.getByRole('link', { name: 'Compare with other chats' });
	expect(link.getAttribute('href')).toBe('#compare');
});

test('silence about capabilities is not shown as “unsupported”', () => {
	open();
	expect(screen.queryByRole('table')).toBeNull();
	expect(screen.getByText(/^Not reported: /)).toBeTruthy();
});

test('a merged chat leaves its capabilities to its chats', () => {
	open(IDA);
	expect(screen.queryByText(/^Not reported: /)).toBeNull();
	expect(screen.getByRole('link', { name: 'Compare its chats' })).toBeTruthy();
});

test('the raw response is shown and copied unchanged', async () => {
	const { user, oncopy } = open();
	await user.click(screen.getByText('Raw JSON', { exact: true }));
	expect(screen.getByText('{ "id": 1 }')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Copy raw JSON' }));
	expect(oncopy).toHaveBeenCalledExactlyOnceWith('{ "id": 1 }');
});

test('requests are shown once they are asked for', async () => {
	const { user, onshowrequests } = open();
	expect(screen.queryByText(/^Show requests:/)).toBeNull();
	await user.click(screen.getByRole('switch', { name: 'Show requests' }));
	expect(onshowrequests).toHaveBeenCalledExactlyOnceWith(true);
});

test('the request of every action is there to be read and copied', async () => {
	const { user, oncopyrequest } = open({ isMuted: true }, ({ kind }) => [
		{ method: 'POST', path: `/${kind}` }
	]);
	await user.click(screen.getByText(/^Show requests/, { selector: 'summary' }));
	const buttons = screen.getAllByRole('button', { name: 'Copy as curl' });
	expect(buttons).toHaveLength(6);
	expect(screen.getByText('Unmute')).toBeTruthy();
	await user.click(buttons[1] ?? document.body);
	expect(oncopyrequest).toHaveBeenCalledExactlyOnceWith(
		expect.objectContaining({ method: 'POST', path: '/mute' })
	);
});
