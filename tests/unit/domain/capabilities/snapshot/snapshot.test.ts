import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import type { ColumnQuery } from '$lib/domain/capabilities/columns/build-columns';
import {
	getSnapshotColumns,
	takeSnapshot,
	limitColumns
} from '$lib/domain/capabilities/snapshot/snapshot';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { makeAccount, makeChat } from '../../../../fixtures/chats';
import { makeSnapshot, makeSnapshotColumn } from '../../../../fixtures/snapshots';
import type { Capabilities } from '$lib/domain/capabilities/model';

const NOON = Date.UTC(2026, 0, 31, 12);
const accounts = [makeAccount({ accountID: 'ada-1' }), makeAccount({ accountID: 'ada-2' })];

function takeNoonSnapshot(chats: readonly Chat[], choice: ColumnQuery) {
	const clusters = clusterChats(chats, createNetworkIndex(accounts));
	return takeSnapshot(clusters, choice, { now: NOON, serverVersion: '4.2.808' });
}

const full = makeCapabilities({ edit: 'full' });
const none = makeCapabilities({ edit: 'rejected' });
const chats = [
	makeChat({ accountID: 'ada-1', capabilities: full }),
	makeChat({ accountID: 'ada-1', type: 'group', capabilities: none }),
	makeChat({ accountID: 'ada-2', capabilities: full }),
	makeChat({ accountID: 'signal', network: 'Signal' })
];

describe('a snapshot', () => {
	test('says when and of which server it was taken, and counts chats', () => {
		expect(takeNoonSnapshot(chats, { by: 'network' })).toEqual({
			taken: '2026-01-31',
			serverVersion: '4.2.808',
			columns: [
				{
					name: 'WhatsApp',
					network: { key: 'whatsapp', name: 'WhatsApp' },
					chats: 3,
					reported: 3,
					sets: new Map([
						[full, 2],
						[none, 1]
					])
				},
				{
					name: 'Signal',
					network: { key: 'signal', name: 'Signal' },
					chats: 1,
					reported: 0,
					sets: new Map()
				}
			]
		});
	});

	test.for([
		['account', ['WhatsApp 1', 'WhatsApp 2', 'Signal']],
		['type', ['Direct chats', 'Groups']],
		['variant', ['WhatsApp: direct', 'WhatsApp: group', 'Signal']]
	] as const)('by %s has the columns %s', ([by, names]) => {
		expect(takeNoonSnapshot(chats, { by }).columns.map(({ name }) => name)).toEqual(names);
	});

	test('has no version where the server says none', () => {
		const snapshot = takeSnapshot([], { by: 'network' }, { now: NOON, serverVersion: undefined });
		expect(snapshot).not.toHaveProperty('serverVersion');
	});
});

/** A text that occurs nowhere else in a snapshot. */
const secret = fc.uuid().map((id) => `Q${id}`);

describe('privacy', () => {
	test('a snapshot contains no ID, name or title, whatever its columns', () => {
		const secretChat = fc.record({
			id: secret,
			title: secret,
			accountID: secret,
			type: fc.constantFrom('single' as const, 'group' as const),
			capabilities: fc.constantFrom(full, none, undefined)
		});
		const kinds = ['network', 'account', 'type', 'variant'] as const;
		fc.assert(
			fc.property(
				fc.array(secretChat, { minLength: 1, maxLength: 6 }),
				fc.constantFrom(...kinds),
				(rows, by) => {
					const all = rows.map(({ capabilities, ...row }) =>
						makeChat({ ...row, ...(capabilities && { capabilities }) })
					);
					const split = rows.map(({ accountID }) => accountID);
					const { columns, ...head } = takeNoonSnapshot(all, { by, split });
					const text = JSON.stringify([head, columns.map((it) => ({ ...it, sets: [...it.sets] }))]);
					const words = rows.flatMap(({ id, title, accountID }) => [id, title, accountID]);
					expect(words.filter((word) => text.includes(word))).toEqual([]);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('words in unknown fields are left out, also as names; flags and numbers are kept', () => {
		const other = {
			stories: 2,
			isNew: true,
			sizes: [1, 2],
			owner: 'Ada Example',
			members: { '@ada:beeper.local': 2 },
			friends: [1, 'Bob']
		};
		const own = makeChat({ capabilities: { ...full, other } });
		const foreign = makeChat({ capabilities: { ...full, other: { owner: 'Bob' } } });
		const { columns } = takeNoonSnapshot([own, foreign], { by: 'variant' });
		expect(columns.map(({ sets }) => [...sets.keys()].map((set) => set.other))).toEqual([
			[{ stories: 2, isNew: true, sizes: [1, 2] }],
			[undefined]
		]);
		expect(JSON.stringify(columns)).not.toMatch(/Ada|Bob/);
	});
});

describe('the columns of a snapshot', () => {
	test('say that they come from one', () => {
		const [column] = getSnapshotColumns(makeSnapshot({ columns: [makeSnapshotColumn([full])] }));
		expect(column).toEqual({
			origin: 'snapshot',
			key: 'signal',
			name: 'Signal',
			networkKey: 'signal',
			chats: 1,
			reported: 1,
			sets: new Map([[full, 1]])
		});
	});

	test('have keys of their own even where names are alike', () => {
		const columns = ['Groups', 'Groups (2)', 'Groups'].map((name) =>
			makeSnapshotColumn([], { name })
		);
		const keys = getSnapshotColumns(makeSnapshot({ columns })).map(({ key }) => key);
		expect(new Set(keys).size).toBe(3);
	});
});

function columns(count: number, set: Capabilities) {
	return getSnapshotColumns(
		makeSnapshot({
			columns: Array.from({ length: count }, (_, index) =>
				makeSnapshotColumn([set], { name: `Network ${index}` })
			)
		})
	);
}

const FORMATTING = Object.fromEntries(
	Array.from({ length: 2_500 }, (_, index) => [`feature ${index}`, 'full' as const])
);

test('all the columns that people have fit', () => {
	expect(limitColumns(columns(40, { edit: 'full' }))).toHaveLength(40);
});

test('a table with too many columns keeps the first ones', () => {
	const all = columns(300, { formatting: FORMATTING });
	const kept = limitColumns(all);
	expect(kept.length).toBeLessThan(25);
	expect(kept).toEqual(all.slice(0, kept.length));
});

test('no columns are none', () => {
	expect(limitColumns([])).toEqual([]);
});
