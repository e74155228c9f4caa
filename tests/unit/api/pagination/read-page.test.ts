import { describe, expect, test } from 'vitest';
import { readAccount } from '$lib/api/schemas/account';
import { readPage, readRows } from '$lib/api/pagination/read-page';
import { makeAccountPayload, makePagePayload } from '../../../fixtures/payloads';

describe('readPage', () => {
	test.for([
		['goes on at the oldest cursor', { hasMore: true, oldestCursor: '9' }, '9'],
		['takes a number for a cursor', { hasMore: true, oldestCursor: 9 }, '9'],
		['goes on when the server does not say that there is more', { oldestCursor: '9' }, '9'],
		['ends when there is no more', { hasMore: false, oldestCursor: '9' }, undefined],
		['ends on a null cursor', { hasMore: true, oldestCursor: null }, undefined],
		['ends on an empty cursor', { hasMore: true, oldestCursor: '' }, undefined],
		['ends on an empty page', { hasMore: true, oldestCursor: '9', items: [] }, undefined]
	] as const)('%s', ([, raw, next]) => {
		expect(readPage({ items: ['x'], ...raw }).next).toBe(next);
	});

	test.for([[[]], ['page'], [null], [{}], [{ items: {} }], [{ items: 'none' }]])(
		'takes %j for no page',
		([raw]) => {
			expect(() => readPage(raw)).toThrow(expect.objectContaining({ failure: 'malformed' }));
		}
	);

	test('hands the rows on as they came', () => {
		expect(readPage(makePagePayload([{ id: 1 }, null])).rows).toEqual([{ id: 1 }, null]);
	});
});

describe('readRows', () => {
	test.for(['\ud800', 'a\udfffb', '.', '..'])(
		'leaves out what no address can hold: %j',
		(accountID) => {
			const rows = [makeAccountPayload({ accountID }), makeAccountPayload({ accountID: 'a' })];
			const { items, parseIssues } = readRows(rows, readAccount, (account) => account.accountID);
			expect(items.map((account) => account.accountID)).toEqual(['a']);
			expect(parseIssues).toMatchObject([{ path: 'accountID', leftOut: true }]);
		}
	);

	test('keeps what it can read, and names the rest by ID or place', () => {
		const rows = [
			makeAccountPayload({ accountID: 'a' }),
			{ accountID: '' },
			{ accountID: 'c', status: 5 },
			'odd'
		];
		const { items, parseIssues } = readRows(rows, readAccount, (account) => account.accountID);
		expect(items.map((account) => account.accountID)).toEqual(['a', 'c']);
		expect(parseIssues).toEqual([
			{ item: '#2', path: 'accountID', found: 'an empty text', leftOut: true },
			{ item: 'c', path: 'status', found: 'another number', leftOut: false },
			{ item: '#4', path: '', found: 'another text', leftOut: true }
		]);
	});
});
