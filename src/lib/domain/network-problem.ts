import type { Network } from './chat/network';
import { findNearMiss } from './near-miss';
import type { ViewProblem } from './view-query';

/** The problem of a network that no chat has, with the network that was probably meant. */
export function createNetworkProblem(value: string, networks: readonly Network[]): ViewProblem {
	const words = networks.flatMap(({ key, name }) => [name, key]);
	const word = findNearMiss(value, words);
	const meant = networks.find(({ key, name }) => key === word || name === word);
	return {
		...{ key: 'network', value, expected: 'a network that has chats here' },
		...(meant && { meant: { name: meant.name, value: meant.key } })
	};
}
