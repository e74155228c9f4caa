import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { buildNetworkClusters } from '$lib/reference/network-clusters';
import { NETWORKS } from '$lib/reference/networks';

const clusters = buildNetworkClusters(NETWORKS, createCapabilityReader());

test('every network of the reference is a column, with a chat for each of its kinds', () => {
	const { columns, problems } = buildColumns(clusters, { by: 'network' });
	expect(problems).toEqual([]);
	const found = columns.map(({ key, name, chats }) => ({ key, name, chats }));
	const wanted = NETWORKS.map(({ bridgeType, network, variants }) => {
		return { key: bridgeType, name: network, chats: variants.length };
	});
	expect(found.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
		wanted.toSorted((a, b) => (a.key < b.key ? -1 : 1))
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
