import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { SAMPLE_TOKEN, VERSIONS } from '$lib/sample/create-server';
import { json, makeFetch, networkFailure, never, type Reaction } from '../../fixtures/http';
import { makeSampleServer, type SampleOptions } from '../../fixtures/sample';

const REMIND_AT = Date.UTC(2026, 8, 1, 9);
const ISO = '2026-09-01T09:00:00.000Z';

function remind(chatID: string) {
	const value = { remindAt: REMIND_AT, dismissOnIncomingMessage: true };
	return { kind: 'remind', chatID, value } as const;
}

/** The field names of each request to `…/reminders`, in order. */
async function spellings(requests: readonly Request[]): Promise<string[]> {
	const writes = requests.filter(({ url }) => url.endsWith('/reminders'));
	const bodies = await Promise.all(writes.map((request) => request.clone().json()));
	return bodies.map(({ reminder }) => Object.keys(reminder)[0] ?? '');
}

describe('on the sample server', () => {
	function start(options: SampleOptions) {
		const { server, world } = makeSampleServer({ chats: 8, ...options });
		const { fetch, requests } = makeFetch(server.fetch);
		const address = 'http://localhost:23373';
		const source = createSource({ address, token: SAMPLE_TOKEN, fetch });
		return { source, requests, chats: world.chats.map(({ chat }) => chat) };
	}

	test.for(VERSIONS)('%s: a reminder is set, whatever spelling it takes', async (version) => {
		for (const reminders of ['version', 'iso', 'ms'] as const) {
			const { source, chats } = start({ version, behaviour: { reminders } });
			for (const { id } of chats) await source.sendMutation(remind(id), never);
			expect(chats.map(({ reminder }) => reminder?.remindAt)).toEqual(chats.map(() => ISO));
		}
	});

	test('the other spelling is tried once, and from then on is the first', async () => {
		const { source, requests, chats } = start({ behaviour: { reminders: 'ms' } });
		for (const { id } of chats.slice(0, 3)) await source.sendMutation(remind(id), never);
		expect(await spellings(requests)).toEqual([
			'remindAt',
			'remindAtMs',
			'remindAtMs',
			'remindAtMs'
		]);
	});

	test('an app too old to tell its version takes the newer spelling, or is asked in the other', async () => {
		for (const [reminders, expected] of [
			['ms', ['remindAt', 'remindAtMs']],
			['iso', ['remindAt']]
		] as const) {
			const { server, world } = makeSampleServer({ chats: 8, behaviour: { reminders } });
			const { fetch, requests } = makeFetch((request) =>
				request.url.endsWith('/v1/info') ? json({}, { status: 404 }) : server.fetch(request)
			);
			const source = createSource({ address: 'http://localhost:1', token: SAMPLE_TOKEN, fetch });
			await source.sendMutation(remind(world.chats[0]?.chat.id ?? ''), never);
			expect(await spellings(requests)).toEqual(expected);
		}
	});
});

describe('a reminder that is refused', () => {
	/** A 422 in the shape of the API's validation errors. */
	function refusal(path: string[], message: string) {
		const details = { issues: [{ code: 'custom', message, path }] };
		return json(
			{ message: 'Validation failed', code: 'VALIDATION_ERROR', details },
			{ status: 422 }
		);
	}

	async function send(reaction: (field: string) => Reaction) {
		const { fetch, requests } = makeFetch(async (request) => {
			if (request.url.endsWith('/v1/info')) return json({ app: { version: '4.3.73' } });
			const { reminder } = await request.json();
			const answer = reaction('remindAt' in reminder ? 'remindAt' : 'remindAtMs');
			if (answer instanceof Error) throw answer;
			return answer instanceof Response ? answer : answer(request);
		});
		const address = 'http://localhost:23373';
		const source = createSource({ address, token: 's3cret', fetch, retry: { delay: () => 0 } });
		const error = await source.sendMutation(remind('!a'), never).then(
			() => null,
			(error: unknown) => error
		);
		return { error, sent: await spellings(requests) };
	}

	test.for([
		['a 422 about another field', refusal(['reminder', 'dismissOnIncomingMessage'], 'Required')],
		['a 422 that names no field', json({ message: 'No' }, { status: 422 })],
		['a 400 that names the field', json({ message: 'remindAt?' }, { status: 400 })],
		['a 500 that names the field', json({ message: 'remindAt?' }, { status: 500 })],
		['a 403', json({ message: 'Upgrade to set remindAt' }, { status: 403 })],
		['a dropped connection', networkFailure()]
	] as const)('%s is never followed by another', async ([, reaction]) => {
		const { error, sent } = await send(() =>
			reaction instanceof Response ? reaction.clone() : reaction
		);
		expect(error).not.toBeNull();
		expect(sent).toEqual(['remindAt']);
	});

	test.for([
		['in an issue', () => refusal(['reminder', 'remindAt'], 'Unrecognized key')],
		['by the name it wants', () => refusal(['reminder', 'remindAtMs'], 'Required')],
		['in its message', () => json({ error: 'remindAtMs is required' }, { status: 422 })]
	] as const)(
		'with a 422 that names the field %s is sent in the other spelling',
		async ([, no]) => {
			const { error, sent } = await send((field) =>
				field === 'remindAt' ? no() : new Response(null, { status: 204 })
			);
			expect([error, sent]).toEqual([null, ['remindAt', 'remindAtMs']]);
		}
	);

	test('for its time is sent in each spelling once, and says what is wrong with the time', async () => {
		const { error, sent } = await send((field) =>
			field === 'remindAt'
				? refusal(['reminder', 'remindAt'], 'Must be in the future')
				: refusal(['reminder', 'remindAt'], 'Required')
		);
		expect(sent).toEqual(['remindAt', 'remindAtMs']);
		expect(error).toMatchObject({ issues: [{ message: 'Must be in the future' }] });
	});

	test('for its time by an old server says so too', async () => {
		const { error } = await send((field) =>
			field === 'remindAt'
				? refusal(['reminder', 'remindAtMs'], 'Required')
				: refusal(['reminder', 'remindAtMs'], 'Must be in the future')
		);
		expect(error).toMatchObject({ issues: [{ message: 'Must be in the future' }] });
	});

	test('is unknown when no answer comes to the second', async () => {
		const { error } = await send((field) =>
			field === 'remindAt' ? refusal(['reminder', 'remindAtMs'], 'Required') : networkFailure()
		);
		expect(error).toMatchObject({ failure: 'unreachable', status: undefined });
	});
});
