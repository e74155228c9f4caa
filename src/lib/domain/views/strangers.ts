import type { Account } from '../account';
import { isNetworkNamed, type Network } from '../network';
import type { ViewProblem } from './url';
import type { ChatFilter } from './view';

/** Networks and accounts that a filter names and that are not here, as from an old bookmark. */
export function strangersIn(
	{ networks: words, accountIDs }: ChatFilter,
	networks: readonly Network[],
	accounts: readonly Account[]
): ViewProblem[] {
	const strangeWords = words.filter(
		(word) => !networks.some((network) => isNetworkNamed(network, word))
	);
	const strangeIDs = accountIDs.filter((id) => !accounts.some(({ accountID }) => accountID === id));
	return [
		...strangeWords.map((value) => ({
			key: 'network',
			value,
			expected: 'a network that has chats here'
		})),
		...strangeIDs.map((value) => ({ key: 'account', value, expected: 'an account that is here' }))
	];
}
