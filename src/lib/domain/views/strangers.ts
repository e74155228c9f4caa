import type { Account } from '../chat/account';
import type { NamedLabel } from '../chat/labels';
import { isNetworkNamed, type Network } from '../chat/network';
import type { ViewProblem } from '../chat-list/view-url';
import type { ChatFilter } from '../chat-list/view';

/** Networks, accounts and labels that a filter names and that are not here, as from an old bookmark. */
export function strangersIn(
	{ networks: words, accountIDs, labelIDs }: ChatFilter,
	here: {
		networks: readonly Network[];
		accounts: readonly Account[];
		labels: readonly NamedLabel[];
	}
): ViewProblem[] {
	const strangeWords = words.filter(
		(word) => !here.networks.some((network) => isNetworkNamed(network, word))
	);
	const strangeIDs = accountIDs.filter(
		(id) => !here.accounts.some(({ accountID }) => accountID === id)
	);
	const strangeLabels = labelIDs.filter((id) => !here.labels.some((label) => label.id === id));
	return [
		...strangeWords.map((value) => ({
			key: 'network',
			value,
			expected: 'a network that has chats here'
		})),
		...strangeIDs.map((value) => ({ key: 'account', value, expected: 'an account that is here' })),
		...strangeLabels.map((value) => ({ key: 'label', value, expected: 'a label that is here' }))
	];
}
