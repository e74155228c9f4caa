import { expect, test } from 'vitest';
import { parseVisits, updateVisit } from '$lib/domain/overview/last-visit';

const MINUTE = 60_000;

test('changes are counted from the end of the visit before, not from a reload or another tab', () => {
	const first = updateVisit(undefined, { at: 0, counts: { unread: 3 } });
	expect(first.before).toBeUndefined();
	const later = updateVisit(first, { at: 5 * MINUTE, counts: { unread: 4 } });
	const next = updateVisit(later, { at: 60 * MINUTE, counts: { unread: 9 } });
	expect(next.before?.counts).toEqual({ unread: 4 });
	const reloaded = updateVisit(next, { at: 61 * MINUTE, counts: { unread: 8 } });
	expect(reloaded.before?.counts).toEqual({ unread: 4 });
});

test.for([null, '', 'null', '[]', '{"1":1}', '{"1":{"latest":{"counts":{}}}}'])(
	'stored text that is no visit, %o, counts as none',
	(text) => {
		expect(parseVisits(text)).toEqual({});
	}
);

test('visits of each Beeper are read back, without what is no number', () => {
	const visits = {
		7: updateVisit(undefined, { at: 1, counts: { chats: 2 } }),
		8: updateVisit(undefined, { at: 2, counts: { chats: 90 } })
	};
	expect(parseVisits(JSON.stringify(visits))).toEqual(visits);
	const text = '{"7":{"latest":{"at":1,"counts":{"chats":"many","unread":-1,"drafts":3}}}}';
	expect(parseVisits(text)[7]?.latest.counts).toEqual({ drafts: 3 });
});
