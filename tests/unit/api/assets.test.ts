import { expect, test, vi } from 'vitest';
import { createSource } from '$lib/api/source';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import type { AssetFault } from '$lib/sample/server/behaviour';
import { makeFetch, never } from '../../fixtures/http';
import { makeSampleServer } from '../../fixtures/sample';

const URL_OF_PICTURE = 'mxc://beeper.local/avatar-ä #1?x=y&z';

function makeSource(response: Response) {
	const { fetch, requests } = makeFetch(response);
	return {
		source: createSource({ address: 'http://localhost:1', token: 's3cret', fetch }),
		requests
	};
}

function openSample(assets: AssetFault | null = null) {
	const { server } = makeSampleServer({ chats: 1, behaviour: { assets } });
	return createSource({ address: 'http://localhost:1', token: SAMPLE_TOKEN, fetch: server.fetch });
}

test('a file is asked for with the token, its whole URL in the query', async () => {
	const { source, requests } = makeSource(new Response('GIF89a…'));
	expect((await source.asset(URL_OF_PICTURE, never)).type).toBe('image/gif');
	const { pathname, searchParams } = new URL(requests[0]?.url ?? '');
	expect([pathname, searchParams.get('url')]).toEqual(['/v1/assets/serve', URL_OF_PICTURE]);
	expect(requests[0]?.headers.get('Authorization')).toBe('Bearer s3cret');
});

test.for([
	'https://example.com/a.png',
	'http://127.0.0.1/a.png',
	'//example.com/a.png',
	'javascript:alert(1)',
	'data:image/png;base64,AAAA',
	'blob:http://localhost/1',
	'mxc://',
	'',
	`mxc://${'a'.repeat(2_000)}`
])('nothing is asked for at %s', async (url) => {
	const { source, requests } = makeSource(new Response('GIF89a'));
	await expect(source.asset(url, never)).rejects.toMatchObject({ failure: 'invalid' });
	expect(requests).toEqual([]);
});

test.for([
	['\x89PNG\r\n\x1a\n', 'image/png'],
	['\xff\xd8\xff\xe0', 'image/jpeg'],
	['RIFF\x01\x02\n\x04WEBPVP8 ', 'image/webp'],
	['\x00\x00\x00\x20ftypavif', 'image/avif'],
	['OggS\x00\x02', 'audio/ogg'],
	['RIFF\x01\x02\n\x04WAVEfmt ', 'audio/wav'],
	['ID3\x04', 'audio/mpeg'],
	['\x00\x00\x00\x1cftypM4A ', 'audio/mp4'],
	['\x00\x00\x00\x1cftypisom', 'video/mp4'],
	['\x1aE\xdf\xa3\x9f', 'video/webm'],
	['<svg xmlns="http://www.w3.org/2000/svg"/>', 'application/octet-stream'],
	['<!doctype html><script>1</script>', 'application/octet-stream'],
	['', 'application/octet-stream']
] as const)('what begins with %j is %s, whatever the server calls it', async ([start, type]) => {
	const bytes = Uint8Array.from(start, (character) => character.charCodeAt(0));
	const { source } = makeSource(
		new Response(bytes.length > 0 ? bytes : null, { headers: { 'Content-Type': 'text/html' } })
	);
	const blob = await source.asset(URL_OF_PICTURE, never);
	expect([blob.type, blob.size]).toEqual([type, bytes.length]);
});

test('a file reports how much of it has come', async () => {
	const { source } = makeSource(new Response('OggS and more'));
	const onprogress = vi.fn();
	await source.asset(URL_OF_PICTURE, never, onprogress);
	expect(onprogress).toHaveBeenLastCalledWith(13);
});

test('a failure is not tried again', async () => {
	const { source, requests } = makeSource(new Response('{"message":"Busy"}', { status: 503 }));
	await expect(source.asset(URL_OF_PICTURE, never)).rejects.toMatchObject({ status: 503 });
	expect(requests).toHaveLength(1);
});

test('the sample serves pictures, and plays a server that cannot', async () => {
	expect((await openSample().asset('localmxc://beeper.local/group-1', never)).type).toBe(
		'image/png'
	);
	await expect(openSample('missing').asset(URL_OF_PICTURE, never)).rejects.toMatchObject({
		failure: 'not-found'
	});
	const page = await openSample('html').asset('mxc://beeper.local/avatar-1', never);
	expect(page.type).toBe('application/octet-stream');
});
