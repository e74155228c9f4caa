import { expect, test } from 'vitest';
import type { AgendaItem } from '$lib/domain/overview/agenda';
import { groupByDay } from '$lib/domain/overview/agenda-days';
import { makeChat } from '../../../fixtures/chats';

function makeItem(title: string, at: number): AgendaItem {
	return { chat: makeChat({ title }), kind: 'reminder', at };
}

test.for([
	[25, new Date(2026, 9, 24, 12)],
	[23, new Date(2026, 2, 28, 12)]
] as const)('a day of %i hours begins and ends at midnight', ([hours, noon]) => {
	const now = noon.getTime();
	const start = new Date(noon.getFullYear(), noon.getMonth(), noon.getDate() + 1).getTime();
	const end = start + hours * 3_600_000;
	const times = { before: start - 1, first: start, last: end - 1, after: end };
	const items = Object.entries(times).map(([title, at]) => makeItem(title, at));
	const days = groupByDay(items, now).slice(0, 3);
	expect(days.map((day) => day.items.map(({ chat }) => chat.title))).toEqual([
		['before'],
		['first', 'last'],
		['after']
	]);
	expect(days.map(({ label }) => label.split(' ')[0])).toEqual(['Today', 'Tomorrow', 'Monday']);
});
