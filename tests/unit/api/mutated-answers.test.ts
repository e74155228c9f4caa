import { expect, test } from 'vitest';
import { Random } from '$lib/format/random';
import { findExcess } from '../../fuzz/bounds';
import { mutateJSON } from '../../fuzz/mutate-json';
import { tryReaders } from '../../fuzz/readers';

test('every reader understands a mutated answer in part or refuses it, within bounds', async () => {
	expect(await tryReaders(1_000)).toEqual([]);
});

test('a seed makes the same mutation every time', () => {
	const answer = { id: '!a', participants: { items: [{ id: 'p', isSelf: true }] } };
	const [one, other] = [7, 7].map((seed) => mutateJSON(answer, new Random(seed)));
	expect(one).toBe(other);
	expect(one).not.toBe(JSON.stringify(answer));
});

test.for([
	['too deep', JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`)],
	['3000 characters', { title: 'x'.repeat(3_000) }],
	['5000 entries', { labels: new Array(5_000).fill('x') }],
	['Infinity', { unreadCount: Infinity }]
] as const)('excess is found: %s', ([reason, value]) => {
	expect(findExcess(value)).toContain(reason);
});
