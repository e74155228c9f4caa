import { expect, test } from 'vitest';
import { describeMissed } from '$lib/components/messages/message-labels';

test.for([
	[0, 'Message not found'],
	[1, 'Message not found'],
	[2, 'Message not found in the last 2 messages'],
	[1200, 'Message not found in the last 1,200 messages']
] as const)('of %i loaded messages: %s', ([count, words]) => {
	expect(describeMissed(count)).toBe(words);
});
