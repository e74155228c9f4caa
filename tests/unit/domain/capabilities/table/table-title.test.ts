import { expect, test } from 'vitest';
import { formatTableTitle } from '$lib/domain/capabilities/table/table-title';
import { makeCell, makeColumn, makeRow, makeTable } from '../../../../fixtures/table-model';

function makeAnswer(names: readonly string[], rows: readonly Parameters<typeof makeRow>[1][]) {
	return makeTable({
		columns: names.map((name) => makeColumn({ key: name, name })),
		sections: [
			{
				section: 'Messages',
				rows: rows.map((row) =>
					makeRow(
						names.map(() => makeCell()),
						row
					)
				)
			}
		]
	});
}

const EDITING = [
	{ path: 'edit', name: 'Edit' },
	{ path: 'editMaxAge', name: 'Edit window' }
];
const POLLS = [{ path: 'poll', name: 'Polls' }];
const VIDEO = [
	{ path: 'attachments.m.video', part: 'Video', name: 'Video' },
	{ path: 'attachments.m.video.maxDuration', part: 'Video', name: 'Duration' }
];
const MIXED = [POLLS[0], EDITING[0]].flatMap((row) => row ?? []);

test.for([
	['Editing on Signal', ['Signal'], EDITING, 'edit', true],
	['Polls by network', ['Signal', 'WhatsApp', 'Slack', 'LINE'], POLLS, 'polls', false],
	['WhatsApp vs Telegram: video', ['WhatsApp', 'Telegram'], VIDEO, 'video', true],
	['WhatsApp, Telegram and LINE: polls', ['WhatsApp', 'Telegram', 'LINE'], POLLS, 'p', true],
	['WhatsApp vs Telegram', ['WhatsApp', 'Telegram'], MIXED, '', true],
	['Everything on Signal', ['Signal'], MIXED, '', true],
	['Polls on Signal', ['Signal: direct', 'Signal: group'], POLLS, 'polls', true],
	['Sending things by network', ['Signal'], MIXED, ' sending things', false],
	['What each network can do', ['Signal', 'WhatsApp'], MIXED, '', false]
] as const)('%s', ([title, names, rows, q, isPicked]) => {
	expect(formatTableTitle(makeAnswer(names, rows), { by: 'network', q, isPicked })).toBe(title);
});

test('chats are never named in a title', () => {
	const table = makeAnswer(['Ida'], POLLS);
	expect(formatTableTitle(table, { by: 'chat', q: 'polls', isPicked: true })).toBe('Polls by chat');
});
