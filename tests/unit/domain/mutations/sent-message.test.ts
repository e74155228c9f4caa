import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '$lib/domain/chat/message';
import type { MessageMutation } from '$lib/domain/mutations/mutation';
import { findSentMessage, wasSent } from '$lib/domain/mutations/sent-message';
import { makeMessage } from '../../../fixtures/messages';

const AT = Date.UTC(2026, 10, 27, 8);

function own(id: string, text: string, rest: Partial<Message> = {}): Message {
	return makeMessage({ id, text, isSender: true, timestamp: AT, ...rest });
}

function sent(text: string, rest: Partial<MessageMutation> = {}): MessageMutation {
	return { kind: 'message', chatID: '!a', text, newestMessageID: '1', ...rest };
}

describe('a message is found', () => {
	test.for([
		['See **you**', 'See you'],
		['[Here](https://example.org/a)', 'Here'],
		['- one\n- two', '• one\n• two'],
		['1 \\* 2', '1 * 2'],
		['👍', '👍'],
		['?!', '?!']
	] as const)('%s as %s', ([markdown, text]) => {
		const messages = [own('1', 'Before'), own('2', text)];
		expect(findSentMessage(messages, sent(markdown), AT)?.id).toBe('2');
	});

	test('whatever its letters are', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} .,!?]{0,40}$/u), (text) => {
				expect(wasSent([own('1', ''), own('2', text)], sent(text), AT)).toBe(true);
			})
		);
	});
});

test.for([
	['an earlier one of the same text', [own('0', 'Hi'), own('1', 'Hi')]],
	['one of somebody else', [own('1', ''), own('2', 'Hi', { isSender: false })]],
	['a deleted one', [own('1', ''), own('2', 'Hi', { isDeleted: true })]],
	['one long ago', [own('7', 'Hi', { timestamp: AT - 600_000 })]]
] as const)('%s is not it', ([, messages]) => {
	expect(wasSent(messages, sent('Hi'), AT)).toBe(false);
});

test('another message of one’s own leaves it open', () => {
	expect(wasSent([own('1', ''), own('2', 'Bye')], sent('Hi'), AT)).toBeUndefined();
	expect(wasSent([own('1', ''), own('2', 'Bye')], sent('Hi'), AT, new Set(['2']))).toBe(false);
});
