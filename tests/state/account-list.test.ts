import { expect, test } from 'vitest';
import type { Account } from '$lib/domain/chat/account';
import { SourceError } from '$lib/domain/connection/source-error';
import { AccountList, LabelList } from '$lib/state/account-list.svelte';
import { makeAccount } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { page } from '../fixtures/source';

const [whatsapp, signal] = [makeAccount(), makeAccount({ accountID: 'signal' })];

/** A source that returns these lists of accounts in turn, then always the last. */
function answering(...answers: (readonly Account[] | SourceError)[]) {
	const left = [...answers];
	return {
		accounts: async () => {
			const answer = (left.length > 1 ? left.shift() : left[0]) ?? [];
			if (answer instanceof SourceError) throw answer;
			return page(answer);
		}
	};
}

/** A watch whose first waits end at once; later ones never end. @returns it with all waits */
function makeWatch(most: number) {
	const waits: number[] = [];
	const ending = new AbortController();
	const watch = {
		wait: async (milliseconds: number) => {
			waits.push(milliseconds);
			if (waits.length > most) ending.abort();
		},
		seen: async () => {}
	};
	return { watch, waits, signal: ending.signal };
}

function ids({ accounts }: AccountList) {
	return accounts.map(({ accountID }) => accountID);
}

test('accounts that are listed late appear soon, and are read again from time to time', async () => {
	const roster = new AccountList();
	const { watch, waits, signal } = makeWatch(5);
	await roster.keepCurrent(answering([], [], [], [whatsapp]), watch, signal);
	expect(ids(roster)).toEqual(['whatsapp']);
	expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 40_000, 40_000]);
});

test('accounts are not asked for again at once when a walk has just read them', async () => {
	const roster = new AccountList();
	await roster.read(answering([whatsapp]), never);
	const { watch, waits, signal } = makeWatch(1);
	await roster.keepCurrent(answering(new SourceError('cancelled')), watch, signal);
	expect(waits).toEqual([1_000, 40_000]);
});

test('nothing is requested while the page is hidden', async () => {
	const roster = new AccountList();
	const { watch, signal } = makeWatch(3);
	const reading = roster.keepCurrent(
		answering([whatsapp]),
		{ ...watch, seen: () => new Promise<void>(() => {}) },
		signal
	);
	const first = await Promise.race([
		reading,
		new Promise((resolve) => setImmediate(resolve, 'waits'))
	]);
	expect([first, ids(roster)]).toEqual(['waits', []]);
});

test('accounts that were kept stay where the server lists none, or fails', async () => {
	const roster = new AccountList();
	roster.restore([whatsapp, signal]);
	await roster.read(answering([]), never);
	await roster.read(answering(new SourceError('server-fault')), never);
	expect([ids(roster), roster.parseIssues]).toEqual([['whatsapp', 'signal'], []]);
});

test('that accounts cannot be read is said where none are known', async () => {
	const roster = new AccountList();
	await roster.read(answering(new SourceError('server-fault')), never);
	expect(roster.parseIssues).toHaveLength(1);
	await roster.read(answering([whatsapp]), never);
	expect(roster.parseIssues).toEqual([]);
});

test.for(['unreachable', 'token-refused'] as const)(
	'of a failure of every request (%s) nothing is said here, nor that there are no accounts',
	async (failure) => {
		const accounts = new AccountList();
		const labels = new LabelList();
		const error = new SourceError(failure);
		await accounts.read(answering(error), never);
		await labels.read({ labels: () => Promise.reject(error) }, never);
		expect([accounts.parseIssues, labels.parseIssues, accounts.isEmpty]).toEqual([[], [], false]);
	}
);

test('accounts are empty once the server has listed none', async () => {
	const accounts = new AccountList();
	expect(accounts.isEmpty).toBe(false);
	await accounts.read(answering([]), never);
	expect(accounts.isEmpty).toBe(true);
});

test('the current status of an account is shown', async () => {
	const roster = new AccountList();
	const source = answering([whatsapp, signal], [whatsapp, { ...signal, status: 'disconnected' }]);
	await roster.read(source, never);
	await roster.read(source, never);
	expect(roster.accounts[1]?.status).toBe('disconnected');
});
