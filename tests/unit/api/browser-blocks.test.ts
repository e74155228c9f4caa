import { describe, expect, test } from 'vitest';
import { watchBrowser } from '$lib/api/browser-blocks';

const NEAR = 'http://localhost:23373';
const FAR = 'http://192.168.1.20:23373';
const { signal } = new AbortController();

class Violation extends Event {
	constructor(readonly blockedURI: string) {
		super('securitypolicyviolation');
	}
}

describe('the page’s security policy', () => {
	test('has refused an address once a request to it was stopped', async () => {
		const violations = new EventTarget();
		const browser = watchBrowser({ page: NEAR, violations, signal });
		expect(await browser.isRefused(FAR)).toBe(false);
		violations.dispatchEvent(new Violation(`${FAR}/v1/info`));
		expect(await browser.isRefused(FAR)).toBe(true);
		expect(await browser.isRefused(NEAR)).toBe(false);
	});

	test('a violation is noticed shortly after the request has failed', async () => {
		const violations = new EventTarget();
		const browser = watchBrowser({ page: NEAR, violations, signal });
		const asked = browser.isRefused(FAR);
		violations.dispatchEvent(new Violation(`${FAR}/v1/info`));
		expect(await asked).toBe(true);
	});

	test('may stop what has no address', async () => {
		const violations = new EventTarget();
		const browser = watchBrowser({ page: NEAR, violations, signal });
		violations.dispatchEvent(new Violation('inline'));
		expect(await browser.isRefused(FAR)).toBe(false);
	});

	test('is not listened to any longer after the signal', async () => {
		const violations = new EventTarget();
		const leaving = new AbortController();
		const browser = watchBrowser({ page: NEAR, violations, signal: leaving.signal });
		leaving.abort();
		violations.dispatchEvent(new Violation(FAR));
		expect(await browser.isRefused(FAR)).toBe(false);
	});
});

describe('the local network', () => {
	function deny(...denied: string[]) {
		return {
			async query({ name }: { name: string }) {
				if (name === 'loopback-network') throw new TypeError('unknown permission');
				return { state: denied.includes(name) ? 'denied' : 'prompt' };
			}
		};
	}

	test.for([
		['http://localhost:23323', FAR, 'local-network-access', true],
		['http://localhost:23323', FAR, 'local-network', true],
		['http://localhost:23323', FAR, 'geolocation', false],
		['http://localhost:23323', NEAR, 'local-network-access', false],
		['https://dash.example.net', NEAR, 'local-network-access', true],
		['https://dash.example.net', NEAR, 'local-network', false]
	] as const)('a page at %s may not reach %s when %s is denied: %s', async (row) => {
		const [page, address, denied, expected] = row;
		const violations = new EventTarget();
		const browser = watchBrowser({ page, violations, permissions: deny(denied), signal });
		expect(await browser.isDenied(address)).toBe(expected);
	});

	test('is open in a browser without permissions', async () => {
		const browser = watchBrowser({
			page: 'https://dash.example.net',
			violations: new EventTarget(),
			signal
		});
		expect(await browser.isDenied(FAR)).toBe(false);
	});
});
