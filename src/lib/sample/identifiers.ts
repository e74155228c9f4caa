import type { Random } from '$lib/format/random';
import type { WireParticipant } from './api-types';

/** IDs with every character that has a meaning in addresses. */
const ODD_IDS = [
	(token: string) => `!team/${token}?x=1&y=%2F#general:beeper.local`,
	(token: string) => `!café 😀 ${token}:beeper.local`,
	(token: string) => `urn:chat:100%/${token};a,b+c@beeper.local`,
	(token: string) => `!${token}..%25:beeper.com`
] as const;

/**
 * The ID of a chat in the format of the account's bridge.
 *
 * @param index - among all chats; every 45th chat gets an odd ID
 * @param partner - the other participant of a direct chat
 */
export function makeChatID(
	accountID: string,
	index: number,
	random: Random,
	partner: WireParticipant | undefined
): string {
	// The index keeps short tokens unique.
	const token = random.token(14) + index.toString(36);
	if (accountID === 'imessage')
		return partner?.phoneNumber === undefined
			? `imsg##thread:iMessage;+;chat${index}${random.int(1e5, 9e5)}`
			: `imsg##thread:any;-;${partner.phoneNumber}`;
	if (index % 45 === 44) return random.pick(ODD_IDS)(token);
	return `!${token}:beeper.${accountID.startsWith('local-') ? 'local' : 'com'}`;
}
