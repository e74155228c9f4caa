import { describe, expect, test } from 'vitest';
import { createDashboardServer } from '../../../src/bin/dashboard-server';
import {
	get,
	getProtocols,
	getRefusal,
	NO_BUILDS,
	openEvents,
	serve,
	startBetween,
	TOKEN,
	watchServers
} from '../../fixtures/relay';

watchServers();

describe('nobody else is answered', () => {
	const FOREIGN: readonly [string, Record<string, string>][] = [
		['a name that leads here', { Host: 'evil.example:PORT' }],
		['a name that ends like this', { Host: 'localhost.evil.example:PORT' }],
		['another port', { Host: 'localhost:1' }],
		['no port', { Host: 'localhost' }],
		['a page elsewhere', { Origin: 'https://evil.example' }],
		['a page at another port', { Origin: 'http://localhost:3000' }],
		['a page without an origin', { Origin: 'null' }],
		['this page under its other name', { Origin: 'http://localhost:PORT' }],
		['a page elsewhere that hides it', { 'Sec-Fetch-Site': 'cross-site' }],
		['a page at another port that hides it', { 'Sec-Fetch-Site': 'same-site' }],
		['a page to be shown', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Dest': 'document' }],
		['a script of a page', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'script' }],
		['a worker', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'serviceworker' }]
	];

	function fill(headers: Record<string, string>, address: string): Record<string, string> {
		const { port } = new URL(address);
		return Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)])
		);
	}

	test.for(FOREIGN)('%s', async ([, headers]) => {
		let asked = 0;
		const { dashboard } = await startBetween((_, response) => void response.end(String(asked++)));
		for (const method of ['GET', 'POST', 'OPTIONS']) {
			const answer = await get(dashboard, '/beeper/v1/info', fill(headers, dashboard), method);
			expect(answer.status, method).toBe(403);
			expect(Object.keys(answer.headers).join()).not.toContain('access-control');
		}
		expect(asked).toBe(0);
	});

	test.for(['localhost', '127.0.0.1', '[::1]'])('but this dashboard is, as %s', async (name) => {
		const { dashboard } = await startBetween((_, response) => void response.end('yes'));
		const Host = `${name}:${new URL(dashboard).port}`;
		const headers = { Host, Origin: `http://${Host}`, 'Sec-Fetch-Site': 'same-origin' };
		expect((await get(dashboard, '/beeper/v1/info', headers)).text).toBe('yes');
	});

	test.for(FOREIGN)('nor gets events: %s', async ([, headers]) => {
		const { dashboard } = await startBetween((_, response) => void response.end());
		const socket = openEvents(dashboard, getProtocols(TOKEN), fill(headers, dashboard));
		expect(await getRefusal(socket)).toBe(403);
	});

	test('without a relay nothing is there', async () => {
		const dashboard = await serve(createDashboardServer({ builds: NO_BUILDS, allowed: [] }));
		expect((await get(dashboard, '/beeper/v1/info')).status).toBe(404);
	});
});
