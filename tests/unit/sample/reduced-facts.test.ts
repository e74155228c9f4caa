import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { capabilitiesSchema } from '$lib/sample/capabilities-schema';
import { FACTS } from '$lib/sample/reduced-facts';

function capabilities(bridgeType: string, kind: string) {
	const facts = FACTS.find((network) => network.bridgeType === bridgeType);
	return facts?.variants.find(({ name }) => name === kind)?.capabilities;
}

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
