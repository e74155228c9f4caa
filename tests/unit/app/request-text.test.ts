import { expect, test } from 'vitest';
import { getRequestAddress } from '$lib/app/request-text';

test('commands go to the server one is connected to', () => {
	const login = { kind: 'live', address: 'http://localhost:23380', token: 't' } as const;
	expect(getRequestAddress(login)).toBe('http://localhost:23380');
});

test('commands of the sample go to where npm run sample-api listens', () => {
	expect(getRequestAddress({ kind: 'sample' })).toBe('http://localhost:23373');
});
