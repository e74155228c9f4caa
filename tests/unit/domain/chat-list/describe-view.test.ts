import { expect, test } from 'vitest';
import { describeView } from '$lib/domain/chat-list/describe-view';
import { parseView } from '$lib/domain/chat-list/view-url';
import { makeAccount } from '../../../fixtures/chats';

test.for([
	['', 'All chats'],
	['archived=no&low-priority=no', 'Inbox'],
	['archived=no&low-priority=no&unread=yes', 'Unread'],
	['archived=no&low-priority=no&active-before=90d', 'Older than 90 days'],
	['archived=no&low-priority=no&q=tea&network=signal', 'Inbox matching “tea”: Signal'],
	['archived=no&low-priority=no&type=group', 'Groups'],
	[
		'archived=no&low-priority=no&muted=yes&unread=yes&type=group&network=whatsapp&network=telegram',
		'Muted, unread groups: WhatsApp, Telegram'
	],
	['unread=yes', 'Unread chats'],
	['archived=no&pinned=no', 'Not archived, not pinned chats'],
	['type=single&muted=no', 'Not muted direct chats'],
	['mentions=yes&draft=yes', 'Chats with mentions and drafts'],
	['reminder=no&draft=yes', 'Chats with drafts without reminders'],
	['network=signal', 'Chats: Signal'],
	['network=Twitter/X&network=line&network=nosuch', 'Chats: Twitter/X, LINE, nosuch'],
	['account=a', 'Chats in 1 account'],
	['account=a&account=b', 'Chats in 2 accounts'],
	['merged=yes', 'Merged chats'],
	['label=a', 'Chats under 1 label'],
	['label=a&label=b&merged=no', 'Not merged chats under 2 labels'],
	['active-before=90d', 'Chats silent for 90 days'],
	['active-after=1d', 'Chats active in the last day'],
	[
		'active-after=2026-01-31&active-before=2026-03-01',
		'Chats active since 2026-01-31 silent since 2026-03-01'
	],
	['capability=edit:full', 'Chats by what they can do'],
	['q=lunch', 'Chats matching “lunch”'],
	['q=\u202eevil%0Alunch', 'Chats matching “evil lunch”'],
	['q=%E2%80%8B', 'Chats'],
	['network=\u202eevil', 'Chats: evil'],
	['archived=maybe', 'All chats'],
	['archived=yes', 'Archived']
] as const)('%s: %s', ([query, words]) => {
	expect(describeView(parseView(query).view)).toBe(words);
});

const NAMES = {
	accounts: [
		makeAccount({ accountID: 'wa', user: { id: '1', fullName: 'Kim' } }),
		makeAccount({
			accountID: 'sl',
			network: 'Slack',
			user: { id: '2', fullName: 'Robin' }
		}),
		makeAccount({ accountID: 'he', network: 'Signal', user: { id: '3', fullName: 'דנה' } })
	],
	labels: [
		{ id: 'work', name: 'Work' },
		{ id: 'home', name: 'Home (2)' },
		{ id: 'tea', name: 'Tea' }
	]
};

test.for([
	['label=work', 'Label Work'],
	['label=work&label=home', 'Labels Work, Home (2)'],
	['label=work&label=home&label=tea', 'Chats under 3 labels'],
	['account=wa', 'Kim · WhatsApp'],
	['account=wa&account=sl', 'Kim · WhatsApp, Robin · Slack'],
	['account=wa&account=sl&account=he', 'Chats in 3 accounts'],
	['account=he', '\u2068דנה\u2069 · Signal'],
	['account=wa&label=work', 'Kim · WhatsApp, label Work'],
	['unread=yes&type=group&label=work', 'Unread groups: label Work'],
	['archived=no&low-priority=no&account=wa', 'Inbox: Kim · WhatsApp'],
	['network=signal&label=work', 'Chats: Signal, label Work'],
	['label=work&q=tea', 'Chats matching “tea”: label Work'],
	['label=gone', 'Chats under 1 label'],
	['account=wa&account=gone', 'Chats in 2 accounts']
] as const)('%s, with names: %s', ([query, words]) => {
	expect(describeView(parseView(query).view, NAMES)).toBe(words);
});
