import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getExpiryWords, getTokenProblem, readToken } from '$lib/domain/connection/token';

const TOKEN = 'bpr_9f2C-aZ.x7/Q+e=';

describe('a token as people paste it', () => {
	test.for([
		['alone', TOKEN],
		['with spaces around', `  ${TOKEN}\t`],
		['with a line break behind', `${TOKEN}\r\n`],
		['with Bearer', `Bearer ${TOKEN}`],
		['with bearer', `bearer ${TOKEN}`],
		['with BEARER:', `BEARER: ${TOKEN}`],
		['with Bearer on a line of its own', `Bearer\n${TOKEN}`],
		['with Bearer, joined by a field for one line', `Bearer${TOKEN}`],
		['with Authorization:', `Authorization: ${TOKEN}`],
		['as a header', `Authorization: Bearer ${TOKEN}`],
		['as a header in two lines', `authorization:\nBearer ${TOKEN}\n`],
		['as a header among others', `Authorization: Bearer ${TOKEN}\nContent-Type: application/json`],
		['as a header in quotes', `"Authorization: Bearer ${TOKEN}"`],
		['as a field of headers', `{ 'Authorization': 'Bearer ${TOKEN}' }`],
		['in quotes', `"${TOKEN}"`],
		['in single quotes', `'${TOKEN}'`],
		['in backticks', `\`${TOKEN}\``],
		['in curly quotes', `“${TOKEN}”`],
		['in low and high quotes', `„${TOKEN}“`],
		['in curly single quotes', `‘${TOKEN}’`],
		['in guillemets', `«${TOKEN}»`],
		['in pointed brackets', `<${TOKEN}>`],
		['in bold Markdown', `**${TOKEN}**`],
		['with Bearer and quotes', `"Bearer ${TOKEN}"`],
		['with Bearer before quotes', `Bearer "${TOKEN}"`],
		['as a header with quotes inside', `Authorization: Bearer “${TOKEN}”.`],
		['as a header with quotes and no Bearer', `Authorization: "${TOKEN}"`],
		['with a full stop', `${TOKEN}.`],
		['with a comma', `"${TOKEN}",`],
		['with a label', `Access token: ${TOKEN}`],
		['as a setting', `export BEEPER_ACCESS_TOKEN="${TOKEN}"`],
		['as a setting without quotes', `BEEPER_TOKEN=${TOKEN}`],
		['as JSON', `{"access_token":"${TOKEN}","token_type":"Bearer","scope":"read write"}`],
		['as JSON, last', `{\n  "token_type": "Bearer",\n  "access_token": "${TOKEN}"\n}`],
		['as JSON in camel case', `{ "accessToken": "${TOKEN}" }`],
		['as a line of JSON', `"access_token": "${TOKEN}",`],
		['in an address', `http://localhost:23373/?access_token=${TOKEN}&state=1`],
		['in a command', `curl -H "Authorization: Bearer ${TOKEN}" http://localhost:23373/v1/accounts`],
		['in a command without quotes', `-H Authorization:Bearer ${TOKEN} http://localhost:23373`],
		[
			'in a command of several lines',
			`curl --url http://localhost:23373/v1/chats \\\n  --header 'authorization: Bearer ${TOKEN}' \\\n  --header 'accept: */*'`
		],
		[
			'in a command, behind the address',
			`curl http://localhost:23373/v1/chats -H 'Authorization: Bearer ${TOKEN}'`
		],
		['in JSON of another kind', `{"data":{"token":"${TOKEN}","scopes":["read"]}}`],
		['broken over two lines', `${TOKEN.slice(0, 9)}\n${TOKEN.slice(9)}`],
		['broken and indented', `${TOKEN.slice(0, 9)}\r\n    ${TOKEN.slice(9)}`],
		['with a space that no line breaks at', `${TOKEN.slice(0, 9)}\u00a0${TOKEN.slice(9)}`],
		['with zero-width spaces', `\u200b${TOKEN.slice(0, 4)}\u200b${TOKEN.slice(4)}\ufeff`],
		[
			'with joiners and directions',
			`\u202a${TOKEN.slice(0, 4)}\u200d\u2060${TOKEN.slice(4)}\u202c`
		],
		['with a soft hyphen', `${TOKEN.slice(0, 4)}\u00ad${TOKEN.slice(4)}`],
		['with a variation selector', `${TOKEN}\ufe0f`],
		['with a null character', `\u0000${TOKEN}`]
	] as const)('%s', ([, pasted]) => {
		expect(readToken(pasted)).toEqual({ kind: 'token', token: TOKEN });
	});

	test('keeps every character of a token, whatever stands around it', () => {
		const alphabet = [...'abcXYZ0189-_.~+/'];
		const token = fc
			.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 80 })
			.map((letters) => `t${letters.join('')}0`);
		const around = fc.constantFrom(
			...([
				['', ''],
				['Bearer ', ''],
				['Authorization: Bearer ', '\n'],
				['Authorization: Bearer "', '".'],
				['"', '"'],
				['“', '”'],
				['\u200b', '\u200b.'],
				['{"access_token":"', '"}']
			] as const)
		);
		fc.assert(
			fc.property(token, around, fc.nat(80), (token, [before, after], cut) => {
				const broken = `${token.slice(0, cut)}\u200b\n${token.slice(cut)}`;
				expect(readToken(before + broken + after)).toEqual({ kind: 'token', token });
				expect(readToken(token)).toEqual({ kind: 'token', token });
			})
		);
	});
});

