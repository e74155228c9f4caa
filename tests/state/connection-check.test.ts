import { expect, test } from 'vitest';
import type { Diagnosis } from '$lib/domain/connection/diagnosis';
import { ConnectionCheck } from '$lib/state/connection.svelte';

const OLD: Diagnosis = { kind: 'not-running', address: 'http://localhost:1' };
const NEW: Diagnosis = { kind: 'checking', address: 'http://localhost:2' };

test('shows each finding in turn, the last one at the end', async () => {
	const seen: (Diagnosis | null)[] = [];
	const connectionCheck: ConnectionCheck = new ConnectionCheck(async function* () {
		yield NEW;
		seen.push(connectionCheck.diagnosis);
		yield OLD;
	});
	await connectionCheck.check('localhost:1');
	expect([...seen, connectionCheck.diagnosis]).toEqual([NEW, OLD]);
});

test('what is found late at an address typed before is not shown', async () => {
	let finish: () => void = () => {};
	const slow = new Promise<void>((resolve) => (finish = resolve));
	const connectionCheck = new ConnectionCheck(async function* (address) {
		if (address === 'old') await slow;
		yield address === 'old' ? OLD : NEW;
	});
	const first = connectionCheck.check('old');
	await connectionCheck.check('new');
	finish();
	await first;
	expect(connectionCheck.diagnosis).toEqual(NEW);
});

test('a verdict on the token ends the visit, so that nothing overwrites it', async () => {
	let signalled: AbortSignal | undefined;
	const connectionCheck = new ConnectionCheck(async function* (_, signal) {
		signalled = signal;
		yield NEW;
	});
	await connectionCheck.check('localhost');
	connectionCheck.show({ kind: 'token-refused', address: 'http://localhost:2' });
	expect(signalled?.aborted).toBe(true);
	expect(connectionCheck.diagnosis?.kind).toBe('token-refused');
});
