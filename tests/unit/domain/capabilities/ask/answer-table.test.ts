import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { buildAnswerTable } from '$lib/domain/capabilities/ask/answer-table';
import { buildNetworkColumns } from '$lib/reference/network-columns';
import { NETWORKS } from '$lib/reference/networks';

const COLUMNS = buildNetworkColumns(NETWORKS, createCapabilityReader()).toReversed();

function ask(question: string) {
	const { columns, sections } = buildAnswerTable(answerQuestion(question, COLUMNS), COLUMNS);
	return {
		names: columns.map(({ name }) => name),
		paths: sections.flatMap(({ rows }) => rows.map(({ row }) => row.path))
	};
}

test('named networks come in the order of the question', () => {
	expect(ask('telegram vs signal: edit')).toEqual({
		names: ['Telegram', 'Signal'],
		paths: ['edit']
	});
});

test('networks that answer come in the order of the table, and silent ones are left out', () => {
	expect(ask('who has polls')).toEqual({
		names: ['WhatsApp', 'Tumblr', 'Signal'],
		paths: ['poll']
	});
});