describe('what is no token of this API', () => {
	test.for([
		['', 'empty'],
		['  \n\u200b', 'empty'],
		['""', 'empty'],
		['Bearer ', 'empty'],
		['Bearer', 'empty'],
		['Authorization: Bearer', 'empty'],
		['{"access_token":""}', 'empty'],
		['syt_cm9iaW4_FkpYzLrTqWxBnVcDsEgH_0a1b2C', 'matrix'],
		['Bearer syt_cm9iaW4_FkpYzLrTqWxBnVcDsEgH_0a1b2C', 'matrix'],
		['"syt_cm9i\u200baW4_FkpYzLr\nTqWxBnVcDsEgH_0a1b2C"', 'matrix'],
		['{"access_token": "syt_cm9iaW4_Fkp_0a1b2C", "device_id": "X"}', 'matrix'],
		['syl_FkpYzLrTqWxBnVcDsEgH_0a1b2C', 'matrix'],
		['mat_FkpYzLrTqWxBnVcDsEgH_0a1b2C', 'matrix'],
		['mct_FkpYzLrTqWxBnVcDsEgH_0a1b2C', 'matrix'],
		['MDAxOGxvY2F0aW9uIGJlZXBlci5jb20KMDAxM2lkZW50aWZpZXIga2V5CjAwMTBjaWQgZ2VuID0gMQo', 'matrix'],
		['http://localhost:23373', 'address'],
		['localhost:23373', 'address'],
		['https://beeper.example.net/v1', 'address'],
		['bpr_9f2C••••', 'unusable'],
		['tökén', 'unusable'],
		['{"error":"invalid_grant"}', 'unusable']
	] as const)('%j: %s', ([pasted, kind]) => {
		expect(readToken(pasted)).toEqual({ kind });
		expect(getTokenProblem(readToken(pasted))).not.toBe('');
	});

	function makeJWT(payload: unknown): string {
		const parts = [{ alg: 'RS256', typ: 'JWT' }, payload].map((part) =>
			Buffer.from(JSON.stringify(part)).toString('base64url')
		);
		return [...parts, 'c2lnbmF0dXJl'].join('.');
	}

	test.for([
		['https://accounts.google.com', 'accounts.google.com'],
		['https://tenant.eu.auth0.com/', 'tenant.eu.auth0.com'],
		['securetoken.example.net', 'securetoken.example.net'],
		['https://beeper.com.example.net', 'beeper.com.example.net'],
		['https://notbeeper.com', 'notbeeper.com']
	] as const)('a JWT of %s is said to be from %s', ([iss, issuer]) => {
		const token = readToken(`Bearer ${makeJWT({ iss, sub: 'ümlaut ☃' })}`);
		expect(token).toEqual({ kind: 'foreign', issuer });
		expect(getTokenProblem(token)).toContain(issuer);
	});

	test.for([
		[{ iss: 'http://127.0.0.1:23373' }, undefined],
		[{ iss: 'http://localhost:23373' }, undefined],
		[{ iss: 'https://api.beeper.com' }, undefined],
		[{ iss: 'beeper' }, undefined],
		[{ iss: 7 }, undefined],
		[{ sub: 'somebody' }, undefined],
		['a text', undefined],
		[{ iss: 'https://beeper.example.net' }, 'https://beeper.example.net']
	] as const)('a JWT that may be Beeper’s is tried: %j at %s', ([payload, address]) => {
		const token = makeJWT(payload);
		expect(readToken(token, address)).toEqual({ kind: 'token', token });
	});

	test('a Matrix token is named for what it is', () => {
		expect(getTokenProblem({ kind: 'matrix' })).toContain('This is a Matrix token.');
	});
});

test.for([
	[10 * 60_000 + 1, null],
	[10 * 60_000, 'Your token expires in 10 min'],
	[9 * 60_000 + 1, 'Your token expires in 10 min'],
	[60_001, 'Your token expires in 2 min'],
	[60_000, 'Your token expires in less than a minute'],
	[1, 'Your token expires in less than a minute'],
	[0, 'Your token has expired'],
	[-60_000, 'Your token has expired']
] as const)('with %i ms left: %s', ([left, words]) => {
	expect(getExpiryWords(left)).toBe(words);
});
