import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeResponse } from '$lib/domain/mutations/optimistic';
import { mergeParticipants, type Participants } from '$lib/domain/chat/participant';
import { NO_CHATS } from '$lib/domain/chat/chat-map';
import { makeChat } from '../../../fixtures/chats';

/** A number of listed participants. */
function listed(count: number, total: number): Participants {
	const items = Array.from({ length: count }, (_, n) => ({ id: `${n}` }));
	return { items, hasMore: count < total, total };
}

test('a whole list is not made short again by an answer that holds fewer', () => {
	const whole = listed(312, 312);
	expect(mergeParticipants(whole, listed(20, 312))).toBe(whole);
	expect(mergeParticipants(whole, listed(0, 312))).toBe(whole);
});

test.for([
	['holds as many', listed(312, 312)],
	['says that somebody has come', listed(20, 313)],
	['says that somebody has gone', listed(20, 311)]
] as const)('an answer that %s counts', ([, later]) => {
	expect(mergeParticipants(listed(312, 312), later)).toBe(later);
});

test('however chats are read, the list never gets shorter while the total stays', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), (counts) => {
			let inventory = NO_CHATS;
			let after = makeChat({ id: 'a', participants: listed(0, 30) });
			for (const count of counts) {
				const answer = makeChat({ id: 'a', participants: listed(count, 30) });
				after = mergeResponse(after, answer);
				inventory = inventory.add([answer]);
			}
			const longest = Math.max(...counts);
			expect(after.participants.items).toHaveLength(longest);
			expect(inventory.get('a')?.participants.items).toHaveLength(longest);
		}),
		{ numRuns: 50 }
	);
});
