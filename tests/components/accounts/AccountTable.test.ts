import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import AccountTable from '$lib/components/accounts/AccountTable.svelte';
import type { AccountSummary } from '$lib/domain/chat-list/account-summaries';
import { getAccountNotice, type Account } from '$lib/domain/chat/account';
import { makeAccount } from '../../fixtures/chats';

/** Without a status unless it is given. */
function summarize(change: Partial<Account>, more: Partial<AccountSummary> = {}) {
	const { status, ...rest } = makeAccount(change);
	const account = change.status && status ? { ...rest, status } : rest;
	const { accountID } = account;
	return {
		...{ account, networkKey: accountID, networkName: accountID, chats: 0, unread: 0 },
		notice: getAccountNotice(account),
		...more
	};
}

function show(accounts: readonly AccountSummary[]) {
	render(AccountTable, {
		accounts,
		names: new Map(accounts.map(({ account }) => [account.accountID, 'Kim'])),
		isListed: (id) => id !== 'imessage',
		getChatsHref: (id) => `/chats?account=${id}`,
		getUnreadHref: (id) => `/chats?account=${id}&unread=yes`,
		now: 0
	});
}

test.for([
	[{ status: 'connected' }, 'Connected'],
	[{ status: 'reconnect_required', statusText: 'Signed out by LINE' }, 'Signed out by LINE'],
	[{ status: 'attention_required' }, 'Needs attention'],
	[{}, 'No status reported'],
	[{ accountID: 'imessage' }, 'Not in Beeper’s list of accounts']
] as const)('an account with %o is said to be “%s”', ([change, words]) => {
	show([summarize({ accountID: 'line', ...change })]);
	const [, row] = screen.getAllByRole('row');
	expect(row?.textContent).toContain(words);
});

test('numbers lead to the chats they count, and 0 leads nowhere', () => {
	show([summarize({ accountID: 'line' }, { chats: 1200, unread: 3 }), summarize({})]);
	const [, line, other] = screen.getAllByRole('row');
	const links = within(line ?? document.body).getAllByRole('link');
	expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
		['3', '/chats?account=line&unread=yes'],
		['1,200', '/chats?account=line']
	]);
	expect(within(other ?? document.body).queryByRole('link')).toBeNull();
});
