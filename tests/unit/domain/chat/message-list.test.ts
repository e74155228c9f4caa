import { expect, test } from 'vitest';
import { findFirstUnread } from '$lib/domain/chat/message-list';
import { makeMessage } from '../../../fixtures/messages';

const mine = { isSender: true };

test.for([
	['says so of messages', [{ isUnread: false }, { isUnread: true }, { isUnread: true }], 9, 1],
	['says of messages that none is', [{ isUnread: false }, { isUnread: false }], 9, undefined],
	['gives only a number', [{}, {}, {}], 2, 1],
	['gives a number, and the last is mine', [{}, {}, mine], 1, 1],
	['gives a number, and some are hidden', [{}, { isHidden: true }, {}], 1, 2],
	['gives a number larger than what is loaded', [mine, {}, {}], 40, 1],
	['gives 0', [{}, {}], 0, undefined],
	['has no messages', [], 3, undefined]
] as const)('where the server %s', ([, fields, unreadCount, place]) => {
	const messages = fields.map((overrides) => makeMessage(overrides));
	const found = findFirstUnread(messages, { unreadCount });
	expect(found && messages.indexOf(found)).toBe(place);
});
