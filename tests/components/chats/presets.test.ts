import { expect, test } from 'vitest';
import { presetsFor } from '$lib/components/chats/presets';
import { formatView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS } from '$lib/domain/chat-list/view';

test.for([
	['Inbox', 'archived=no&low-priority=no'],
	['Unread', 'unread=yes'],
	['Archived', 'archived=yes'],
	['Muted', 'muted=yes'],
	['Pinned', 'pinned=yes'],
	['Low priority', 'low-priority=yes'],
	['Drafts', 'draft=yes'],
	['Reminders', 'reminder=yes'],
	['Stale', 'active-before=90d']
] as const)('there is a view called %s', ([name, query]) => {
	const preset = presetsFor(ALL_CHATS).find((each) => each.name === name);
	expect(preset && formatView(preset.view).toString()).toBe(query);
});
