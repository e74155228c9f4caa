import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat';
import type { Capabilities } from '$lib/domain/capabilities/capabilities';
import { buildMatrix, differs, setsOf, spanOf, summarise } from '$lib/domain/capabilities/span';
import { readingAt, wordOf } from '$lib/domain/capabilities/reading';
import { makeCapabilities } from '../../../fixtures/capabilities';
import { makeChat } from '../../../fixtures/chats';

function byNetwork({ network }: Chat): { key: string; name: string } {
	return { key: network.toLowerCase(), name: network };
}

function chatsOf(network: string, count: number, capabilities?: Capabilities): Chat[] {
	return Array.from({ length: count }, () =>
		makeChat({ network, ...(capabilities && { capabilities }) })
	);
}

const direct = makeCapabilities({ edit: 'full' });
const group = makeCapabilities({ edit: 'rejected' });

describe('columns', () => {
	const columns = summarise(
		[
			...chatsOf('Slack', 2),
			...chatsOf('Signal', 3, group),
			...chatsOf('Signal', 5, direct),
			...chatsOf('Signal', 1)
		],
		byNetwork
	);

	test('stand A–Z and say how many chats they stand for, and how many report', () => {
		expect(columns).toMatchObject([
			{ key: 'signal', name: 'Signal', chats: 9, reported: 8 },
			{ key: 'slack', name: 'Slack', chats: 2, reported: 0 }
		]);
	});

	test('hold each distinct capability object once, the most common first', () => {
		expect([...(columns[0]?.sets ?? [])]).toEqual([
			[direct, 5],
			[group, 3]
		]);
		expect(setsOf(columns).size).toBe(2);
	});

	test('chats without a column are left out', () => {
		expect(summarise(chatsOf('Signal', 2), () => undefined)).toEqual([]);
	});
});

describe('cells', () => {
	test('chats that agree make a uniform cell, whatever else they differ in', () => {
		const [column] = summarise([...chatsOf('A', 1, direct), ...chatsOf('A', 2, group)], byNetwork);
		expect(column && spanOf(column, 'maxTextLength')).toEqual({
			parts: [{ reading: { kind: 'limit', value: 65_536 }, word: '65536', chats: 3 }],
			uniform: true
		});
	});

	test('chats that differ are counted, most common first, with the word that selects them', () => {
		const [column] = summarise([...chatsOf('A', 1, direct), ...chatsOf('A', 2, group)], byNetwork);
		expect(column && spanOf(column, 'edit')).toMatchObject({
			parts: [
				{ word: 'rejected', chats: 2 },
				{ word: 'full', chats: 1 }
			],
			uniform: false
		});
	});

	test('silent chats do not spoil what the others agree on', () => {
		const [column] = summarise([...chatsOf('A', 3), ...chatsOf('A', 1, direct)], byNetwork);
		expect(column && spanOf(column, 'edit')).toMatchObject({
			parts: [{ word: 'full', chats: 1 }],
			uniform: true
		});
	});

	test('a column of silent chats says so', () => {
		const [column] = summarise(chatsOf('A', 3), byNetwork);
		expect(column && spanOf(column, 'edit')).toEqual({
			parts: [{ reading: { kind: 'unreported' }, word: 'unreported', chats: 3 }],
			uniform: true
		});
	});

	test('each part counts exactly the chats that its word selects', () => {
		const set = fc.constantFrom<(Capabilities | undefined)[]>(
			direct,
			group,
			{},
			{ edit: 'full' },
			undefined
		);
		fc.assert(
			fc.property(
				fc.array(set, { minLength: 1 }),
				fc.constantFrom('edit', 'editMaxAge', 'poll'),
				(all, path) => {
					const chats = all.flatMap((capabilities) => chatsOf('A', 1, capabilities));
					const parts = summarise(chats, byNetwork).flatMap((column) => spanOf(column, path).parts);
					for (const part of parts) {
						const selected = all.filter((one) => wordOf(readingAt(one, path)) === part.word);
						expect(part.chats).toBe(selected.length);
					}
				}
			)
		);
	});
});

describe('the table', () => {
	const { columns, rows } = buildMatrix(
		summarise(
			[...chatsOf('A', 2, direct), ...chatsOf('B', 1, group), ...chatsOf('C', 1)],
			byNetwork
		)
	);

	function rowAt(path: string) {
		return rows.filter(({ row }) => row.path === path);
	}

	test('has a cell for each row and column', () => {
		expect(rows.length).toBeGreaterThan(100);
		expect(rows.filter(({ cells }) => cells.length !== columns.length)).toEqual([]);
	});

	test('knows which rows differ; a column that reports nothing does not count', () => {
		expect(rowAt('edit').map(differs)).toEqual([true]);
		expect(rowAt('maxTextLength').map(differs)).toEqual([false]);
	});

	test('a row differs where the chats of a single column do', () => {
		const mixed = summarise([...chatsOf('A', 1, direct), ...chatsOf('A', 1, group)], byNetwork);
		const matrix = buildMatrix(mixed);
		expect(matrix.rows.filter(differs).map(({ row }) => row.path)).toEqual([
			'edit',
			'editMaxAge',
			'editMaxCount'
		]);
	});

	test('shows only the rows it is given', () => {
		const some = rowAt('edit').map(({ row }) => row);
		expect(buildMatrix(columns, some).rows.map(({ row }) => row.path)).toEqual(['edit']);
	});
});
