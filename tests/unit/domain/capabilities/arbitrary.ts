import fc from 'fast-check';
import { type Capabilities, SUPPORT_LEVELS } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';
import type { Network } from '$lib/domain/chat/network';
import { makeAttachment } from '../../../fixtures/capabilities';
import { makeChat } from '../../../fixtures/chats';

const level = fc.constantFrom(...SUPPORT_LEVELS);

/** Capabilities with few different values, so that many of them agree. */
export const anyCapabilities: fc.Arbitrary<Capabilities> = fc.record(
	{
		edit: level,
		editMaxAge: fc.constantFrom(900, 3_600),
		editMaxCount: fc.constantFrom(5, 10),
		reaction: fc.constantFrom('full' as const, 'rejected' as const),
		allowedReactions: fc.constantFrom(['👍'], ['👍', '❤️'], ['none'], []),
		reactionCount: fc.constantFrom(1, 3),
		archive: fc.boolean(),
		maxTextLength: fc.constantFrom(160, 2_000),
		state: fc.constantFrom({}, { disappearingTimer: { level: 'full' as const } }),
		disappearingTimer: fc.constantFrom({}, { timers: [86_400_000] }),
		formatting: fc.constantFrom({}, { bold: 'full' as const }),
		attachments: fc.constantFrom(
			{},
			{ 'm.image': makeAttachment() },
			{ 'm.image': makeAttachment({ maxSize: 1, mimeTypes: { 'image/jpeg': 'rejected' } }) },
			{ 'm.image': makeAttachment({ maxSize: 9, caption: 'full', maxCaptionLength: 7 }) }
		),
		other: fc.constantFrom({ stories: 2 }, { stories: { a: 1, b: 2 } }, { 'odd:path': 1 })
	},
	{ requiredKeys: [] }
);

const SIGNAL: Network = { key: 'signal', name: 'Signal' };
const SLACK: Network = { key: 'slackgo', name: 'Slack' };

/** Chats on Signal with an account `signal`, and on Slack with two. */
export function getNetwork({ network }: Chat): Network {
	return network === 'Slack' ? SLACK : SIGNAL;
}

/** Chats with such capabilities; some report none. */
export const anyChats: fc.Arbitrary<Chat[]> = fc
	.array(anyCapabilities, { minLength: 1, maxLength: 6 })
	.chain((sets) =>
		fc.array(
			fc
				.record({
					accountID: fc.constantFrom('signal', 'slackgo.T1', 'slackgo.T2'),
					type: fc.constantFrom('single', 'group', 'channel'),
					isReadOnly: fc.boolean(),
					capabilities: fc.constantFrom(...sets, undefined)
				})
				.map(({ capabilities, ...rest }) =>
					makeChat({
						...rest,
						network: rest.accountID === 'signal' ? 'Signal' : 'Slack',
						...(capabilities && { capabilities })
					})
				),
			{ minLength: 1, maxLength: 24 }
		)
	);
