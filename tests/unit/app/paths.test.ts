import { expect, test } from 'vitest';
import { getFragment, toReturnPath } from '$lib/app/paths';

const ORIGIN = 'http://localhost:23323';

test.for([
	['nothing asked for', null, '/'],
	['a view', '/chats?archived=yes&foo=bar#x', '/chats?archived=yes&foo=bar#x'],
	['a chat with an odd ID', '/chats/imsg%23%23thread%3Aany', '/chats/imsg%23%23thread%3Aany'],
	['another site', 'https://evil.example/', '/'],
	['another site without a scheme', '//evil.example/', '/'],
	['another site behind a backslash', '/\\evil.example', '/'],
	['another site behind two backslashes', '\\\\evil.example', '/'],
	['another site behind a tab', '/\t/evil.example', '/'],
	['another program on this computer', 'http://localhost:1/', '/'],
	['a script', 'javascript:alert(1)', '/'],
	['a path without a slash', 'chats', '/'],
	['the connect page itself', '/connect?to=/connect', '/']
] as const)('%s', ([, wanted, path]) => {
	expect(toReturnPath(wanted, ORIGIN)).toBe(path);
});

test.for([
	['', ''],
	['#edit', 'edit'],
	['#attachments.m.image.mimeTypes.image%2Fjpeg', 'attachments.m.image.mimeTypes.image/jpeg'],
	['#100%', '100%']
])('%s reads as “%s”', ([hash, text]) => {
	expect(getFragment(new URL(`http://localhost/capabilities${hash}`))).toBe(text);
});
