import { expect, test } from 'vitest';
import { findPresetName, PRESETS, toPreset } from '$lib/domain/chat-list/presets';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';

const INBOX = 'archived=no&low-priority=no';
const REMINDERS = 'reminder=yes&sort=reminder&group=due';

const QUERIES = [
	['Inbox', INBOX],
	['Unread', 'archived=no&unread=yes&low-priority=no'],
	['Mentions', 'archived=no&mentions=yes&low-priority=no'],
	['Waiting for you', 'archived=no&muted=no&low-priority=no&waiting=me&sort=-activity'],
	['Drafts', 'archived=no&low-priority=no&draft=yes'],
	['Reminders', REMINDERS],
	['Pinned', 'archived=no&pinned=yes&low-priority=no'],
	['Muted', 'archived=no&muted=yes&low-priority=no'],
	['Older than 90 days', `${INBOX}&active-before=90d`],
	['Low priority', 'archived=no&low-priority=yes'],
	['Archived', 'archived=yes'],
	['All', '']
] as const;

test('the built-in views are parts of the inbox, unless they ask for what it leaves out', () => {
	const queries = PRESETS.map(({ name, view }) => [name, formatView(view).toString()]);
	expect(queries).toEqual(QUERIES);
});

test.for(QUERIES)('%s is recognised by its filter, in any order', ([name, query]) => {
	expect(findPresetName(parseView(`${query}&layout=cards`).view)).toBe(name);
	expect(findPresetName(parseView(`${query}&q=tea`).view)).toBeUndefined();
});

test.for([
	['', 'Reminders', REMINDERS],
	['sort=title&group=type&layout=cards', 'Reminders', `${REMINDERS}&layout=cards`],
	[REMINDERS, 'Inbox', INBOX],
	[`${REMINDERS}&layout=cards`, 'All', 'layout=cards'],
	['archived=no&low-priority=no&reminder=yes&sort=title', 'Inbox', `${INBOX}&sort=title`],
	['sort=reminder&group=due', 'Inbox', `${INBOX}&sort=reminder&group=due`]
] as const)(
	'?%s, then “%s”: ?%s, as reminders bring their order and take it along',
	([query, name, next]) => {
		const preset = PRESETS.find((each) => each.name === name);
		expect(preset && formatView(toPreset(parseView(query).view, preset)).toString()).toBe(next);
	}
);

test('a view keeps order, groups and layout when it changes to a built-in one', () => {
	const { view } = parseView('muted=yes&sort=title&group=network&layout=cards');
	const [inbox] = PRESETS;
	expect(inbox && formatView(toPreset(view, inbox)).toString()).toBe(
		`${INBOX}&sort=title&group=network&layout=cards`
	);
});
