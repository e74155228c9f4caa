import { expect, test } from 'vitest';
import { NETWORKS } from '$lib/reference/networks';
import { readReferenceColumns } from '../../../../../src/routes/(app)/capabilities/reference-columns';

test('each network is a column, whose caption names its edition', async () => {
	const columns = await readReferenceColumns(() => Promise.resolve(NETWORKS));
	const signal = columns?.find(({ key }) => key === 'signal');
	expect(signal?.name).toBe('Signal');
	expect(signal?.caption).toMatch(/^reference, \S/);
});

test('a missing file leaves the page without the reference', async () => {
	const missing = new TypeError('Failed to fetch dynamically imported module');
	expect(await readReferenceColumns(() => Promise.reject(missing))).toBeUndefined();
});

test('facts that can’t be read are no missing file', async () => {
	const broken = NETWORKS.map((facts) => ({
		...facts,
		get variants(): never {
			throw new TypeError('broken');
		}
	}));
	await expect(readReferenceColumns(() => Promise.resolve(broken))).rejects.toThrow('broken');
});
