import { expect, test } from 'vitest';
import { DEFAULT_COLUMNS, setColumnShown } from '$lib/domain/chat-list/column-choice';
import { asksForDrafts, getViewColumns } from '$lib/domain/chat-list/view-columns';
import { parseView } from '$lib/domain/chat-list/view-url';

test.for([
	['reminder=yes', true],
	['sort=-reminder', true],
	['group=due', true],
	['reminder=no', undefined],
	['', undefined]
] as const)('?%s shows the reminder: %s', ([query, isShown]) => {
	const { shown } = getViewColumns(DEFAULT_COLUMNS, parseView(query).view);
	expect(shown.reminder).toBe(isShown);
});

test('a column that was turned off stays off', () => {
	const choice = setColumnShown(DEFAULT_COLUMNS, 'reminder', false);
	expect(getViewColumns(choice, parseView('reminder=yes').view)).toBe(choice);
});

test.for([
	['draft=yes', true],
	['draft=no', false],
	['', false]
] as const)('?%s shows drafts in place of messages: %s', ([query, asks]) => {
	expect(asksForDrafts(parseView(query).view)).toBe(asks);
});
