import { expect, test } from 'vitest';
import type { Diagnosis } from '$lib/domain/connection/diagnosis';
import { Checkup } from '$lib/state/checkup.svelte';

const OLD: Diagnosis = { kind: 'not-running', address: 'http://localhost:1' };
const NEW: Diagnosis = { kind: 'checking', address: 'http://localhost:2' };

test('shows each finding in turn, the last one at the end', async () => {
	const seen: (Diagnosis | null)[] = [];
	const checkup: Checkup = new Checkup(async function* () {
		yield NEW;
		seen.push(checkup.diagnosis);
		yield OLD;
	});
	await checkup.visit('localhost:1');
	expect([...seen, checkup.diagnosis]).toEqual([NEW, OLD]);
});

test('what is found late at an address typed before is not shown', async () => {
	let finish: () => void = () => {};
	const slow = new Promise<void>((resolve) => (finish = resolve));
	const checkup = new Checkup(async function* (address) {
		if (address === 'old') await slow;
		yield address === 'old' ? OLD : NEW;
	});
	const first = checkup.visit('old');
	await checkup.visit('new');
	finish();
	await first;
	expect(checkup.diagnosis).toEqual(NEW);
});

test('a verdict on the token ends the visit, so that nothing overwrites it', async () => {
	let signalled: AbortSignal | undefined;
	const checkup = new Checkup(async function* (_, signal) {
		signalled = signal;
		yield NEW;
	});
	await checkup.visit('localhost');
	checkup.note({ kind: 'token-refused', address: 'http://localhost:2' });
	expect(signalled?.aborted).toBe(true);
	expect(checkup.diagnosis?.kind).toBe('token-refused');
});
