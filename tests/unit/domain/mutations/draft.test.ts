import { expect, test } from 'vitest';
import { findUnsavedDrafts } from '$lib/domain/mutations/draft';
import { isFormatted, type Draft } from '$lib/domain/chat/chat';
import { makeChat } from '../../../fixtures/chats';

const draft = { text: 'Old', markdown: '**Old**', attachments: [] };
const recovered = { draft, wanted: 'New words', cause: 'failed' } as const;

test.for([
	['there is none', null, true],
	['there is an empty one', { text: '', markdown: '', attachments: [] }, true],
	['there is another', { text: 'Other', markdown: 'Other', attachments: [] }, true],
	['there is a draft with other formatting', { ...draft, markdown: 'Old' }, true],
	[
		'there is one that has a file too',
		{ ...draft, attachments: [{ id: 'f', type: 'file' }] },
		true
	],
	['it is still there', { ...draft }, false],
	[
		'the new one is there after all',
		{ text: 'New words', markdown: 'New *words*', attachments: [] },
		false
	]
] as const)('a recovered draft is offered or not: %s', ([, now, isOffered]) => {
	const offered = findUnsavedDrafts([recovered], makeChat({ draft: now }));
	expect(offered).toEqual(isOffered ? [recovered] : []);
});

test('it is offered when the current draft is unknown', () => {
	expect(findUnsavedDrafts([recovered], undefined)).toEqual([recovered]);
});

test('files alone are not taken for nothing wanted', () => {
	const files: Draft = { text: '', markdown: '', attachments: [{ id: 'f', type: 'file' }] };
	const unwanted = { ...recovered, wanted: '' };
	expect(findUnsavedDrafts([unwanted], makeChat({ draft: files }))).toEqual([unwanted]);
});

test.for([
	['Old', 'Old', false],
	['2*3*4', '2\\*3\\*4', false],
	['Old', '**Old**', true],
	['C:\\temp', 'C:\\temp', false]
] as const)('%j, %j as Markdown: formatted or not', ([text, markdown, expected]) => {
	expect(isFormatted({ text, markdown, attachments: [] })).toBe(expected);
});
