import { expect, test } from 'vitest';
import { FEATURES, missingFeatures } from '$lib/domain/features';

function missing(version?: string) {
	return missingFeatures(version).map(({ label }) => label);
}

test.for([
	['4.2.556', 'reactions', true],
	['4.2.557', 'reactions', false],
	['4.2.557', 'capabilities', true],
	['4.2.807', 'drafts', true],
	['4.2.808', 'drafts', false],
	['4.2.808-beta.2', 'drafts', false],
	['4.10.0', 'drafts', false],
	['4.2.1000', 'drafts', false],
	['v4.2.9', 'drafts', true],
	['4.2', 'drafts', true],
	['4.2.808', 'status of accounts', true],
	['4.3', 'status of accounts', false],
	['5', 'status of accounts', false]
] as const)('version %s lacks %s: %s', ([version, label, expected]) => {
	expect(missing(version).includes(label)).toBe(expected);
});

test('a server that does not say its version lacks everything that came later', () => {
	expect(missingFeatures(undefined)).toEqual(FEATURES);
});

test.for(['nightly', ''])('the version "%s", which is no number, lacks nothing', (version) => {
	expect(missing(version)).toEqual([]);
});
