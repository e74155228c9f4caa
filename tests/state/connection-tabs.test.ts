import { describe, expect, test } from 'vitest';
import {
	Connection,
	Tabs,
	type Login,
	type TabChannel,
	type TabsOptions
} from '$lib/state/connection.svelte';
import { makeStores } from '../fixtures/storage';

const LOGIN = {
	kind: 'live',
	address: 'http://localhost:23373',
	token: 'secret-token'
} as const satisfies Login;

/** The tabs of one browser, and everything that they tell each other. */
function makeBrowser() {
	const members: EventTarget[] = [];
	const told: unknown[] = [];

	function tell(data: unknown, from?: EventTarget) {
		told.push(data);
		for (const member of members)
			if (member !== from) member.dispatchEvent(new MessageEvent('message', { data }));
	}

	function openTab(login: Login | null, options: Partial<TabsOptions> = {}) {
		const connection = new Connection(makeStores().stores);
		if (login) connection.open(login, false);
		const member = new EventTarget();
		members.push(member);
		const channel: TabChannel = {
			addEventListener: member.addEventListener.bind(member),
			postMessage: (message) => tell(message, member)
		};
		const tabs = new Tabs({
			...{ channel, connection, isRecent: () => true, onlogin: () => undefined },
			wait: () => Promise.resolve(),
			...options
		});
		return { tabs, connection };
	}

	return { openTab, tell, told };
}

describe('Tabs', () => {
	test('a new tab gets the login of an open one, for itself only', async () => {
		const { openTab } = makeBrowser();
		openTab(LOGIN);
		expect(await openTab(null).tabs.findLogin()).toEqual(LOGIN);
	});

	test('a tab that is signed in asks nobody', async () => {
		const { openTab, told } = makeBrowser();
		openTab(LOGIN);
		await openTab({ ...LOGIN, token: 'own' }).tabs.findLogin();
		expect(told).toEqual([]);
	});

	test('no token is told unasked, not even by signing in or out', () => {
		const { openTab, told } = makeBrowser();
		const { tabs, connection } = openTab(LOGIN);
		connection.renew('another');
		tabs.signOut();
		expect(told).toEqual([{ kind: 'signed-out' }]);
	});

	test.for([
		['was left more than a minute ago', LOGIN, { isRecent: () => false }],
		['shows sample data', { kind: 'sample' }, {}],
		['is signed out', null, {}]
	] as const)('a tab that %s hands over nothing', async ([, login, options]) => {
		const { openTab } = makeBrowser();
		openTab(login, options);
		expect(await openTab(null).tabs.findLogin()).toBeNull();
	});

	test('a token that has ended is not handed over', async () => {
		const { openTab } = makeBrowser();
		openTab(LOGIN).connection.note('token-refused');
		expect(await openTab(null).tabs.findLogin()).toBeNull();
	});

	test('a tab asks once: the next page asks for the token itself', async () => {
		const { openTab, told } = makeBrowser();
		const { tabs } = openTab(null);
		await Promise.all([tabs.findLogin(), tabs.findLogin()]);
		await tabs.findLogin();
		expect(told).toEqual([{ kind: 'login-wanted' }]);
	});

	test('the answer of a busy tab still signs in, and says so', async () => {
		const { openTab, tell } = makeBrowser();
		let waits = 0;
		let calls = 0;
		const { tabs, connection } = openTab(null, {
			wait: () => (++waits === 1 ? Promise.resolve() : new Promise(() => undefined)),
			onlogin: () => (calls += 1)
		});
		expect(await tabs.findLogin()).toBeNull();
		tell({ kind: 'login', login: LOGIN });
		expect([connection.login, calls]).toEqual([LOGIN, 1]);
	});

	test.for([
		{ kind: 'login' },
		{ kind: 'login', login: { kind: 'live', token: 7 } },
		{ kind: 'unheard-of' },
		null,
		'text'
	])('%j, as another version may say, is ignored', async (message) => {
		const { openTab, tell } = makeBrowser();
		const { tabs, connection } = openTab(null);
		const found = tabs.findLogin();
		tell(message);
		expect([await found, connection.login]).toEqual([null, null]);
	});

	test('a login that was not asked for is ignored', () => {
		const { openTab, tell } = makeBrowser();
		const { connection } = openTab(null);
		tell({ kind: 'login', login: LOGIN });
		expect(connection.login).toBeNull();
	});

	test('signing out reaches every tab with a token, which knows why', () => {
		const { openTab } = makeBrowser();
		const first = openTab(LOGIN);
		const second = openTab(LOGIN);
		const sample = openTab({ kind: 'sample' });
		let leaving = 0;
		second.tabs.onSignOut(() => (leaving += 1));
		first.tabs.signOut();
		expect([first.connection.login, first.connection.signedOutBy]).toEqual([null, null]);
		expect([second.connection.login, second.connection.signedOutBy]).toEqual([null, 'another-tab']);
		expect(leaving).toBe(1);
		expect(sample.connection.login).toEqual({ kind: 'sample' });
	});
});
