import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectAccounts } from '$lib/domain/chat/account';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { summarizeAccounts } from '$lib/domain/chat-list/account-summaries';
import { setAccount, setFlag } from '$lib/domain/chat-list/change-view';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { filterChats } from '$lib/domain/chat-list/filter';
import { ALL_CHATS, type ChatView } from '$lib/domain/chat-list/view';
import type { Chat } from '$lib/domain/chat/chat';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { anyChat } from './arbitrary';

const line = makeAccount({
	accountID: 'line',
	network: 'LINE',
	bridge: { id: 'line', type: 'line', provider: 'cloud' },
	status: 'reconnect_required',
	statusText: 'Signed out by LINE'
});
const whatsapp = makeAccount();

function index(chats: readonly Chat[]) {
	return new ChatIndex(createNetworkIndex([whatsapp, line])).read(chats);
}

test('counts the chats of each account, and puts one that needs the user first', () => {
	const chats = [
		makeChat({ unreadCount: 2, lastActivity: 5 }),
		makeChat({ lastActivity: 9 }),
		makeChat({ accountID: 'local-imessage', network: 'iMessage', isMarkedUnread: true })
	];
	const accounts = collectAccounts([whatsapp, line], chats);
	const summaries = summarizeAccounts(accounts, index(chats));
	expect(
		summaries.map(({ account, networkName, notice, chats, unread, lastActivity }) => [
			account.accountID,
			networkName,
			notice?.words,
			chats,
			unread,
			lastActivity
		])
	).toEqual([
		['line', 'LINE', 'Signed out by LINE', 0, 0, undefined],
		['whatsapp', 'WhatsApp', undefined, 2, 1, 9],
		['local-imessage', 'iMessage', undefined, 1, 1, undefined]
	]);
});

test('an account has as many chats as the list of its chats, and as many unread', () => {
	fc.assert(
		fc.property(fc.array(anyChat), (chats) => {
			const indexed = index(chats);
			function count(view: ChatView) {
				return filterChats(indexed, view.filter, () => 0).matching.length;
			}
			for (const { account, ...counts } of summarizeAccounts(
				collectAccounts([whatsapp, line], chats),
				indexed
			)) {
				const view = setAccount(ALL_CHATS, account.accountID, true);
				expect(counts.chats).toBe(count(view));
				expect(counts.unread).toBe(count(setFlag(view, 'unread', 'yes')));
			}
		})
	);
});
