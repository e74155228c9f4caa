import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { writeCapabilities } from '$lib/api/schemas/capabilities';
import { makeCapabilitiesPayload } from '../../../fixtures/payloads';
import { anyCapabilities } from '../../../fixtures/snapshots';

test('capabilities are written as the API writes them', () => {
	const payload = makeCapabilitiesPayload();
	const { value } = createCapabilityReader()(payload);
	expect(value && writeCapabilities(value)).toEqual(payload);
});

test('a word in a list is no level', () => {
	expect(writeCapabilities({ edit: 'full', allowedReactions: ['full'] })).toEqual({
		edit: 2,
		allowedReactions: ['full']
	});
});

test('whatever is written reads as it was', () => {
	fc.assert(
		fc.property(anyCapabilities, (capabilities) => {
			const { value, findings } = createCapabilityReader()(writeCapabilities(capabilities));
			expect(findings).toEqual([]);
			expect(value).toEqual(capabilities);
		})
	);
});
