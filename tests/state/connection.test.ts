import { describe, expect, test } from 'vitest';
import { Connection, type Login } from '$lib/state/connection.svelte';
import { createTextStore } from '$lib/state/storage';
import { makeStores } from '../fixtures/storage';

const LOGIN: Login = { kind: 'live', address: 'http://localhost:23373', token: 'secret-token' };

describe('Connection', () => {
	test('starts signed out', () => {
		expect(new Connection(makeStores().stores).login).toBeNull();
	});

	test('keeps a login for this tab only, unless asked to remember', () => {
		const { stores, storages } = makeStores();
		new Connection(stores).open(LOGIN, false);
		expect(storages.device.length).toBe(0);
		expect(new Connection(stores).login).toEqual(LOGIN);
	});

	test('a remembered login is there in a new tab', () => {
		const { stores } = makeStores();
		new Connection(stores).open(LOGIN, true);
		const newTab = { tab: makeStores().stores.tab, device: stores.device };
		expect(new Connection(newTab).login).toEqual(LOGIN);
	});

	test.for([true, false])(
		'signing out forgets the token everywhere (remembered: %s)',
		(remember) => {
			const { stores, storages } = makeStores();
			const connection = new Connection(stores);
			connection.open(LOGIN, remember);
			connection.close();
			expect(connection.login).toBeNull();
			expect([storages.tab.length, storages.device.length]).toEqual([0, 0]);
		}
	);

	test('a login for this tab only also forgets the one remembered before', () => {
		const { stores, storages } = makeStores();
		const connection = new Connection(stores);
		connection.open(LOGIN, true);
		connection.open({ kind: 'sample' }, false);
		expect(storages.device.length).toBe(0);
	});

	test('a refused token is asked for once more, and its successor is kept where it was', () => {
		const { stores, storages } = makeStores();
		const connection = new Connection(stores);
		connection.open(LOGIN, true);
		connection.refuse();
		expect(connection.isRefused).toBe(true);
		connection.renew('another');
		expect(connection.isRefused).toBe(false);
		expect(connection.login).toEqual({ ...LOGIN, token: 'another' });
		expect([storages.tab.length, storages.device.length]).toEqual([0, 1]);
	});

	test.for([
		'',
		'null',
		'{',
		'[]',
		'"sample"',
		'{"kind":"live"}',
		'{"kind":"live","address":1,"token":2}'
	])('is signed out when the store holds %s', (text) => {
		const { stores } = makeStores();
		stores.device.write('connection', text);
		expect(new Connection(stores).login).toBeNull();
	});

	test('works where storage is forbidden, as long as the tab lives', () => {
		const forbidden = createTextStore(() => {
			throw new DOMException('denied', 'SecurityError');
		});
		const connection = new Connection({ tab: forbidden, device: forbidden });
		connection.open(LOGIN, true);
		expect(connection.login).toEqual(LOGIN);
	});
});
