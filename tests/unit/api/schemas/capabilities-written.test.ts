import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { wireOf } from '$lib/api/capabilities-wire';
import { makeCapabilitiesPayload } from '../../../fixtures/payloads';
import { anyCapabilities } from '../../../fixtures/snapshots';

test('capabilities are written as the API writes them', () => {
	const payload = makeCapabilitiesPayload();
	const { value } = createCapabilityReader()(payload);
	expect(value && wireOf(value)).toEqual(payload);
});

test('a word in a list is no level', () => {
	expect(wireOf({ edit: 'full', allowedReactions: ['full'] })).toEqual({
		edit: 2,
		allowedReactions: ['full']
	});
});

test('whatever is written reads as it was', () => {
	fc.assert(
		fc.property(anyCapabilities, (capabilities) => {
			const { value, findings } = createCapabilityReader()(wireOf(capabilities));
			expect(findings).toEqual([]);
			expect(value).toEqual(capabilities);
		})
	);
});
