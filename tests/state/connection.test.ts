import { describe, expect, test } from 'vitest';
import { Connection, type Login } from '$lib/state/connection.svelte';
import { ConnectionCheck } from '../../src/routes/connect/connection-check.svelte';
import { createTextStore } from '$lib/state/persisted.svelte';
import { makeStores } from '../fixtures/storage';
import type { Diagnosis } from '$lib/domain/connection/diagnosis';

const LOGIN = {
	kind: 'live',
	address: 'http://localhost:23373',
	token: 'secret-token'
} as const satisfies Login;

/** The whole content of a storage. */
function textIn(storage: Storage): string {
	const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
	return names.map((name) => storage.getItem(name)).join();
}

describe('Connection', () => {
	test('starts signed out', () => {
		expect(new Connection(makeStores().stores).login).toBeNull();
	});

	test('keeps a token for this tab only, unless asked to remember', () => {
		const { stores, storages } = makeStores();
		new Connection(stores).open(LOGIN, false);
		expect(textIn(storages.device)).not.toContain(LOGIN.token);
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
			connection.signOut();
			expect(connection.login).toBeNull();
			expect(textIn(storages.tab) + textIn(storages.device)).not.toContain(LOGIN.token);
		}
	);

	test('a tab that slept while another one signed out wakes without a token', () => {
		const sleeping = makeStores();
		const { device } = sleeping.stores;
		new Connection(sleeping.stores).open(LOGIN, false);
		const other = new Connection({ tab: makeStores().stores.tab, device });
		other.open(LOGIN, false);
		other.signOut();

		const awake = new Connection(sleeping.stores);
		expect(awake.login).toBeNull();
		expect(awake.signedOutBy).toBe('another-tab');
		expect(textIn(sleeping.storages.tab)).not.toContain(LOGIN.token);
		awake.open(LOGIN, false);
		expect(new Connection(sleeping.stores).login).toEqual(LOGIN);
	});

	test('a login remembered after that is there in the tab that slept', () => {
		const sleeping = makeStores();
		new Connection(sleeping.stores).open(LOGIN, false);
		const other = new Connection({
			tab: makeStores().stores.tab,
			device: sleeping.stores.device
		});
		other.signOut();
		const newer = { ...LOGIN, token: 'newer-token' };
		other.open(newer, true);
		expect(new Connection(sleeping.stores).login).toEqual(newer);
	});

	test('a tab that slept while another one signed out wakes without its texts', () => {
		const sleeping = makeStores();
		new Connection(sleeping.stores).open(LOGIN, false);
		sleeping.stores.tab.write('replies', 'half-written');
		const { device } = sleeping.stores;
		new Connection({ tab: makeStores().stores.tab, device }).signOut();
		new Connection(sleeping.stores);
		expect(textIn(sleeping.storages.tab)).toBe('');
	});

	test('a tab that slept while /reset removed everything wakes without a token', () => {
		const { stores, storages } = makeStores();
		new Connection(stores).open(LOGIN, false);
		storages.device.clear();
		stores.device.write('sign-outs', String(Date.now()));
		expect(new Connection(stores).login).toBeNull();
	});

	describe('while another tab remembers its login', () => {
		const OTHERS = { ...LOGIN, token: 'of-another-tab' };

		/** A tab with a login of its own, and then another one that remembers its own. */
		function openBoth(login: Login) {
			const { stores, storages } = makeStores();
			const connection = new Connection(stores);
			connection.open(login, false);
			const other = makeStores().stores.tab;
			new Connection({ tab: other, device: stores.device }).open(OTHERS, true);
			return { connection, storages };
		}

		test('leaving the sample deletes nothing of it', () => {
			const { connection, storages } = openBoth({ kind: 'sample' });
			connection.close();
			expect(textIn(storages.device)).toContain(OTHERS.token);
		});

		test.for([
			['a new token', (connection: Connection) => connection.renew('newer-token')],
			['another address', (connection: Connection) => connection.moveTo('http://localhost:9')]
		] as const)('%s of this tab stays in this tab', ([, change]) => {
			const { connection, storages } = openBoth(LOGIN);
			change(connection);
			expect(connection.isRemembered).toBe(false);
			expect(textIn(storages.device)).toContain(OTHERS.token);
			expect(textIn(storages.tab)).toContain(
				connection.login?.kind === 'live' && connection.login.token
			);
		});

		test('signing out forgets both', () => {
			const { connection, storages } = openBoth(LOGIN);
			connection.signOut();
			expect(textIn(storages.tab) + textIn(storages.device)).not.toContain('token');
		});
	});

	test('a login that the device has no room for is kept for the tab', () => {
		const { stores } = makeStores();
		const device = { ...stores.device, write: () => false };
		new Connection({ tab: stores.tab, device }).open(LOGIN, true);
		expect(new Connection({ tab: stores.tab, device }).login).toEqual(LOGIN);
	});

	test('a login for this tab only also forgets the one remembered before', () => {
		const { stores, storages } = makeStores();
		const connection = new Connection(stores);
		connection.open(LOGIN, true);
		connection.open({ kind: 'sample' }, false);
		expect(textIn(storages.device)).not.toContain(LOGIN.token);
	});

	test('a refused token is asked for once more, and its successor is kept where it was', () => {
		const { stores, storages } = makeStores();
		const connection = new Connection(stores);
		connection.open(LOGIN, true);
		connection.note('token-refused');
		expect([connection.failure, connection.isEnded]).toEqual(['token-refused', true]);
		connection.renew('another');
		expect([connection.failure, connection.isEnded]).toEqual([null, false]);
		expect(connection.login).toEqual({ ...LOGIN, token: 'another' });
		expect(storages.tab.length).toBe(0);
		expect(textIn(storages.device)).toContain('another');
	});

	test('a token that can only read has not ended, and may be tried again', () => {
		const connection = new Connection(makeStores().stores);
		connection.open(LOGIN, false);
		connection.note('read-only');
		expect([connection.failure, connection.isEnded]).toEqual(['read-only', false]);
		connection.retryWrites();
		expect(connection.failure).toBeNull();
	});

	test('a token that has ended stays so, whatever else is heard of it', () => {
		const connection = new Connection(makeStores().stores);
		connection.open(LOGIN, false);
		connection.note('read-only');
		connection.note('token-expired');
		connection.note('token-refused');
		connection.note('read-only');
		connection.retryWrites();
		expect(connection.failure).toBe('token-expired');
	});

	test.for([true, false])(
		'the address outlives the token on this device (remembered: %s)',
		(remember) => {
			const { stores } = makeStores();
			const connection = new Connection(stores);
			expect(connection.knownAddress).toBeNull();
			connection.open({ ...LOGIN, address: 'http://127.0.0.1:23380' }, remember);
			connection.close();
			const newTab = { tab: makeStores().stores.tab, device: stores.device };
			expect(new Connection(newTab).knownAddress).toBe('http://127.0.0.1:23380');
			expect(new Connection(newTab).login).toBeNull();
		}
	);

	test('sample data leaves the address as it was', () => {
		const connection = new Connection(makeStores().stores);
		connection.open(LOGIN, false);
		connection.open({ kind: 'sample' }, false);
		expect(connection.knownAddress).toBe(LOGIN.address);
	});

	test.for(['', 'nonsense nonsense', 'javascript:alert(1)', 'http://me:x@localhost:1'])(
		'knows no address when the store holds %j',
		(text) => {
			const { stores } = makeStores();
			stores.device.write('address', text);
			expect(new Connection(stores).knownAddress).toBeNull();
		}
	);

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

const OLD: Diagnosis = { kind: 'not-running', address: 'http://localhost:1' };
const NEW: Diagnosis = { kind: 'checking', address: 'http://localhost:2' };

test('shows each finding in turn, the last one at the end', async () => {
	const seen: (Diagnosis | null)[] = [];
	const connectionCheck: ConnectionCheck = new ConnectionCheck(async function* () {
		yield NEW;
		seen.push(connectionCheck.diagnosis);
		yield OLD;
	});
	await connectionCheck.check('localhost:1');
	expect([...seen, connectionCheck.diagnosis]).toEqual([NEW, OLD]);
});

test('what is found late at an address typed before is not shown', async () => {
	let finish: () => void = () => {};
	const slow = new Promise<void>((resolve) => (finish = resolve));
	const connectionCheck = new ConnectionCheck(async function* (address) {
		if (address === 'old') await slow;
		yield address === 'old' ? OLD : NEW;
	});
	const first = connectionCheck.check('old');
	await connectionCheck.check('new');
	finish();
	await first;
	expect(connectionCheck.diagnosis).toEqual(NEW);
});

test('a verdict on the token ends the visit, so that nothing overwrites it', async () => {
	let signalled: AbortSignal | undefined;
	const connectionCheck = new ConnectionCheck(async function* (_, signal) {
		signalled = signal;
		yield NEW;
	});
	await connectionCheck.check('localhost');
	connectionCheck.show({ kind: 'token-refused', address: 'http://localhost:2' });
	expect(signalled?.aborted).toBe(true);
	expect(connectionCheck.diagnosis?.kind).toBe('token-refused');
});
