import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSnapshot, writeSnapshot } from '$lib/api/snapshot';
import { isSnapshotFragment, packSnapshot, unpackSnapshot } from '$lib/api/snapshot-link';
import type { SnapshotFailure } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildNetworkColumns } from '$lib/reference/network-columns';
import { NETWORKS } from '$lib/reference/networks';
import { anySnapshot, makeSnapshot, makeSnapshotColumn } from '../../fixtures/snapshots';

const NO_TEXT = Buffer.from([0xff, 0xfe, 0xff]);

function makeFragment(bytes: Buffer): string {
	return `snapshot=${deflateRawSync(bytes).toString('base64url')}`;
}

test('a link carries the whole snapshot', async () => {
	await fc.assert(
		fc.asyncProperty(anySnapshot, async (snapshot) => {
			const { snapshot: unpacked } = await unpackSnapshot(await packSnapshot(snapshot));
			expect(unpacked).toEqual(snapshot);
		}),
		{ numRuns: 40 }
	);
});

test('every network there is fits into a link that can be sent', async () => {
	const columns = buildNetworkColumns(NETWORKS, createCapabilityReader()).map((column) => ({
		...column,
		network: { key: column.key, name: column.name }
	}));
	const fragment = await packSnapshot(makeSnapshot({ columns }));
	expect(fragment.length).toBeLessThan(16_000);
	expect(fragment).toMatch(/^snapshot=[\w-]+$/);
	expect((await unpackSnapshot(fragment)).snapshot).toEqual(
		readSnapshot(writeSnapshot(makeSnapshot({ columns }))).snapshot
	);
});

test.for([
	['snapshot=abc', true],
	['edit', false],
	['snapshots', false],
	['', false]
] as const)('%s is taken for a snapshot: %s', ([fragment, expected]) => {
	expect(isSnapshotFragment(fragment)).toBe(expected);
});

test('a link of an earlier dashboard, without a checksum, still opens', async () => {
	await fc.assert(
		fc.asyncProperty(anySnapshot, async (snapshot) => {
			const fragment = makeFragment(Buffer.from(writeSnapshot(snapshot)));
			expect((await unpackSnapshot(fragment)).snapshot).toEqual(snapshot);
		}),
		{ numRuns: 20 }
	);
});

describe('a link in which one character is another', () => {
	const columns = [makeSnapshotColumn([{ edit: 'full', editMaxAge: 900, poll: 'rejected' }])];
	const characters = fc.constantFrom(
		...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.~%+ é'
	);

	async function expectDamaged(fragment: string) {
		expect(isSnapshotFragment(fragment)).toBe(true);
		await expect(unpackSnapshot(fragment)).rejects.toMatchObject({ failure: 'broken-link' });
	}

	test('is damaged, wherever it is and whatever it was changed to', async () => {
		const fragment = await packSnapshot(makeSnapshot({ columns }));
		const place = fc.nat(fragment.length - 1);
		await fc.assert(
			fc.asyncProperty(place, characters, async (at, character) => {
				const [before, after] = [fragment.slice(0, at), fragment.slice(at)];
				fc.pre(after.charAt(0) !== character);
				await expectDamaged(before + character + after.slice(1));
				await expectDamaged(before + character + after);
			})
		);
	});

	test('is damaged without any one of its characters', async () => {
		const fragment = await packSnapshot(makeSnapshot({ columns }));
		for (let at = 0; at < fragment.length; at++)
			await expectDamaged(fragment.slice(0, at) + fragment.slice(at + 1));
	});

	test('is damaged with more at its end, or two characters the other way round', async () => {
		const fragment = await packSnapshot(makeSnapshot({ columns }));
		await expectDamaged(`${fragment}A`);
		for (let at = 'snapshot='.length; at < fragment.length - 1; at++) {
			const [one = '', other = ''] = fragment.slice(at, at + 2);
			if (one !== other)
				await expectDamaged(fragment.slice(0, at) + other + one + fragment.slice(at + 2));
		}
	});
});

describe('is refused:', () => {
	test.for<[string, string, SnapshotFailure]>([
		['another fragment', 'edit', 'broken-link'],
		['an empty one', 'snapshot=', 'broken-link'],
		['other characters', 'snapshot=ab+c', 'broken-link'],
		['a length that no bytes have', 'snapshot=abcde', 'broken-link'],
		['what is not compressed', 'snapshot=____', 'broken-link'],
		['no text', makeFragment(NO_TEXT), 'broken-link'],
		['half a character', makeFragment(Buffer.from([0xe2, 0x82])), 'broken-link'],
		['no snapshot', makeFragment(Buffer.from('{"version":2}')), 'no-snapshot'],
		['a long link', `snapshot=${'A'.repeat(200_001)}`, 'too-large'],
		// Its end is not text, which only a complete decompression would find.
		['a bomb', makeFragment(Buffer.concat([Buffer.alloc(50_000_000, ' '), NO_TEXT])), 'too-large']
	])('%s', async ([, fragment, failure]) => {
		await expect(unpackSnapshot(fragment)).rejects.toMatchObject({ failure });
	});

	test('a link that was cut off, wherever', async () => {
		const snapshot = makeSnapshot({ columns: [makeSnapshotColumn([{ edit: 'full' }])] });
		const fragment = await packSnapshot(snapshot);
		for (let length = 'snapshot='.length; length < fragment.length; length += 7)
			await expect(unpackSnapshot(fragment.slice(0, length))).rejects.toMatchObject({
				failure: 'broken-link'
			});
	});

	test('to make a link that would be too long to open', async () => {
		const noise = Array.from({ length: 12_000 }, (_, n) => `${Math.sin(n)}`);
		const columns = [makeSnapshotColumn([{ allowedReactions: noise }])];
		await expect(packSnapshot(makeSnapshot({ columns }))).resolves.toMatch(/^snapshot=/);
		const more = [
			makeSnapshotColumn([
				{ allowedReactions: [...noise, ...noise.map((x) => `${x}9`), ...noise.map((x) => `8${x}`)] }
			])
		];
		await expect(packSnapshot(makeSnapshot({ columns: more }))).rejects.toMatchObject({
			failure: 'too-large-for-link'
		});
	});
});
