import { formatCount } from '$lib/format/number';
import { getTitle, type Chat } from './chat';
import { cleanName } from './name';
import { disambiguate } from './disambiguate';

/**
 * Titles for the chats of one list. Equal titles get the first attribute that distinguishes them,
 * if any does: `Lunch (Signal)`, `Lunch (Kim (…0199))`.
 *
 * @param accountNames - see `nameAccounts`
 * @returns a title for each chat, in the same order
 */
export function nameChats(
	chats: readonly Chat[],
	accountNames: ReadonlyMap<string, string>
): string[] {
	return disambiguate(chats, getTitle, [
		({ network }) => cleanName(network),
		({ accountID }) => accountNames.get(accountID),
		addressOfOther,
		({ participants }) => formatCount(participants.total, 'person', 'people')
	]);
}

function addressOfOther({ type, participants }: Chat): string | undefined {
	if (type !== 'single') return undefined;
	const other = participants.items.find(({ isSelf }) => !isSelf);
	return cleanName(other?.phoneNumber) || cleanName(other?.username) || cleanName(other?.email);
}
