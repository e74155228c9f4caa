import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { capabilitiesSchema } from '$lib/sample/capabilities';
import { FACTS, readFacts } from '$lib/sample/facts';

function capabilities(bridgeType: string, kind: string) {
	const facts = FACTS.find((network) => network.bridgeType === bridgeType);
	return facts?.variants.find(({ name }) => name === kind)?.capabilities;
}

test('there are fifteen networks, each with a source and kinds of its own', () => {
	expect(FACTS).toHaveLength(15);
	for (const { source, variants } of FACTS) {
		expect(source).toMatch(/^[\w-]+\/[\w-]+/);
		expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length);
	}
});

test('every kind says only what the SDK knows', () => {
	for (const { variants } of FACTS)
		for (const kind of variants)
			expect(v.safeParse(capabilitiesSchema, kind.capabilities).issues).toBeUndefined();
});

describe('spot checks against the published code of the bridges', () => {
	test.for([
		['WhatsApp takes edits for 15 minutes', 'whatsapp', 'direct', { edit: 2, editMaxAge: 900 }],
		['and so in groups', 'whatsapp', 'group', { edit: 2, editMaxAge: 900, deleteMaxAge: 172_800 }],
		[
			'Signal takes ten edits in a day',
			'signal',
			'group',
			{ editMaxAge: 86_400, editMaxCount: 10 }
		],
		['Slack may forbid editing', 'slackgo', 'channel-no-edit', { edit: -2, editMaxAge: 0 }],
		['Slack has no places', 'slackgo', 'direct', { locationMessage: -2 }],
		['Telegram Premium gives three reactions', 'telegram', 'channel-premium', { reactionCount: 3 }],
		['X without keys has no edit', 'twitter', 'group-legacy', { edit: -2, editMaxAge: 900 }],
		['iMessage has six reactions', 'imessage', 'desktop', { customEmojiReactions: false }],
		['Google Voice sends 160 characters', 'gvoice', 'any', { maxTextLength: 160 }]
	] as const)('%s', ([, bridgeType, kind, expected]) => {
		expect(capabilities(bridgeType, kind)).toMatchObject(expected);
	});

	test('what a kind does not say stays unsaid', () => {
		expect(capabilities('bluesky', 'any')).toEqual({ maxTextLength: 10_000 });
		expect(capabilities('signal', 'note-to-self')).not.toHaveProperty('editMaxAge');
		expect(capabilities('whatsapp', 'community-announcements')).not.toHaveProperty('reply');
		expect(capabilities('telegram', 'topic')).not.toHaveProperty('disappearingTimer');
		expect(capabilities('telegram', 'topic')?.state).toEqual({ title: { level: 2 } });
		expect(capabilities('telegram', 'supergroup-no-reactions')).not.toHaveProperty(
			'allowedReactions'
		);
	});
});

describe('readFacts', () => {
	const facts = { network: 'N', bridgeType: 'n', source: 'here' };
	const base = {
		name: 'direct',
		when: 'always',
		capabilities: { edit: 2, reply: 2, formatting: { bold: 2, italic: 2 } }
	};

	test('a kind may be like another but for some changes', () => {
		const changes = { edit: null, reply: -2, formatting: { italic: null, spoiler: 1 } };
		const other = { name: 'group', when: 'often', like: 'direct', changes };
		const { variants } = readFacts({ ...facts, variants: [base, other] });
		expect(variants[1]?.capabilities).toEqual({ reply: -2, formatting: { bold: 2, spoiler: 1 } });
		expect(variants[0]?.capabilities).toEqual(base.capabilities);
	});

	test.for([
		['a level that does not exist', { ...base, capabilities: { edit: 3 } }],
		['a field that does not exist', { ...base, capabilities: { edits: 2 } }],
		['a likeness to a kind that is not there', { name: 'x', when: '', like: 'no', changes: {} }]
	] as const)('refuses %s', ([, variant]) => {
		expect(() => readFacts({ ...facts, variants: [variant] })).toThrow();
	});
});
