import { expect, test } from 'vitest';
import { getPresets } from '$lib/domain/chat-list/presets';
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
	const preset = getPresets(ALL_CHATS).find((each) => each.name === name);
	expect(preset && formatView(preset.view).toString()).toBe(query);
});
