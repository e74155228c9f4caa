import { describe, expect, test } from 'vitest';
import { describeDiagnosis, type Diagnosis } from '$lib/domain/connection/diagnosis';

const address = 'http://localhost:23373';
const remote = 'https://beeper.example.net';

describe('each diagnosis says what is wrong and how to mend it', () => {
	test.for<[Diagnosis, string, string]>([
		[{ kind: 'invalid-address', problem: 'Not so.' }, 'Check the address', 'Not so.'],
		[{ kind: 'checking', address }, 'Looking for Beeper at localhost:23373', ''],
		[
			{ kind: 'not-running', address },
			'Can’t reach Beeper at localhost:23373',
			'Start Beeper Desktop, or turn on its API'
		],
		[{ kind: 'not-running', address }, 'Can’t reach Beeper', 'Change the address above.'],
		[
			{ kind: 'not-running', address, search: 'running' },
			'Can’t reach Beeper',
			'Checking ports 23373 to 23392'
		],
		[
			{ kind: 'not-running', address, search: 'done' },
			'Can’t reach Beeper',
			'No Beeper on ports 23373 to 23392 either'
		],
		[{ kind: 'not-running', address: remote }, `Can’t reach Beeper at ${remote}`, 'Remote Access'],
		[{ kind: 'switched-off', address, status: 'stopped' }, '“stopped”', 'Turn it on in Beeper'],
		[{ kind: 'something-else', address }, 'Something else is running', 'isn’t Beeper’s API'],
		[{ kind: 'blocked', address }, 'blocks this page', 'If it’s not Beeper'],
		[{ kind: 'blocked', address }, 'blocks this page', 'only pages at localhost'],
		[
			{ kind: 'blocked', address, relay: 'http://localhost:23323/beeper' },
			'blocks this page',
			'own server can reach Beeper'
		],
		[
			{ kind: 'running', address, server: { version: '4.3.73' }, limit: 'reads-only' },
			'Beeper 4.3.73 is running, but only lets this page read',
			'nothing would be sent'
		],
		[
			{ kind: 'running', address, server: { version: '4.3.73' }, limit: 'no-errors' },
			'hides its errors from this page',
			'can’t say why'
		],
		[
			{ kind: 'local-network-denied', address: remote },
			'The browser blocks the local network',
			'site settings'
		],
		[{ kind: 'token-refused', address }, 'didn’t accept this token', 'Sign in again'],
		[{ kind: 'token-read-only', address }, 'read-only', 'create a token with write access'],
		[{ kind: 'token-ok', address }, 'accepts this token', '']
	])('%o', ([diagnosis, title, fix]) => {
		const verdict = describeDiagnosis(diagnosis);
		expect(verdict.title).toContain(title);
		expect(verdict.fix).toContain(fix);
	});
});

describe('a running server', () => {
	test('is named with its version', () => {
		const server = { name: 'Beeper Desktop', version: '4.3.73' };
		expect(describeDiagnosis({ kind: 'running', address, server })).toEqual({
			tone: 'good',
			title: 'Beeper Desktop 4.3.73 is running',
			fix: ''
		});
	});

	test('that is old says what it is too old for', () => {
		const server = { version: '4.2.600' };
		expect(describeDiagnosis({ kind: 'running', address, server })).toMatchObject({
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
		const verdict = describeDiagnosis({ kind, address, foundAt });
		expect(verdict.use).toBe(foundAt);
		expect(verdict.fix).toContain('127.0.0.1:23374');
	}
);

describe('before anything was done', () => {
	test.for(['not-running', 'something-else', 'blocked'] as const)('%s is no alarm', (kind) => {
		expect(describeDiagnosis({ kind, address }).tone).toBe('bad');
		expect(describeDiagnosis({ kind, address }, false).tone).toBe('plain');
	});

	test('Beeper is just not running yet', () => {
		expect(describeDiagnosis({ kind: 'not-running', address }, false)).toMatchObject({
			title: 'Looking for Beeper… not running yet',
			canSearch: true
		});
	});

	test('a found Beeper is described as usual', () => {
		const running = { kind: 'running', address, server: { version: '4.3.73' } } as const;
		expect(describeDiagnosis(running, false)).toEqual(describeDiagnosis(running));
	});
});

test.for([
	[{ kind: 'not-running', address }, true],
	[{ kind: 'not-running', address: remote }, undefined],
	[{ kind: 'not-running', address, search: 'running' }, undefined],
	[{ kind: 'not-running', address, search: 'done' }, undefined],
	[{ kind: 'not-running', address, foundAt: 'http://127.0.0.1:23373' }, undefined]
] as const)('%o: other ports can be looked at: %s', ([diagnosis, canSearch]) => {
	expect(describeDiagnosis(diagnosis).canSearch).toBe(canSearch);
});

describe('an address that the page may not call', () => {
	test('elsewhere is to be allowed at start', () => {
		expect(describeDiagnosis({ kind: 'not-allowed', address: remote }).command).toBe(
			'npm start -- --allow https://beeper.example.net'
		);
	});

	test('on this computer is to be called localhost', () => {
		const verdict = describeDiagnosis({ kind: 'not-allowed', address: 'http://[::1]:23373' });
		expect(verdict.use).toBe('http://localhost:23373');
		expect(verdict.command).toBeUndefined();
	});
});
