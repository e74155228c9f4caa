import { expect, test } from 'vitest';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { formatEdition } from '$lib/reference/facts';
import { NETWORKS } from '$lib/reference/networks';
import { makeChat } from '../../fixtures/chats';

test('there are sixteen networks, each with a source, an edition and variants of its own', () => {
	expect(NETWORKS).toHaveLength(16);
	for (const { source, variants, ...facts } of NETWORKS) {
		expect(source).toMatch(/^[\w-]+\/[\w-]+@/);
		expect(formatEdition({ source, ...facts })).toMatch(
			/^(commits? [0-9a-f]{8}.*, (date not recorded|\d{4}-\d\d-\d\d)|\d{4}-\d\d-\d\d, commit not recorded)$/
		);
		expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length);
	}
});

test.for(NETWORKS)('$network has the key that its chats have', ({ network, bridgeType }) => {
	const getNetwork = createNetworkIndex([]);
	expect(getNetwork(makeChat({ network, accountID: 'nobody' }))).toEqual({
		key: bridgeType,
		name: network
	});
});
