import { getAccountNotice, type Account } from './account';
import { nameAccountsApart } from './account-names';
import type { Chat } from './chat';
import { getMembers } from './merge';
import { getAccountNetworkName, isNetworkNamed, type Network, type NetworkIndex } from './network';

/** Statuses in words of the accounts that only the user can bring back, by account ID. */
export type AccountTroubles = ReadonlyMap<Account['accountID'], string>;

export function findAccountTroubles(accounts: readonly Account[]): AccountTroubles {
	return new Map(
		accounts.flatMap((account) => {
			const notice = getAccountNotice(account);
			return notice?.isTrouble ? [[account.accountID, notice.words] as const] : [];
		})
	);
}

/**
 * The status of a chat’s account, `Signed out by LINE`; for a merged chat, with the network,
 * `Signed out by LINE (LINE)`. Empty unless the account needs the user.
 */
export function describeChatTroubles(
	chat: Chat,
	troubles: AccountTroubles,
	getNetwork: NetworkIndex
): string {
	if (troubles.size === 0) return '';
	if (!chat.members) return troubles.get(chat.accountID) ?? '';
	const words = getMembers(chat).flatMap((member) => {
		const trouble = troubles.get(member.accountID);
		return trouble ? `${trouble} (${getNetwork(member).name})` : [];
	});
	return [...new Set(words)].join(', ');
}

/**
 * The statuses of a network’s accounts that need the user; where it has several accounts, each with
 * its name, `Kim (…0199): Not connected`. Empty without any.
 */
export function describeNetworkTroubles(network: Network, accounts: readonly Account[]): string {
	const own = accounts.filter((account) =>
		isNetworkNamed(network, account.bridge?.type ?? getAccountNetworkName(account))
	);
	const troubles = findAccountTroubles(own);
	if (troubles.size === 0) return '';
	const names = nameAccountsApart(own);
	return [...troubles]
		.map(([accountID, words]) => [names.get(accountID), words].filter(Boolean).join(': '))
		.join(', ');
}
