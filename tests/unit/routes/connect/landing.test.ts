import { expect, test } from 'vitest';
import { describeLanding } from '../../../../src/routes/connect/landing';

test.for([
	['/', 'Overview'],
	['/chats', 'All chats'],
	['/chats?archived=no&low-priority=no', 'Inbox'],
	[
		'/chats?muted=yes&unread=yes&type=group&network=whatsapp&network=telegram',
		'Muted, unread groups: WhatsApp, Telegram'
	],
	['/chats?sort=title&layout=cards', 'All chats'],
	['/chats/imsg%23%23thread%3Aany%3B-%3B%2B15550100', 'One chat'],
	['/chats/new', 'New chat'],
	['/capabilities?share=yes#edit', 'Capabilities'],
	['/capabilities?network=signal', 'Capabilities: Signal'],
	['/activity', 'Activity'],
	['/nowhere', null]
] as const)('%s: %s', ([path, words]) => {
	expect(describeLanding(path)).toBe(words);
});
