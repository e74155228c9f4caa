import { expect, test } from 'vitest';
import { findSharedAnswer } from '../../../../../src/routes/(app)/capabilities/shared-answer';
import {
	createShareableTable,
	type SharedTable
} from '../../../../../src/routes/(app)/capabilities/shareable-table';
import { makeSnapshot } from '../../../../fixtures/snapshots';
import { makeTable } from '../../../../fixtures/table-model';
import { REFERENCE } from '../../../domain/capabilities/ask/columns';

const BASE = new URL('https://dashboard.example/capabilities?by=variant&ask=x');

const WHOLE: SharedTable = {
	build: () => makeTable(),
	by: 'variant',
	date: '2026-11-21',
	link: BASE.href,
	snapshot: makeSnapshot,
	origin: BASE.origin,
	theme: 'light'
};

test('the answer to a question is shared in place of the whole table', async () => {
	const answer = findSharedAnswer('who has polls', REFERENCE, [], BASE);
	const shareable = await createShareableTable({ ...WHOLE, ...answer });
	expect(shareable.title).toBe('Polls by network');
	expect(shareable.headline).toMatch(/^2 of 16 networks have polls: Signal, WhatsApp\./);
	expect(shareable.link).toBe('https://dashboard.example/capabilities?ask=who+has+polls');
	const options = { title: shareable.title, isNamed: false };
	expect(shareable.texts.csv?.(options).trim().split('\r\n')).toEqual([
		'Section,Capability,Path,Signal (reference),Tumblr (reference),WhatsApp (reference)',
		'Messages,Polls,poll,Full,Rejected,Full'
	]);
});

test('an answer about networks that were named is about no others', () => {
	const answer = findSharedAnswer('edit on signal', REFERENCE, [], BASE);
	expect(answer?.networks).toEqual(['signal']);
	expect(answer?.build().columns.map(({ name }) => name)).toEqual(['Signal']);
});

test.each(['', '  ', 'flurb', 'video calls'])('“%s” has no answer to share', (question) => {
	expect(findSharedAnswer(question, REFERENCE, [], BASE)).toBeUndefined();
});
