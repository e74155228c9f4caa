import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAccount } from '$lib/api/schemas/account';
import { makeAccountPayload } from '../../../fixtures/payloads';
import { makeMutatedPayloads } from '../../../fixtures/mutations';

describe('reading an account', () => {
	test('keeps every documented field', () => {
		expect(readAccount(makeAccountPayload({ statusText: 'Syncing' }))).toMatchObject({
			value: makeAccountPayload({ statusText: 'Syncing' }),
			findings: []
		});
	});

	test('reads the account of an old server', () => {
		const raw = { accountID: 'slackgo', user: { id: 'u' } };
		expect(readAccount(raw)).toMatchObject({ value: raw, findings: [] });
	});

	test('leaves out a bridge without a type, which identifies the network', () => {
		const { value, findings } = readAccount({ accountID: 'a', bridge: { id: 'b', type: 5 } });
		expect(value).toEqual({ accountID: 'a' });
		expect(findings).toEqual([{ path: 'bridge.type', found: 'another number' }]);
	});

	test('whatever stands in one place, all others are read as before', () => {
		const whole = readAccount(makeAccountPayload()).value;
		fc.assert(
			fc.property(makeMutatedPayloads(makeAccountPayload()), ({ path: [field = ''], raw }) => {
				const { value, findings } = readAccount(raw);
				const reasons = findings.map((finding) => finding.path);
				expect(value ? { ...value, [field]: 0 } : reasons).toEqual(
					value ? { ...whole, [field]: 0 } : ['accountID']
				);
			})
		);
	});
});
