import { expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import { Resource } from '$lib/state/resource.svelte';

const never = new AbortController().signal;

test('holds the answer', async () => {
	const answer = new Resource<string>();
	await answer.load(async () => 'yes', never);
	expect(answer.phase).toEqual({ name: 'ready', value: 'yes' });
});

test('an expected failure sets the phase, a bug is thrown', async () => {
	const answer = new Resource<string>();
	const error = new SourceError('not-found');
	await answer.load(() => Promise.reject(error), never);
	expect(answer.phase).toEqual({ name: 'failed', error });
	await expect(answer.load(() => Promise.reject(new TypeError('bug')), never)).rejects.toThrow(
		'bug'
	);
});

test('an answer to a question that was taken back is not shown', async () => {
	const answer = new Resource<string>();
	const leaving = new AbortController();
	const asking = answer.load(async () => 'late', leaving.signal);
	leaving.abort();
	await answer.load(async () => 'current', never);
	await asking;
	expect(answer.phase).toEqual({ name: 'ready', value: 'current' });
});
