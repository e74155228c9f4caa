import { describe, expect, test } from 'vitest';
import { toSourceError, readRetryAfter } from '$lib/api/errors';
import type { TextResponse } from '$lib/api/requests';

function answer(status: number, body?: unknown): TextResponse {
	return { status, headers: new Headers(), text: body === undefined ? '' : JSON.stringify(body) };
}

describe('toSourceError', () => {
	test.for([
		[302, 'redirected'],
		[400, 'invalid'],
		[401, 'token-refused'],
		[403, 'scope'],
		[404, 'not-found'],
		[408, 'timed-out'],
		[409, 'conflict'],
		[418, 'invalid'],
		[422, 'invalid'],
		[429, 'rate-limited'],
		[500, 'server-fault'],
		[502, 'network-failed'],
		[503, 'server-fault'],
		[599, 'server-fault']
	] as const)('reads status %i as %s', ([status, failure]) => {
		expect(toSourceError(answer(status), undefined)).toMatchObject({
			failure,
			status,
			says: undefined,
			issues: [],
			retryAfter: undefined
		});
	});

	test.for(['RELAY_NO_BEEPER', 'RELAY_BROKEN'])(
		'reads the code %s of the relay as no response from Beeper',
		(code) => {
			expect(toSourceError(answer(502, { message: 'None', code }), undefined)).toMatchObject({
				failure: 'unreachable',
				says: undefined
			});
		}
	);

	test.for([
		['since 5.x', { message: 'No such chat', code: 'X' }, 'No such chat'],
		['before 5.x', { error: 'No such chat', code: 'X' }, 'No such chat'],
		['of a wrong type', { message: 5, code: 'X' }, undefined],
		['missing', {}, undefined],
		['not in an object', 'No such chat', undefined]
	] as const)("takes over the server's own words, %s", ([, body, says]) => {
		expect(toSourceError(answer(404, body), undefined).says).toBe(says);
	});

	test("does not need JSON: a proxy's error page is classified by its status", () => {
		const page = { ...answer(502), text: '<h1>Bad gateway</h1>' };
		expect(toSourceError(page, undefined)).toMatchObject({
			failure: 'network-failed',
			says: undefined
		});
	});

	test('lists the issues of an invalid request by their path', () => {
		const issues = [
			{ code: 'too_small', message: 'Too few', path: ['participantIDs', 0] },
			{ code: 'custom', message: 'No', path: [] },
			'odd'
		];
		const invalid = answer(422, { message: 'Invalid', code: 'V', details: { issues } });
		expect(toSourceError(invalid, undefined).issues).toEqual([
			{ message: 'Too few', path: 'participantIDs.0' },
			{ message: 'No', path: '' }
		]);
	});

	test('takes the token out of what the server says', () => {
		const details = { issues: [{ message: 'bad s3cret', path: ['s3cret'] }] };
		const refused = answer(401, { message: 'Bearer s3cret is bad', details });
		const { says, issues } = toSourceError(refused, 's3cret');
		expect({ says, issues }).toEqual({
			says: 'Bearer … is bad',
			issues: [{ message: 'bad …', path: '…' }]
		});
	});

	test('says how long the server asked to wait', () => {
		const busy = { ...answer(429), headers: new Headers({ 'Retry-After': '7' }) };
		expect(toSourceError(busy, undefined).retryAfter).toBe(7000);
	});
});

describe('readRetryAfter', () => {
	const now = Date.parse('2026-03-01T12:00:00Z');

	test.for([
		['seconds', '2', 2000],
		['none', '0', 0],
		['a date', 'Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
		['a date that has passed', 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
		['words', 'soon', undefined],
		['nothing', '', undefined]
	] as const)('reads %s', ([, value, expected]) => {
		expect(readRetryAfter(new Headers({ 'Retry-After': value }), now)).toBe(expected);
	});
});
