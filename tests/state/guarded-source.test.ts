import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { createPlan } from '$lib/domain/mutations/plan';
import { type SampleServer, SAMPLE_TOKEN } from '$lib/sample/create-server';
import { createReadOnly } from '$lib/state/preferences.svelte';
import { guardSource } from '$lib/state/server-identity.svelte';
import { Session } from '$lib/state/session.svelte';
import { never } from '../fixtures/http';
import { makeSampleServer, type SampleOptions } from '../fixtures/sample';
import { makeStores } from '../fixtures/storage';
import { STILL } from '../fixtures/watch';

const NIGHTLY = { behaviour: { bundleID: 'com.automattic.beeper.nightly' } };

/** A session with one Beeper, which can be replaced by others. */
async function makeSession(first: Omit<SampleOptions, 'now'> = {}) {
	const requests: string[] = [];
	let time = STILL.now();
	let server: SampleServer | null = makeSampleServer({ chats: 30, ...first }).server;
	const source = createSource({
		address: 'http://localhost:23373',
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		fetch: async (request) => {
			if (!server) throw new TypeError('Failed to fetch');
			requests.push(`${request.method} ${new URL(request.url).pathname}`);
			return server.fetch(request);
		}
	});
	const session = new Session({
		source: () => source,
		readOnly: createReadOnly(makeStores().stores.device),
		watch: { ...STILL, now: () => time }
	});
	await session.server.load((signal) => session.source.server(signal), never);
	await session.inbox.load(session.source);

	/**
	 * Lets another Beeper respond from now on; null: none.
	 *
	 * @param pause - milliseconds that pass meanwhile
	 */
	function replace(options: Omit<SampleOptions, 'now'> | null, pause = 10_000) {
		server = options && makeSampleServer({ chats: 30, ...options }).server;
		time += pause;
		requests.length = 0;
	}

	function titles() {
		return session.inbox.chats.map(({ id, title }) => `${id} ${title}`);
	}

	const chats = session.inbox.chats.filter(({ isMuted, isReadOnly }) => !isMuted && !isReadOnly);
	const [chat] = chats;
	if (!chat) throw new Error('The sample world lacks such a chat');
	const mute = { kind: 'mute', chatID: chat.id, value: true } as const;

	function mutations() {
		return requests.filter((request) => !request.startsWith('GET'));
	}

	/** The requests since the last call. */
	function takeRequests(): string[] {
		return requests.splice(0);
	}

	function wait(milliseconds: number) {
		time += milliseconds;
	}

	return { session, source, replace, titles, mutations, mute, chats, takeRequests, wait };
}

const OTHERS = [
	['another login', { login: 'kim' }],
	['another app', NIGHTLY],
	['a Beeper without a chat in common', { seed: 9 }]
] as const;

describe.for(OTHERS)('once %s answers at the address', ([, other]) => {
	test('nothing of it is taken in', async () => {
		const { session, replace, titles } = await makeSession();
		const before = titles();
		replace(other);
		await session.inbox.load(session.source);
		expect(session.inbox.phase).toMatchObject({
			name: 'failed',
			error: { failure: 'other-server' }
		});
		expect([titles(), session.identity.isOther]).toEqual([before, true]);
		expect(session.blockedReason).toContain('different Beeper');
	});

	test('no mutation and no undo is sent to it', async () => {
		const { session, replace, mutations, mute } = await makeSession();
		await session.mutations.run(mute);
		expect(mutations()).toHaveLength(1);
		replace(other);
		expect(session.mutations.undoLatest()).toBe(true);
		await expect.poll(() => session.identity.isOther).toBe(true);
		await session.mutations.run(mute);
		expect(mutations()).toEqual([]);
	});

	test('a run of many stops, and says what was not sent', async () => {
		const { session, replace, mutations, chats } = await makeSession();
		const { bulk } = session.mutations;
		const plan = createPlan(
			chats,
			({ id }) => ({ kind: 'mute', chatID: id, value: true }),
			session.permissionContext
		);
		replace(other);
		await bulk.run(plan);
		expect([bulk.done, mutations()]).toEqual([[], []]);
		expect(bulk.failed.length + bulk.untried.length).toBe(plan.mutations.length);
	});

	test('all goes on when the first one is back', async () => {
		const { session, replace, titles, mutations, mute } = await makeSession();
		const before = titles();
		replace(other);
		await session.inbox.load(session.source);
		replace({});
		await session.inbox.load(session.source);
		expect([session.inbox.phase.name, session.identity.isOther]).toEqual(['ready', false]);
		expect(titles().toSorted()).toEqual(before.toSorted());
		expect((await session.mutations.run(mute)).kind).toBe('done');
		expect(mutations()).toHaveLength(1);
	});
});

