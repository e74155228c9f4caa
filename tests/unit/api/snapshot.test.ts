import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSnapshot, writeSnapshot } from '$lib/api/snapshot';
import { anySnapshot, makeSnapshot, makeSnapshotColumn } from '../../fixtures/snapshots';

const HEAD = { format: 'beeper-dashboard-snapshot', version: 2, taken: '2026-01-31' };

function read(json: unknown) {
	return readSnapshot(JSON.stringify(json));
}

function makeRawColumn(capabilities: unknown) {
	return { name: 'N', chats: 1, answers: [{ chats: 1, capabilities }] };
}

describe('writing', () => {
	test('gives the API’s own JSON, levels as numbers', () => {
		const columns = [makeSnapshotColumn([{ edit: 'full', poll: 'rejected' }])];
		expect(JSON.parse(writeSnapshot(makeSnapshot({ columns })))).toEqual({
			...HEAD,
			serverVersion: '4.2.808',
			columns: [
				{
					name: 'Signal',
					network: { key: 'signal', name: 'Signal' },
					chats: 1,
					answers: [{ chats: 1, capabilities: { edit: 2, poll: -2 } }]
				}
			]
		});
	});

	test('gives the same text in whatever order chats and fields came', () => {
		const forth = makeSnapshotColumn([{ edit: 'full', poll: 'full' }, { edit: 'partial' }]);
		const back = makeSnapshotColumn([{ edit: 'partial' }, { poll: 'full', edit: 'full' }]);
		expect(writeSnapshot(makeSnapshot({ columns: [forth] }))).toBe(
			writeSnapshot(makeSnapshot({ columns: [back] }))
		);
	});

	test('and reading give the same again', () => {
		fc.assert(
			fc.property(anySnapshot, (snapshot) => {
				const text = writeSnapshot(snapshot);
				const reading = readSnapshot(text);
				expect(reading).toEqual({ snapshot, parseIssues: [] });
				expect(writeSnapshot(reading.snapshot)).toBe(text);
			})
		);
	});
});

describe('version 1', () => {
	const version1 = {
		version: 1,
		taken: '2025-12-24',
		serverVersion: '4.2.808',
		networks: {
			signal: { name: 'Signal', chats: 12, capabilities: { edit: 2 } },
			line: { capabilities: { edit: -2 } },
			slackgo: { name: 'Slack' }
		}
	};

	test('is read as the present one: one answer for each network', () => {
		const { snapshot, parseIssues } = read(version1);
		expect(parseIssues).toEqual([]);
		expect(snapshot).toEqual({
			taken: '2025-12-24',
			serverVersion: '4.2.808',
			columns: [
				makeSnapshotColumn([], {
					chats: 12,
					reported: 12,
					sets: new Map([[{ edit: 'full' }, 12]])
				}),
				makeSnapshotColumn([{ edit: 'rejected' }], {
					name: 'line',
					network: { key: 'line', name: 'line' }
				}),
				makeSnapshotColumn([], {
					name: 'Slack',
					network: { key: 'slackgo', name: 'Slack' },
					chats: 1
				})
			]
		});
	});

	test('is written as the present one', () => {
		const text = writeSnapshot(read(version1).snapshot);
		expect(JSON.parse(text)).toMatchObject({ version: 2, format: HEAD.format });
		expect(readSnapshot(text)).toEqual(read(version1));
	});

	test('loses one odd network and no other', () => {
		const { snapshot, parseIssues } = read({
			...version1,
			networks: { ...version1.networks, odd: 'nothing' }
		});
		expect(snapshot.columns).toHaveLength(3);
		expect(parseIssues).toEqual([{ item: '#4', path: '', found: 'another text', leftOut: true }]);
	});
});

describe('what a newer dashboard adds', () => {
	test('is kept beside what is known, and written again', () => {
		const column = { ...makeRawColumn({ edit: 2 }), mood: 'good' };
		const text = JSON.stringify({ ...HEAD, note: { by: 'nobody' }, columns: [column] });
		const { snapshot, parseIssues } = readSnapshot(text);
		expect(parseIssues).toEqual([]);
		expect(snapshot.other).toEqual({ note: { by: 'nobody' } });
		expect(snapshot.columns[0]?.other).toEqual({ mood: 'good' });
		expect(readSnapshot(writeSnapshot(snapshot)).snapshot).toEqual(snapshot);
	});

	test('to capabilities is theirs, as reported', () => {
		const { snapshot } = read({ ...HEAD, columns: [makeRawColumn({ stories: 'all' })] });
		expect([...(snapshot.columns[0]?.sets.keys() ?? [])]).toEqual([{ other: { stories: 'all' } }]);
	});
});

describe('half a snapshot', () => {
	test('is shown without its unreadable parts, which are reported', () => {
		const { snapshot, parseIssues } = read({
			...HEAD,
			serverVersion: 4,
			columns: [
				makeRawColumn({ edit: 7, poll: 2 }),
				'nonsense',
				{ name: '', chats: 3 },
				{ name: 'No answers', chats: 3 },
				{ name: 'Bad answers', chats: 'many', answers: [{ chats: 2 }, { chats: -1 }, 5] }
			]
		});
		expect(snapshot.columns).toEqual([
			{ name: 'N', chats: 1, reported: 1, sets: new Map([[{ poll: 'full' }, 1]]) },
			{ name: 'No answers', chats: 3, reported: 0, sets: new Map() },
			{ name: 'Bad answers', chats: 0, reported: 0, sets: new Map() }
		]);
		expect(parseIssues).toContainEqual({
			item: 'N',
			path: 'answers.0.capabilities.edit',
			found: 'another number',
			leftOut: false
		});
		expect(parseIssues.filter(({ leftOut }) => leftOut).map(({ item }) => item)).toEqual([
			'#2',
			'#3'
		]);
	});

	test('never reports more chats than it has', () => {
		const { snapshot } = read({
			...HEAD,
			columns: [{ ...makeRawColumn({}), chats: 1, answers: [{ chats: 5, capabilities: {} }] }]
		});
		expect(snapshot.columns[0]).toMatchObject({ chats: 5, reported: 5 });
	});

	test('counts equal answers together', () => {
		const answers = [1, 2].map((chats) => ({ chats, capabilities: { edit: 2 } }));
		const { snapshot } = read({ ...HEAD, columns: [{ name: 'N', chats: 3, answers }] });
		expect([...(snapshot.columns[0]?.sets ?? [])]).toEqual([[{ edit: 'full' }, 3]]);
	});
});
