import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSnapshot, readSnapshotFile, writeSnapshot } from '$lib/api/snapshot';
import {
	SnapshotError,
	type SnapshotFailure
} from '$lib/domain/capabilities/snapshot/snapshot-error';
import { makeSnapshot } from '../../fixtures/snapshots';

const HEAD = { format: 'beeper-dashboard-snapshot', version: 2, taken: '2026-01-31' };

function read(json: unknown) {
	return readSnapshot(JSON.stringify(json));
}

function makeRawColumn(capabilities: unknown) {
	return { name: 'N', chats: 1, answers: [{ chats: 1, capabilities }] };
}

function deep(levels: number): string {
	return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

/** Columns with 900 rows each, none in common. */
const wide = Array.from({ length: 4 }, (_, column) => {
	const features = Array.from({ length: 900 }, (_, n) => [`f${column}_${n}`, 2]);
	return makeRawColumn({ formatting: Object.fromEntries(features) });
});

describe('is not opened:', () => {
	test.for<[string, string, SnapshotFailure]>([
		['nothing', '', 'no-snapshot'],
		['no JSON', '{"format":', 'no-snapshot'],
		['a list', '[]', 'no-snapshot'],
		['null', 'null', 'no-snapshot'],
		['the JSON of something else', '{"name":"x","version":2}', 'no-snapshot'],
		['something else of version 1', '{"version":1}', 'no-snapshot'],
		['a table export', '{"format":"beeper-dashboard-table","version":1}', 'no-snapshot'],
		['no version', JSON.stringify({ ...HEAD, version: 'two' }), 'no-snapshot'],
		['version 0', JSON.stringify({ ...HEAD, version: 0, columns: [] }), 'no-snapshot'],
		['no columns', JSON.stringify(HEAD), 'no-snapshot'],
		['no day', JSON.stringify({ ...HEAD, taken: '2026-99-99', columns: [] }), 'no-snapshot'],
		['a newer version', JSON.stringify({ ...HEAD, version: 3, table: [] }), 'newer'],
		['a deep one', `{"a":${deep(100_000)}}`, 'no-snapshot'],
		[
			'deep capabilities',
			JSON.stringify({ ...HEAD, columns: [makeRawColumn({ x: 1 })] }).replace(
				'"x":1',
				`"x":${deep(9_000)}`
			),
			'no-snapshot'
		],
		['a long one', ' '.repeat(2_000_001), 'too-large'],
		[
			'one with a great many columns',
			JSON.stringify({ ...HEAD, columns: Array.from({ length: 501 }, () => makeRawColumn({})) }),
			'too-large'
		],
		['one with a great many rows', JSON.stringify({ ...HEAD, columns: wide }), 'too-large']
	])('%s', ([, text, failure]) => {
		expect(() => readSnapshot(text)).toThrow(expect.objectContaining({ failure }));
	});
});

describe('strange keys', () => {
	test('do not reach into other objects', () => {
		const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
		const text = `{"format":"${HEAD.format}","version":2,"taken":"2026-01-31","__proto__":{"polluted":1},
			"columns":[{"name":"__proto__","network":${evil},"answers":[{"chats":1,"capabilities":
			{"__proto__":{"polluted":1},"formatting":${evil},"attachments":${evil},"edit":2}}]}]}`;
		const { snapshot } = readSnapshot(text);
		expect({}).not.toHaveProperty('polluted');
		expect(snapshot).not.toHaveProperty('polluted');
		expect([...(snapshot.columns[0]?.sets.keys() ?? [])]).toMatchObject([{ edit: 'full' }]);
		expect(readSnapshot(writeSnapshot(snapshot)).snapshot).toEqual(snapshot);
	});

	test('and no JSON whatsoever makes reading fail in another way', () => {
		const strange = fc.property(fc.jsonValue(), fc.constantFrom(1, 2, 3), (value, version) => {
			try {
				read({
					...HEAD,
					version,
					columns: [value, { name: 'N', answers: value }],
					networks: value
				});
			} catch (error) {
				return error instanceof SnapshotError;
			}
			return true;
		});
		expect(() => fc.assert(strange)).not.toThrow();
	});
});

describe('a file', () => {
	test('may begin with a byte order mark', async () => {
		const text = `\ufeff${writeSnapshot(makeSnapshot())}`;
		expect((await readSnapshotFile(new Blob([text]))).snapshot).toEqual(makeSnapshot());
	});

	test('that is huge is not even read', async () => {
		const file = new Blob(['x'.repeat(7_000_000)]);
		file.text = () => Promise.reject(new Error('read'));
		await expect(readSnapshotFile(file)).rejects.toMatchObject({ failure: 'too-large' });
	});
});
