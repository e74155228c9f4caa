import { describe, expect, test } from 'vitest';
import { verdictOf, type Diagnosis } from '$lib/domain/diagnosis';

const address = 'http://localhost:23373';
const remote = 'https://beeper.example.net';

describe('each diagnosis says what is wrong and how to mend it', () => {
	test.for<[Diagnosis, string, string]>([
		[{ kind: 'invalid-address', problem: 'Not so.' }, 'Check the address', 'Not so.'],
		[{ kind: 'checking', address }, `Looking for Beeper at ${address}`, ''],
		[{ kind: 'not-running', address }, `Nothing answers at ${address}`, 'Start Beeper Desktop'],
		[{ kind: 'not-running', address }, 'Nothing answers', 'its API is switched off'],
		[{ kind: 'not-running', address: remote }, 'Nothing answers', 'Remote Access'],
		[{ kind: 'switched-off', address, status: 'stopped' }, '“stopped”', 'Turn it on in Beeper'],
		[{ kind: 'something-else', address }, 'Something else answers', 'not Beeper’s API'],
		[{ kind: 'blocked', address }, 'does not let this page in', 'Either it is not Beeper'],
		[{ kind: 'blocked', address }, 'does not let this page in', 'only pages at localhost'],
		[{ kind: 'local-network-denied', address: remote }, 'The browser keeps', 'site settings'],
		[{ kind: 'token-refused', address }, 'refused this token', 'Make a new one'],
		[{ kind: 'token-read-only', address }, 'read-only', 'make a token that may write'],
		[{ kind: 'token-ok', address }, 'accepts this token', '']
	])('%o', ([diagnosis, title, fix]) => {
		const verdict = verdictOf(diagnosis);
		expect(verdict.title).toContain(title);
		expect(verdict.fix).toContain(fix);
	});
});

describe('a running server', () => {
	test('is named with its version', () => {
		const server = { name: 'Beeper Desktop', version: '4.3.73' };
		expect(verdictOf({ kind: 'running', address, server })).toEqual({
			tone: 'good',
			title: 'Beeper Desktop 4.3.73 is running',
			fix: ''
		});
	});

	test('that is old says what it is too old for', () => {
		const server = { version: '4.2.600' };
		expect(verdictOf({ kind: 'running', address, server })).toMatchObject({
			tone: 'fair',
			title: 'Beeper 4.2.600 is running',
			fix: expect.stringMatching(/too old for: .*capabilities.*Update Beeper/)
		});
	});
});

test.for(['not-running', 'something-else', 'blocked'] as const)(
	'%s offers the address where Beeper answers instead',
	(kind) => {
		const foundAt = 'http://127.0.0.1:23374';
		const verdict = verdictOf({ kind, address, foundAt });
		expect(verdict.use).toBe(foundAt);
		expect(verdict.fix).toContain(foundAt);
	}
);

describe('an address that the page may not call', () => {
	test('elsewhere is to be allowed at start', () => {
		expect(verdictOf({ kind: 'not-allowed', address: remote }).command).toBe(
			'npm start -- --allow https://beeper.example.net'
		);
	});

	test('on this computer is to be called localhost', () => {
		const verdict = verdictOf({ kind: 'not-allowed', address: 'http://[::1]:23373' });
		expect(verdict.use).toBe('http://localhost:23373');
		expect(verdict.command).toBeUndefined();
	});
});
