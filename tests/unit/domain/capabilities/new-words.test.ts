import { describe, expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { findVariants } from '$lib/domain/capabilities/columns/variant';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import { compareSnapshots } from '$lib/domain/capabilities/snapshot/changes';
import { takeSnapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import type { Chat } from '$lib/domain/chat/chat';
import { writeCsv } from '$lib/export/csv';
import { writeJson } from '$lib/export/json';
import { writeMarkdown } from '$lib/export/markdown';
import { drawSvg } from '$lib/export/svg';
import { makeChat } from '../../../fixtures/chats';
import { getNetwork } from './arbitrary';
import { buildOnlyCell, column, formatParts, listRows, rowAt } from './tables';

const read = createCapabilityReader();

function parse(raw: unknown): Capabilities {
	const { value, findings } = read(raw);
	if (!value) throw new Error('unreadable');
	expect(findings).toEqual([]);
	return value;
}

/** A number of chats of one network with equal capabilities. */
function chatsWith(count: number, raw: unknown): Chat[] {
	const capabilities = parse(raw);
	return Array.from({ length: count }, () => makeChat({ capabilities }));
}

function buildOnlyColumn(chats: readonly Chat[]) {
	const [found] = buildColumns(clusterChats(chats, getNetwork), { by: 'network' }).columns;
	if (!found) throw new Error('no column');
	return found;
}

function takeNetworkSnapshot(chats: readonly Chat[]) {
	return takeSnapshot(clusterChats(chats, getNetwork), { by: 'network' }, { now: 0 });
}

describe('lists whose order differs are equal', () => {
	const forth = chatsWith(10, { reaction: 2, allowedReactions: ['👍', '❤️', '🔥'] });
	const back = chatsWith(10, { reaction: 2, allowedReactions: ['❤️', '👍', '🔥', '❤️'] });

	test('one variant, one value', () => {
		const whole = buildOnlyColumn([...forth, ...back]);
		expect(findVariants(whole)).toHaveLength(1);
		const { cells } = rowAt(buildTable([whole]), 'allowedReactions');
		expect(cells.map(({ parts }) => parts.map(({ chats }) => chats))).toEqual([[20]]);
	});

	test('no row in which columns differ', () => {
		const columns = [
			buildOnlyColumn(forth),
			{ ...buildOnlyColumn(back), key: 'other', name: 'Other' }
		];
		expect(listRows(buildTable(columns, { onlyDiffering: true }))).toEqual([]);
	});

	test('no change between snapshots', () => {
		const { changes } = compareSnapshots(takeNetworkSnapshot(forth), takeNetworkSnapshot(back));
		expect(changes).toEqual([]);
	});

	test('the same table in whatever order the chats come', () => {
		const [one, other] = [
			[...forth, ...back],
			[...back, ...forth]
		].map((chats) => writeCsv(buildTable([buildOnlyColumn(chats)])));
		expect(other).toBe(one);
	});

	test.for([
		['timers', { timers: [86_400_000, 3_600_000] }, { timers: [3_600_000, 86_400_000] }],
		['timer starts', { types: ['afterSend', 'afterRead'] }, { types: ['afterRead', 'afterSend'] }]
	] as const)('%s too', ([, one, other]) => {
		const columns = [one, other].map((disappearingTimer) =>
			buildOnlyColumn(chatsWith(1, { disappearingTimer }))
		);
		const { changes } = compareSnapshots(
			takeNetworkSnapshot(chatsWith(1, { disappearingTimer: one })),
			takeNetworkSnapshot(chatsWith(1, { disappearingTimer: other }))
		);
		expect(changes).toEqual([]);
		expect(listRows(buildTable(columns, { onlyDiffering: true }))).toEqual([]);
	});

	test('each chat keeps its own order', () => {
		expect(forth[0]?.capabilities?.allowedReactions).toEqual(['👍', '❤️', '🔥']);
		expect(back[0]?.capabilities?.allowedReactions).toEqual(['❤️', '👍', '🔥', '❤️']);
	});
});

test('old rooms beside new are two variants, named by what differs and how many', () => {
	const chats = [...chatsWith(5, { poll: -2, edit: 2 }), ...chatsWith(6, { poll: 2, edit: 2 })];
	const found = findVariants(buildOnlyColumn(chats));
	expect(found.map(({ name, chats: count }) => [name, count])).toEqual([
		['direct, Polls: Full', 6],
		['direct, Polls: Rejected', 5]
	]);
});

describe('new words', () => {
	const capabilities = parse({
		pollEnd: 0,
		pollMaxOptions: 12,
		pollOptionMaxLength: 0,
		deleteHidePlaceholder: true,
		disappearingTimer: { types: ['afterRead', 'afterReadByRecipient', ''], timers: [3_600_000] },
		formatting: { table: 0, details_summary: -1, math: 2, sub_script: 1 },
		stickerPacks: { maxCount: 3, can_share: true },
		voice_rooms: 2
	});
	const table = buildTable([column('Signal', [[capabilities, 1]])]);

	test.for([
		['pollEnd', 'End polls', '✕ Unsupported'],
		['pollMaxOptions', 'Poll options', '≤ 12 options'],
		['pollOptionMaxLength', 'Poll option length', '– No stated limit'],
		['deleteHidePlaceholder', 'Delete without a trace', '✓ Yes'],
		['disappearingTimer.types', 'Timer starts', '• after reading, after the recipient has read it'],
		['formatting.table', 'Table', '✕ Unsupported'],
		['formatting.math', 'Math', '✓ Full'],
		['formatting.details_summary', 'Expandable text', '⚠ Dropped'],
		['formatting.sub_script', 'Sub script', '◐ Partial'],
		['stickerPacks.maxCount', 'Sticker packs: max count', '+ 3'],
		['stickerPacks.can_share', 'Sticker packs: can share', '+ true'],
		['voice_rooms', 'Voice rooms', '+ 2']
	] as const)('%s has one row, "%s", that says %s', ([path, name, words]) => {
		const rows = listRows(table).filter(({ row }) => row.path === path);
		expect(rows.map(({ row }) => row.name)).toEqual([name]);
		expect(rows[0]?.cells.flatMap(formatParts)).toEqual([words]);
	});

	test('those that no chat reports have no row', () => {
		const paths = listRows(buildTable([column('Signal', [[{}, 1]])])).map(({ row }) => row.path);
		expect(paths).not.toContain('pollMaxOptions');
		expect(paths).not.toContain('formatting.table');
	});

	test('a word the API has not told yet is shown in words', () => {
		const types = ['afterDinner', 'after_the_show'];
		expect(
			formatParts(buildOnlyCell('disappearingTimer.types', [[{ disappearingTimer: { types } }, 1]]))
		).toEqual(['• after dinner, after the show']);
	});

	test('of another kind than expected they are shown as they came', () => {
		const odd = parse({ pollEnd: true, pollMaxOptions: [12] });
		expect(formatParts(buildOnlyCell('pollEnd', [[odd, 1]]))).toEqual(['+ true']);
		expect(formatParts(buildOnlyCell('pollMaxOptions', [[odd, 1]]))).toEqual(['+ [12]']);
	});

	test('two spellings of one name are distinguished', () => {
		const names = listRows(buildTable([column('X', [[parse({ newThing: 1, new_thing: 2 }), 1]])]))
			.filter(({ row }) => row.section === 'Other')
			.map(({ row }) => row.name);
		expect(names).toEqual(['New thing (newThing)', 'New thing (new_thing)']);
	});

	test('an object by people is not taken apart', () => {
		const people = parse({ members: { '@ada:example.org': 2 } });
		const paths = listRows(buildTable([column('X', [[people, 1]])])).map(({ row }) => row.path);
		expect(paths).toContain('members');
	});
});

describe('the details of a poll, where 0 means no limit', () => {
	const head = { title: 'Polls', date: '2026-11-27', theme: 'light' } as const;
	const zero = { poll: 2, pollMaxOptions: 0, pollOptionMaxLength: 0 };
	const columns = [
		column('Signal', [[parse(zero), 1]]),
		column('WhatsApp', [[parse({ ...zero, pollMaxOptions: 12 }), 1]])
	];
	const table = buildTable(columns, { baseline: 'whatsapp' });

	test('more than any number, and never said to be none', () => {
		const [, cell] = rowAt(table, 'pollMaxOptions').cells;
		expect(cell?.comparison).toBe('better');
		expect(cell && formatParts(cell)).toEqual(['– No stated limit']);
	});

	test('the exports say so, too', () => {
		expect(writeCsv(table)).toContain(
			'Messages,Poll options,pollMaxOptions,12 options,No stated limit'
		);
		expect(writeMarkdown(table, head)).toContain(
			'| Poll options | ≤ 12 options | – No stated limit ▲ |'
		);
		expect(writeJson(table, head)).toContain('"text": "No stated limit"');
		expect(drawSvg(table, head).svg).toContain('No stated limit');
	});

	test.for([
		['poll options on signal', 'Signal states no limit for polls.'],
		[
			'how many options can a poll have',
			'Signal states no limit for polls. WhatsApp allows polls up to 12 options.'
		],
		[
			'longest poll option',
			'Signal states no limit for poll options. WhatsApp states no limit for poll options.'
		]
	] as const)('“%s” is answered so', ([question, sentence]) => {
		expect(answerQuestion(question, columns).sentence).toBe(sentence);
	});

	test('0 and an absent number are no change, and make no variants', () => {
		const [without, unlimited] = [chatsWith(2, { poll: 2 }), chatsWith(2, zero)];
		expect(
			compareSnapshots(takeNetworkSnapshot(without), takeNetworkSnapshot(unlimited)).changes
		).toEqual([]);
		const { cells } = rowAt(
			buildTable([buildOnlyColumn([...without, ...unlimited])]),
			'pollMaxOptions'
		);
		expect(cells.flatMap(formatParts)).toEqual(['– No stated limit']);
	});
});

test('timers that start once the recipient has read a message are found by these words', () => {
	const disappearingTimer = { types: ['afterReadByRecipient'], timers: [3_600_000] };
	const columns = [column('Signal', [[parse({ disappearingTimer }), 1]])];
	const question = 'does the timer start after the recipient has read it';
	expect(answerQuestion(question, columns).sentence).toBe(
		'Signal has timers of disappearing messages that start after the recipient has read it.'
	);
	const table = buildTable(columns);
	expect(writeCsv(table)).toContain(
		'Timer starts,disappearingTimer.types,after the recipient has read it'
	);
});

test('an empty object says nothing, which is not the same as no object', () => {
	expect(formatParts(buildOnlyCell('edit', [[parse({}), 1]]))).toEqual(['– Not stated']);
	expect(formatParts(buildOnlyCell('allowedReactions', [[parse({}), 1]]))).toEqual(['∗ Any']);
});
