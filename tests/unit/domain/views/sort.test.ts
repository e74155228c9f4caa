import { expect, test } from 'vitest';
import { compareNetworks } from '$lib/domain/views/sort';

test('two networks with one name stay apart', () => {
	const [cloud, local] = [
		{ key: 'a', name: 'iMessage' },
		{ key: 'b', name: 'iMessage' }
	];
	expect(compareNetworks(cloud, local)).toBeLessThan(0);
	expect(compareNetworks(local, cloud)).toBeGreaterThan(0);
	expect(compareNetworks(cloud, cloud)).toBe(0);
});
