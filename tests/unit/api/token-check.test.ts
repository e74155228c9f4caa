import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import type { TokenFailure } from '$lib/domain/connection/source-error';
import { json, makeFetch, networkFailure, never, type Reaction } from '../../fixtures/http';
import { toggle } from '../../fixtures/writes';

const EXPIRED = json({ message: 'Token expired', code: 'UNAUTHORIZED' }, { status: 401 });
const REFUSED = json({ message: 'Invalid token', code: 'UNAUTHORIZED' }, { status: 401 });
const FORBIDDEN = json({ message: 'Not in this room', code: 'FORBIDDEN' }, { status: 403 });
const DONE = new Response(null, { status: 204 });

/** A source with separate reactions to writes and reads, and the reported token failures. */
function start(writes: [Reaction, ...Reaction[]], reads: Reaction = json([])) {
	const heard: TokenFailure[] = [];
	const sent = makeFetch(...writes);
	const read = makeFetch(reads);
	const source = createSource({
		address: 'http://localhost:23373',
		token: 's3cret',
		fetch: (request) => (request.method === 'GET' ? read : sent).fetch(request),
		retry: { limit: 0 },
		ontoken: (failure) => heard.push(failure)
	});

	async function mute(): Promise<unknown> {
		return source.sendMutation(toggle('mute', '!a'), never).then(
			() => 'done',
			(error: unknown) => error
		);
	}

	return { source, heard, mute, sent: sent.requests, read: read.requests };
}

describe('a write that is refused while reads work', () => {
	test.for([
		[401, REFUSED],
		[401, EXPIRED],
		[403, FORBIDDEN]
	] as const)('%i: the token can only read', async ([status, answer]) => {
		const { mute, heard, sent, read } = start([answer]);
		expect(await mute()).toMatchObject({ failure: 'read-only', status });
		expect(heard).toEqual(['read-only']);
		expect(sent).toHaveLength(1);
		expect(read.length).toBeLessThanOrEqual(1);
	});

	test('is reported in the server’s own words', async () => {
		const { mute } = start([FORBIDDEN]);
		expect(await mute()).toMatchObject({ says: 'Not in this room' });
	});

	test('with 403, after others were taken, is about the one chat', async () => {
		const { mute, heard } = start([DONE, FORBIDDEN]);
		expect(await mute()).toBe('done');
		expect(await mute()).toMatchObject({ failure: 'scope', says: 'Not in this room' });
		expect(heard).toEqual([]);
	});

	test('with 401, even after others were taken, is about the token', async () => {
		const { mute, heard } = start([DONE, REFUSED]);
		await mute();
		expect(await mute()).toMatchObject({ failure: 'read-only' });
		expect(heard).toEqual(['read-only']);
	});

	test('is the same for a file', async () => {
		const { source, heard } = start([REFUSED]);
		const file = new File(['x'], 'x.txt');
		await expect(source.upload(file, never)).rejects.toMatchObject({ failure: 'read-only' });
		expect(heard).toEqual(['read-only']);
	});
});

describe('a write that is refused as reads are', () => {
	test.for([
		['token-expired', EXPIRED],
		['token-refused', REFUSED]
	] as const)('%s: the token is gone', async ([failure, answer]) => {
		const { mute, heard, sent } = start([answer], answer);
		expect(await mute()).toMatchObject({ failure, status: 401 });
		expect(heard).toEqual([failure]);
		expect(sent).toHaveLength(1);
	});

	test.for([
		['nothing answers', networkFailure()],
		['the server fails', json({}, { status: 500 })]
	] as const)('is reported as received where %s', async ([, reads]) => {
		const { mute, heard } = start([REFUSED], reads);
		expect(await mute()).toMatchObject({ failure: 'token-refused', status: 401 });
		expect(heard).toEqual([]);
	});
});

describe('a read that is refused', () => {
	test.for([
		['Token expired', 'token-expired'],
		['The access token has expired.', 'token-expired'],
		['Invalid token', 'token-refused'],
		['Invalid or expired token', 'token-refused'],
		['Unauthorized', 'token-refused']
	] as const)('with “%s”: %s', async ([message, failure]) => {
		const { source, heard } = start([DONE], json({ message }, { status: 401 }));
		await expect(source.accounts(never)).rejects.toMatchObject({ failure });
		expect(heard).toEqual([failure]);
	});

	test('with a code that says so: token-expired', async () => {
		const { source } = start([DONE], json({ error: 'No', code: 'TOKEN_EXPIRED' }, { status: 401 }));
		await expect(source.accounts(never)).rejects.toMatchObject({ failure: 'token-expired' });
	});

	test('with 403 says nothing of the token', async () => {
		const { source, heard } = start([DONE], FORBIDDEN);
		await expect(source.accounts(never)).rejects.toMatchObject({ failure: 'scope' });
		expect(heard).toEqual([]);
	});
});

describe('what introspection says of the end of a token', () => {
	test.for([
		[{ active: true, exp: 1_785_585_600 }, { expiresAt: 1_785_585_600_000 }],
		[{ active: true, exp: 0 }, {}],
		[{ active: true, exp: null }, {}],
		[
			{ active: true, scope: 'read', exp: 1 },
			{ canWrite: false, expiresAt: 1000 }
		]
	] as const)('%j', async ([body, expected]) => {
		const { source } = start([json(body)]);
		expect(await source.access(never)).toEqual(expected);
	});

	test('introspection may be refused to a read-only token; then a read decides', async () => {
		const { source, heard } = start([REFUSED]);
		expect(await source.access(never)).toEqual({});
		expect(heard).toEqual([]);
		const gone = start([REFUSED], REFUSED);
		await expect(gone.source.access(never)).rejects.toMatchObject({ failure: 'token-refused' });
	});
});
