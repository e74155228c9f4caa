import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { buildNetworkClusters } from '$lib/reference/network-clusters';
import { NETWORKS } from '$lib/reference/networks';

const clusters = buildNetworkClusters(NETWORKS, createCapabilityReader());

test('every network of the reference is a column, with a chat for each of its kinds', () => {
	const { columns, problems } = buildColumns(clusters, { by: 'network' });
	expect(problems).toEqual([]);
	expect(columns.map(({ key, name, chats }) => ({ key, name, chats }))).toEqual(
		[...NETWORKS]
			.sort((a, b) => a.network.localeCompare(b.network, 'en'))
			.map(({ bridgeType, network, variants }) => ({
				key: bridgeType,
				name: network,
				chats: variants.length
			}))
	);
});

test('variants bear the names of their kinds', () => {
	const { columns } = buildColumns(clusters, { by: 'variant', networks: ['whatsapp'] });
	expect(columns.map(({ name }) => name).sort()).toEqual([
		'WhatsApp: community announcements',
		'WhatsApp: direct',
		'WhatsApp: group'
	]);
});
