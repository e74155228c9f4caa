import fc from 'fast-check';
import { getFileKind } from '$lib/domain/capabilities/check/file-formats';
import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';
import { FEATURE_NAMES } from '$lib/domain/capabilities/check/check-question';

const TYPES = [
	...['video/mp4', 'image/png', 'audio/mpeg', 'audio/webm', 'video/x-flv', 'application/pdf', '']
];

const file = fc
	.record(
		{
			mimeType: fc.constantFrom(...TYPES),
			size: fc.nat(5e9),
			duration: fc.oneof(
				fc.nat(1e6),
				fc.nat(1e6).map((milliseconds) => milliseconds / 1000)
			),
			width: fc.nat(1e5),
			height: fc.nat(1e5)
		},
		{ requiredKeys: ['mimeType'] }
	)
	.map((facts): FileFacts => ({
		...{ name: getFileKind(facts.mimeType), ...facts, isDescribed: true }
	}));

const text = fc.option(
	fc.record({
		length: fc.integer({ min: 1, max: 1e7 }),
		features: fc.uniqueArray(fc.constantFrom(...FEATURE_NAMES.keys()), { maxLength: 4 })
	})
);

/** Any question that can be described. */
export const question = fc.record({
	files: fc.array(file, { maxLength: 3 }),
	caption: text,
	text,
	age: fc.option(fc.nat(1e8))
});
