import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { formatValue } from '$lib/domain/capabilities/format-value';
import { readValue } from '$lib/domain/capabilities/value';
import { createAnonymizer } from '$lib/domain/privacy/anonymizer';
import { anonymizeMutation, revealReaction } from '$lib/domain/privacy/anonymize-log';
import { makeChat } from '../../../fixtures/chats';
import { makeMessage } from '../../../fixtures/writes';

const SHORTCODE = ':my-company-party:';
const ADDRESS = 'mxc://beeper.local/my-company-party';
const EMOJI = ['👍', '❤️', '❤', '👩‍👩‍👧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '🇦🇶', '7️⃣', '👍🏽'];

function makeAnonymizer() {
	return createAnonymizer('salt');
}

test.for(EMOJI)('%s is shown as it is', (emoji) => {
	expect(makeAnonymizer().reaction(emoji)).toBe(emoji);
});

test.for([SHORTCODE, ADDRESS, 'my-company', '👍 my-company', '12345'])('%s is not shown', (key) => {
	const shown = makeAnonymizer().reaction(key);
	expect(shown).toMatch(/^:[a-z]+-[a-z]+:$/);
	expect(shown).not.toContain('company');
});

test('each reaction has a name of its own, by which it is found again', () => {
	const anonymizer = makeAnonymizer();
	const keys = Array.from({ length: 5_000 }, (_, index) => `:emoji-${index}:`);
	const shown = keys.map(anonymizer.reaction);
	expect(new Set(shown).size).toBe(keys.length);
	expect(shown.map(anonymizer.realReaction)).toEqual(keys);
	expect(shown.map(anonymizer.reaction)).toEqual(shown);
});

test('a chosen reaction is sent as what it is', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.constantFrom(...EMOJI), fc.string({ minLength: 1 })),
			fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
			(reactionKey, replaces) => {
				const anonymizer = makeAnonymizer();
				const mutation = {
					kind: 'react' as const,
					chatID: 'c',
					messageID: 'm',
					reactionKey,
					...(replaces !== undefined && { replaces })
				};
				const { reactionKey: key, replaces: replaced } = revealReaction(anonymizer, {
					...mutation,
					reactionKey: anonymizer.reaction(reactionKey),
					...(replaces !== undefined && { replaces: anonymizer.reaction(replaces) })
				});
				expect([key, replaced]).toEqual([reactionKey, replaces]);
			}
		)
	);
});

describe('nothing of a company’s own reactions is left', () => {
	test('in messages and in what is logged and copied', () => {
		const anonymizer = makeAnonymizer();
		const message = makeMessage({
			reactions: [SHORTCODE, ADDRESS].map((key) => ({
				key,
				participantID: '@a:b',
				isEmoji: false,
				imgURL: ADDRESS
			}))
		});
		const mutation = anonymizeMutation(anonymizer, {
			kind: 'react',
			chatID: 'c',
			messageID: 'm',
			reactionKey: SHORTCODE,
			replaces: ADDRESS
		});
		expect(JSON.stringify([anonymizer.message(message), mutation])).not.toContain('company');
	});

	test('in what a chat can do', () => {
		const other = {
			reactionSets: { [SHORTCODE]: 2, owner: 'my-company', list: [SHORTCODE, ADDRESS, 3] }
		};
		const capabilities = { allowedReactions: [SHORTCODE, ADDRESS, '👍'], other };
		const shown = makeAnonymizer().chat(makeChat({ capabilities })).capabilities;
		const rows = buildRows(shown ? [shown] : []);
		const words = rows.map((row) => formatValue(readValue(shown, row.path), row));
		expect(JSON.stringify([shown, rows, words])).not.toContain('company');
		expect(shown?.allowedReactions).toContain('👍');
	});
});

test('chats that share their capabilities share them when anonymized', () => {
	const anonymizer = makeAnonymizer();
	const capabilities = { allowedReactions: [SHORTCODE] };
	const [one, other] = ['a', 'b'].map((id) => anonymizer.chat(makeChat({ id, capabilities })));
	expect(one?.capabilities).toBe(other?.capabilities);
	const plain = { edit: 'full' as const };
	expect(anonymizer.chat(makeChat({ capabilities: plain })).capabilities).toBe(plain);
});
