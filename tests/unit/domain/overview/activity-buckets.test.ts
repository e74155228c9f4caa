import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { NO_ACTIVITY } from '$lib/domain/chat-list/chat-index';
import { setFilter } from '$lib/domain/chat-list/change-view';
import { filterChats } from '$lib/domain/chat-list/filter';
import { ALL_CHATS } from '$lib/domain/chat-list/view';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import {
	createActivityBuckets,
	createBucketFinder,
	formatBucket,
	formatBucketTick,
	toActivityRange,
	type ActivityBucket
} from '$lib/domain/overview/activity-buckets';
import { makeChat } from '../../../fixtures/chats';
import { indexInOrder } from '../../../fixtures/views';

const { TZ } = process.env;
afterEach(() => {
	process.env.TZ = TZ;
});

/** Friday 27 November 2026, 10:30 in Vienna. */
const NOW = Date.UTC(2026, 10, 27, 9, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function back(...days: number[]): number[] {
	return days.map((each) => NOW - each * DAY);
}

function sortNewest(lastActivities: readonly number[]): number[] {
	return lastActivities.toSorted((one, other) => other - one);
}

/** @param lastActivities - newest first */
function createBuckets(lastActivities: readonly number[], now: number): ActivityBucket[] {
	return createActivityBuckets(
		lastActivities.map((lastActivity) => ({ lastActivity })),
		now
	);
}

function getUnits(buckets: readonly ActivityBucket[]): string[] {
	return [...new Set(buckets.map(({ unit }) => unit))];
}

function count(buckets: readonly ActivityBucket[], lastActivities: readonly number[]): number[] {
	const find = createBucketFinder(buckets);
	return buckets.map((_, index) => lastActivities.filter((one) => find(one) === index).length);
}

describe('the unit that fits', () => {
	test.for([
		['chats of today', [NOW, NOW - HOUR], ['hour']],
		['chats of this month', back(0, 3, 29), ['day']],
		['chats of this half year', back(0, 31, 150), ['week']],
		['chats of this year', back(0, 31, 300), ['month']],
		['chats of several years', back(0, 31, 900), ['year', 'month', 'week', 'day', 'hour']],
		['no chats', [], ['month', 'week', 'day', 'hour']]
	] as const)('%s', ([, lastActivities, units]) => {
		expect(getUnits(createBuckets(lastActivities, NOW))).toEqual(units);
	});

	test('one chat of 1970 and one of 2087 among many leave it as it is', () => {
		const recent = Array.from({ length: 60 }, (_, index) => NOW - index * 8 * HOUR);
		const odd = [Date.UTC(2087, 5, 1), 0];
		const buckets = createBuckets(sortNewest([...odd, ...recent]), NOW);
		expect(getUnits(buckets)).toEqual(['earlier', 'day', 'later']);
		expect(count(buckets, odd)).toEqual([1, ...Array<number>(31).fill(0), 1]);
	});

	test('years go back eight years at most, and to the first chat', () => {
		const all = createBuckets(back(0, 900, 9_000), NOW);
		expect(all.filter(({ unit }) => unit === 'year')).toHaveLength(8);
		expect(all[0]?.unit).toBe('earlier');
		const few = createBuckets(back(0, 900), NOW);
		expect(few[0]).toMatchObject({ unit: 'year', start: '2024-01-01' });
	});
});

describe('limits', () => {
	test('weeks begin on Monday', () => {
		const weeks = createBuckets(back(0, 31, 150), NOW);
		expect(weeks.every(({ start }) => new Date(`${start}T12:00`).getDay() === 1)).toBe(true);
		const sunday = new Date('2026-11-22T23:59:59.999').getTime();
		const monday = new Date('2026-11-23T00:00').getTime();
		const find = createBucketFinder(weeks);
		expect(weeks[find(sunday)]?.start).toBe('2026-11-16');
		expect(weeks[find(monday)]?.start).toBe('2026-11-23');
	});

	test('graded buckets meet at a Monday, the first of a month and the first of January', () => {
		const buckets = createBuckets(back(0, 31, 900), NOW);
		const firsts = getUnits(buckets).map((unit) => buckets.find((one) => one.unit === unit)?.start);
		expect(firsts).toEqual([
			'2024-01-01',
			'2026-01-01',
			'2026-11-01',
			'2026-11-23',
			'2026-11-27T00'
		]);
	});

	test('the hour that clocks skip in spring has no bucket', () => {
		const now = new Date('2026-03-29T05:30').getTime();
		const hours = createBuckets([now], now);
		expect(hours.map(formatBucketTick)).toEqual(['00', '01', '03', '04', '05']);
		expect(hours.every(({ from, to }) => to - from === HOUR)).toBe(true);
	});

	test('the hour that clocks show twice in autumn is one bucket of two hours', () => {
		const now = new Date('2026-10-25T05:30').getTime();
		const hours = createBuckets([now], now);
		expect(hours.map(formatBucketTick)).toEqual(['00', '01', '02', '03', '04', '05']);
		expect(hours.map(({ from, to }) => (to - from) / HOUR)).toEqual([1, 1, 2, 1, 1, 1]);
	});

	test('days have 23 and 25 hours when clocks change', () => {
		const now = new Date('2026-11-05T12:00').getTime();
		const days = createBuckets([now, now - 29 * DAY], now);
		const day = days.find(({ start }) => start === '2026-10-25');
		expect(day && (day.to - day.from) / HOUR).toBe(25);
	});
});

describe('words', () => {
	test.for([
		['hour', 'Today, 10:00 to 11:00', '10'],
		['day', 'Yesterday', '26'],
		['week', '16 Nov to 22 Nov 2026', '16 Nov'],
		['month', 'October 2026', 'Oct'],
		['year', '2025', '2025']
	] as const)('the last %s is “%s”, in short “%s”', ([unit, words, tick]) => {
		const buckets = createBuckets(back(0, 31, 900), NOW);
		const last = buckets.findLast((bucket) => bucket.unit === unit);
		expect(last && [formatBucket(last, NOW), formatBucketTick(last)]).toEqual([words, tick]);
	});

	test('the rest says before and after which day it is', () => {
		const times = [...Array<number>(60).fill(NOW - 3 * DAY), 0, Date.UTC(2087, 0)];
		const buckets = createBuckets(sortNewest(times), NOW);
		const words = buckets.map((bucket) => formatBucket(bucket, NOW));
		expect([words.at(0), words.at(-1)]).toEqual(['Before 28 Oct 2026', 'From 28 Nov 2026 on']);
	});
});

// Clocks that change at midnight, a skipped day, and zones with offsets of half hours.
describe.for([
	'Europe/Vienna',
	'America/New_York',
	'America/Sao_Paulo',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Asia/Kathmandu',
	'UTC'
])('in %s', (zone) => {
	const anyNow = fc.oneof(
		fc.integer({ min: Date.UTC(2011, 11, 25), max: Date.UTC(2012, 0, 5) }),
		fc.integer({ min: Date.UTC(2017, 0, 1), max: Date.UTC(2027, 0, 1) })
	);
	const anyChats = fc.array(
		fc.oneof(
			{ weight: 6, arbitrary: fc.integer({ min: 0, max: 1_200 }).map((hours) => hours * HOUR) },
			{ weight: 2, arbitrary: fc.integer({ min: -1e12, max: 1e12 }) },
			{ weight: 1, arbitrary: fc.constant(undefined) }
		),
		{ maxLength: 40 }
	);
	const anyWorld = fc.tuple(anyNow, anyChats).map(([now, ages]) => ({
		now,
		lastActivities: sortNewest(ages.map((age) => (age === undefined ? NO_ACTIVITY : now - age)))
	}));

	test('every chat with a last activity is in exactly one bucket', () => {
		process.env.TZ = zone;
		fc.assert(
			fc.property(anyWorld, ({ now, lastActivities }) => {
				const buckets = createBuckets(lastActivities, now);
				const find = createBucketFinder(buckets);
				for (const one of lastActivities) {
					const holding = buckets.filter(({ from, to }) => one >= from && one < to);
					expect(holding).toHaveLength(one === NO_ACTIVITY && buckets[0]?.start ? 0 : 1);
					expect(buckets[find(one)]).toBe(one === NO_ACTIVITY ? undefined : holding[0]);
				}
			})
		);
	});

	test('buckets follow each other without gaps, and none is empty of time', () => {
		process.env.TZ = zone;
		fc.assert(
			fc.property(anyWorld, ({ now, lastActivities }) => {
				const buckets = createBuckets(lastActivities, now);
				buckets.forEach(({ from, to }, index) => {
					expect(from).toBeLessThan(to);
					expect(to).toBe(buckets[index + 1]?.from ?? to);
				});
			})
		);
	});

	test('the link of a span shows exactly as many chats', () => {
		process.env.TZ = zone;
		fc.assert(
			fc.property(anyWorld, fc.nat(), fc.nat(), ({ now, lastActivities }, one, other) => {
				const buckets = createBuckets(lastActivities, now);
				const [first, last] = [one % buckets.length, other % buckets.length].sort((a, b) => a - b);
				const [start, end] = [buckets[first ?? 0], buckets[last ?? 0]];
				if (!start || !end || (start.start === undefined && end.end === undefined)) return;
				const chats = lastActivities.map((lastActivity) =>
					makeChat(lastActivity === NO_ACTIVITY ? {} : { lastActivity })
				);
				const address = formatView(setFilter(ALL_CHATS, toActivityRange(start, end))).toString();
				const { matching } = filterChats(
					indexInOrder(chats),
					parseView(address).view.filter,
					() => now
				);
				const counts = count(buckets, lastActivities).slice(first, (last ?? 0) + 1);
				expect(matching).toHaveLength(counts.reduce((sum, each) => sum + each, 0));
			})
		);
	});
});
