import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCurl } from '$lib/api/curl';
import { toRequest, type ApiRequest } from '$lib/api/requests';
import { toggle } from '../../fixtures/writes';

const ADDRESS = 'http://localhost:23373';

/** The arguments that a shell passes to `curl`. */
function wordsIn(commands: readonly string[]): string[][] {
	const script = `curl() { printf '%s\\0' "$@"; printf '\\1'; }\n${commands.join('\n')}`;
	const env = { BEEPER_TOKEN: 's3cret' };
	const output = execFileSync('/bin/sh', ['-c', script], { env, encoding: 'utf8' });
	return output
		.split('\0\u0001')
		.slice(0, -1)
		.map((words) => words.split('\0'));
}

test('a command asks what the dashboard asks, without the token', () => {
	const command = toCurl(toRequest(toggle('archive', '!a:b')), `${ADDRESS}/`);
	expect(command).toBe(
		`curl --request POST '${ADDRESS}/v1/chats/!a%3Ab/archive'` +
			` --header "Authorization: Bearer $BEEPER_TOKEN"` +
			` --header 'Content-Type: application/json' --data-raw '{"archived":true}'`
	);
	expect(wordsIn([command])).toEqual([
		[
			'--request',
			'POST',
			`${ADDRESS}/v1/chats/!a%3Ab/archive`,
			'--header',
			'Authorization: Bearer s3cret',
			'--header',
			'Content-Type: application/json',
			'--data-raw',
			'{"archived":true}'
		]
	]);
});

test('without a body there is no type of it', () => {
	const command = toCurl({ method: 'DELETE', path: '/v1/x' }, ADDRESS);
	expect(command).not.toMatch(/Content-Type|data/);
});

test('no text gets out of its quotes', () => {
	const hostile = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: fc.constantFrom(...'\'"\\$`!;&|<>(){}[]*?~#\n@ =a') })
	);
	const requests: ApiRequest[] = fc
		.sample(hostile, 300)
		.map((text) => ({ method: 'PATCH', path: `/v1/${text.replaceAll('\0', '')}`, body: { text } }));
	const read = wordsIn(requests.map((request) => toCurl(request, ADDRESS)));
	expect(read.map((words) => [words[2], words.at(-1), words.length])).toEqual(
		requests.map(({ path, body }) => [ADDRESS + path, JSON.stringify(body), 9])
	);
});

test('a file is named, not told', () => {
	const upload = { kind: 'upload', chatID: 'a', mimeType: 'text/plain', fileSize: 3 } as const;
	const names = ['menu.pdf', `it's "né", a;b\\c $(x).txt`];
	const commands = names.map((fileName) => toCurl(toRequest({ ...upload, fileName }), ADDRESS));
	expect(wordsIn(commands).map((words) => words.slice(2))).toEqual(
		['menu.pdf', `it's \\"né\\", a;b\\\\c $(x).txt`].map((name) => [
			`${ADDRESS}/v1/assets/upload`,
			'--header',
			'Authorization: Bearer s3cret',
			'--form',
			`file=@"${name}"`
		])
	);
});
