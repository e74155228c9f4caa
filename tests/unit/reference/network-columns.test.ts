import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildNetworkColumns } from '$lib/reference/network-columns';

const facts = { source: 'a/b@0123abcd:c.go', variants: [] };

function kind(name: string, capabilities: Record<string, unknown>) {
	return { name, when: 'always', capabilities };
}

test('a network is a column that says where it comes from and how old it is', () => {
	const [column] = buildNetworkColumns(
		[{ ...facts, network: 'Signal', bridgeType: 'signal', date: '2025-04-29' }],
		createCapabilityReader()
	);
	expect(column).toMatchObject({
		origin: 'reference',
		key: 'signal',
		networkKey: 'signal',
		name: 'Signal',
		source: 'a/b@0123abcd:c.go',
		edition: 'commit 0123abcd, 2025-04-29'
	});
});

test('each kind of chat counts once, equal ones together', () => {
	const variants = [kind('a', { edit: 2 }), kind('b', { edit: 2 }), kind('c', { edit: -2 })];
	const [column] = buildNetworkColumns(
		[{ ...facts, network: 'N', bridgeType: 'n', variants }],
		createCapabilityReader()
	);
	expect(column).toMatchObject({ chats: 3, reported: 3 });
	expect([...(column?.sets ?? [])]).toEqual([
		[{ edit: 'full' }, 2],
		[{ edit: 'rejected' }, 1]
	]);
});

test('columns stand A–Z', () => {
	const networks = ['b', 'C', 'a'].map((network) => ({ ...facts, network, bridgeType: network }));
	const names = buildNetworkColumns(networks, createCapabilityReader()).map(({ name }) => name);
	expect(names).toEqual(['a', 'b', 'C']);
});