describe('it is still the same Beeper', () => {
	test('when it lists nothing yet', async () => {
		const { session, replace } = await makeSession();
		replace({ chats: 0, behaviour: { accountsFrom: Infinity } });
		await session.inbox.load(session.source);
		expect(session.identity.isOther).toBe(false);
	});

	test('when an account was added', async () => {
		const { session, replace } = await makeSession({ behaviour: { lastAccountFrom: Infinity } });
		const before = session.inbox.accounts.length;
		replace({});
		await session.inbox.load(session.source);
		expect([session.identity.isOther, session.inbox.accounts.length]).toEqual([false, before + 1]);
	});

	test('when it has learnt new things', async () => {
		const { session, replace } = await makeSession({ version: '4.2.808' });
		replace({ version: '4.3.73' });
		await session.inbox.load(session.source);
		expect(session.identity.isOther).toBe(false);
	});
});

test.for(OTHERS.slice(0, 2))(
	'%s is noticed before a change, be it only a second after the first',
	async ([, other]) => {
		const { session, replace, mutations, mute } = await makeSession();
		await session.mutations.run(mute);
		replace(other, 1_000);
		await session.mutations.run({ ...mute, value: false });
		expect([mutations(), session.identity.isOther]).toEqual([[], true]);
	}
);

test.for(OTHERS.slice(0, 2))(
	'%s is noticed before a change also where the clock was set back',
	async ([, other]) => {
		const { session, replace, mutations, mute } = await makeSession();
		replace(other, -3_600_000);
		await session.mutations.run(mute);
		expect([mutations(), session.identity.isOther]).toEqual([[], true]);
	}
);

test('the first Beeper is known again at once also where the clock was set back', async () => {
	const { session, replace } = await makeSession();
	replace({ login: 'kim' });
	await session.inbox.load(session.source);
	expect(session.identity.isOther).toBe(true);
	replace({}, -3_600_000);
	await session.inbox.load(session.source);
	expect(session.identity.isOther).toBe(false);
});

test('a change soon after an answer of the known Beeper costs two more requests, a later one three', async () => {
	const { session, mute, takeRequests, wait } = await makeSession();
	async function countReads(pause: number): Promise<number> {
		wait(pause);
		takeRequests();
		await session.mutations.run(mute);
		const requests = takeRequests();
		const sent = requests.findIndex((request) => !request.startsWith('GET'));
		return requests.slice(0, sent).length;
	}
	expect(await countReads(3_000)).toBe(2);
	expect(await countReads(50)).toBe(0);
	expect(await countReads(60_000)).toBe(3);
});

test('a server that was away is identified before its responses are used', async () => {
	const { session, replace, titles } = await makeSession();
	const before = titles();
	replace(null);
	await session.inbox.load(session.source);
	expect(session.inbox.phase).toMatchObject({ error: { failure: 'unreachable' } });
	replace({ login: 'kim', chats: 5 });
	await session.inbox.load(session.source);
	expect([titles(), session.identity.isOther]).toEqual([before, true]);
});

test('a chat that another Beeper does not know does not count as gone', async () => {
	const { session, source, replace, mute } = await makeSession();
	const gone = new SourceError('not-found');
	const guarded = guardSource({ ...source, chat: () => Promise.reject(gone) }, session.identity);
	async function getFailure() {
		return guarded.chat(mute.chatID, never).catch((error: SourceError) => error.failure);
	}
	replace({});
	expect(await getFailure()).toBe('not-found');
	replace({ login: 'kim' });
	expect(await getFailure()).toBe('other-server');
});

test('what was kept of another Beeper is not shown beside what answers', async () => {
	const { session } = await makeSession();
	const kept = { chats: session.inbox.chats, accounts: session.inbox.accounts, at: 0 };
	const { session: other } = await makeSession({ login: 'kim' });
	expect(other.identity.restore(kept)).toBe(false);
	expect(session.identity.restore(kept)).toBe(true);
});
