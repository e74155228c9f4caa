import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatCounter } from '$lib/domain/chat-list/count-chats';
import { ChatIndex, type IndexedChat } from '$lib/domain/chat-list/chat-index';
import type { ChatView } from '$lib/domain/chat-list/view';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { buildActivityPlot, getActivitySpan } from '$lib/domain/overview/activity-plot';
import { createOverviewCounter } from '$lib/domain/overview/count-overview';
import { describeParts, foldParts, type Plot } from '$lib/domain/overview/plot';
import { findFittingLabels, layOutPlot, placeBars } from '$lib/domain/overview/plot-layout';
import { buildUnreadPlot } from '$lib/domain/overview/unread-plot';
import { makeChat } from '../../../fixtures/chats';
import { IDA } from '../../../fixtures/merged';
import { anyChat, NOW } from '../chat-list/arbitrary';

const DAY = 86_400_000;

function index(chats: readonly Chat[]) {
	return new ChatIndex(createNetworkIndex([])).read(chats);
}

function plotUnread(chats: readonly IndexedChat[]) {
	return buildUnreadPlot(createOverviewCounter()(chats, NOW).unread, NOW);
}

/** Counts the chats that the address of a view shows. */
function createLinkCounter(chats: readonly Chat[]) {
	const count = createChatCounter(index(chats), () => NOW);
	return (view: ChatView) => count(parseView(formatView(view)).view.filter);
}

const anyAge = fc.oneof(
	fc.nat(800).map((hours) => hours * 3_600_000),
	fc.integer({ min: -1e12, max: 1e12 })
);
const anyWorld = fc.array(
	fc
		.tuple(anyChat, fc.option(anyAge, { nil: undefined }))
		.map(([chat, age]) => (age === undefined ? chat : { ...chat, lastActivity: NOW - age })),
	{ maxLength: 30 }
);

describe('every number is what its link shows', () => {
	test('of each bar of last activity', () => {
		fc.assert(
			fc.property(anyWorld, (chats) => {
				const count = createLinkCounter(chats);
				const plot = buildActivityPlot(index(chats), NOW);
				expect(plot.bars.map(({ view }) => count(view))).toEqual(
					plot.bars.map(({ total }) => total)
				);
			})
		);
	});

	test('of each span of last activity, also of all of it', () => {
		fc.assert(
			fc.property(anyWorld, fc.nat(), fc.nat(), (chats, one, other) => {
				const count = createLinkCounter(chats);
				const plot = buildActivityPlot(index(chats), NOW);
				const places = [one % plot.bars.length, other % plot.bars.length] as const;
				const whole = [0, plot.bars.length - 1] as const;
				for (const each of [places, whole]) {
					const span = getActivitySpan(plot, each, NOW);
					expect(span && count(span.view)).toBe(span?.count);
				}
			})
		);
	});

	test('of each network’s unread chats, and of each age of these', () => {
		fc.assert(
			fc.property(anyWorld, (chats) => {
				const count = createLinkCounter(chats);
				for (const { counts, total, view, partViews } of plotUnread(index(chats)).bars) {
					expect(count(view)).toBe(total);
					expect(partViews?.map((part) => count(part))).toEqual(counts);
				}
			})
		);
	});
});

test('all chats with a last activity are counted once, and the rest are told', () => {
	fc.assert(
		fc.property(anyWorld, (chats) => {
			const plot = buildActivityPlot(index(chats), NOW);
			const sum = plot.bars.reduce((all, { total }) => all + total, 0);
			expect(sum + plot.undated).toBe(chats.length);
			expect(plot.notes).toHaveLength(plot.undated > 0 ? 1 : 0);
		})
	);
});

test('a merged chat counts once by time, and for each of its networks where unread', () => {
	const chats = index([
		{ ...IDA, members: [makeChat(), makeChat({ network: 'Signal', accountID: 'signal' })] }
	]);
	const activity = buildActivityPlot(chats, NOW);
	expect(activity.parts.map(({ name }) => name)).toEqual(['WhatsApp']);
	expect(plotUnread(chats).bars.map(({ name, total }) => [name, total])).toEqual([
		['Signal', 1],
		['WhatsApp', 1]
	]);
});

test('the headlines say what is recent and what has been unread for long', () => {
	const chats = index(
		[0, 6, 7, 29, 30].map((days) => makeChat({ lastActivity: NOW - days * DAY, unreadCount: 1 }))
	);
	expect(buildActivityPlot(chats, NOW).headline).toBe('2 of 5 chats active within 7 days');
	const { headline, bars } = plotUnread(chats);
	expect(headline).toBe('1 of 5 unread chats is 30 days old or older');
	expect(bars[0]?.counts).toEqual([1, 1, 2, 1, 0, 0]);
});

test('a span of hours is named by the clock, a longer one by its days', () => {
	const chats = index(
		[NOW, NOW - 400 * DAY, NOW - 900 * DAY].map((lastActivity) => makeChat({ lastActivity }))
	);
	const plot = buildActivityPlot(chats, NOW);
	const last = plot.bars.length - 1;
	expect(getActivitySpan(plot, [last, last - 2], NOW)?.name).toBe('Today, 12:00 to 15:00');
	expect(getActivitySpan(plot, [0, 1], NOW)?.name).toBe('1 Jan 2023 to 31 Dec 2024');
	expect(getActivitySpan(plot, [0, 99], NOW)).toBeUndefined();
});

function makePlot(counts: readonly (readonly number[])[]): Plot {
	const view = buildUnreadPlot([], NOW);
	return {
		...view,
		parts: (counts[0] ?? []).map((_, part) => ({
			...{ key: `${part}`, name: `Part ${part}`, paint: { networkKey: `${part}` } }
		})),
		bars: counts.map((each, bar) => ({
			...{ key: `${bar}`, name: `Bar ${bar}`, label: `${bar}`, counts: each },
			total: each.reduce((sum, count) => sum + count, 0),
			view: {
				filter: { flags: {}, networks: [], accountIDs: [], labelIDs: [], q: '', capabilities: [] },
				sort: { key: 'activity', reversed: false },
				layout: 'table'
			}
		}))
	};
}

const anyPlot = fc
	.nat(12)
	.chain((parts) =>
		fc.array(fc.array(fc.nat(2_000), { minLength: parts, maxLength: parts }), { maxLength: 60 })
	)
	.map(makePlot);

describe('folding', () => {
	test('keeps the parts with the most chats in their order, and sums up the rest', () => {
		const { parts, bars } = foldParts(
			makePlot([
				[5, 1, 9, 2],
				[0, 1, 9, 3]
			]),
			3
		);
		expect(parts.map(({ name }) => name)).toEqual(['Part 0', 'Part 2', '2 others']);
		expect(bars.map(({ counts }) => counts)).toEqual([
			[5, 9, 3],
			[0, 9, 4]
		]);
	});

	test('loses no chat', () => {
		fc.assert(
			fc.property(anyPlot, fc.integer({ min: 2, max: 9 }), (plot, most) => {
				const folded = foldParts(plot, most);
				expect(folded.parts.length).toBeLessThanOrEqual(most);
				expect(folded.bars.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0))).toEqual(
					plot.bars.map(({ total }) => total)
				);
			})
		);
	});

	test('a bar in words leaves out empty parts', () => {
		const plot = makePlot([[5, 0, 9]]);
		expect(plot.bars.map((bar) => describeParts(plot, bar))).toEqual(['Part 0 5, Part 2 9']);
	});
});

describe('layout', () => {
	test('segments follow each other from the axis, and none leaves the plot', () => {
		fc.assert(
			fc.property(anyPlot, (plot) => {
				const { bars, ticks } = layOutPlot(plot);
				for (const segments of bars) {
					segments.forEach(({ from, to }, place) => {
						expect(from).toBeCloseTo(segments[place - 1]?.to ?? 0);
						expect(to).toBeLessThanOrEqual(1);
					});
				}
				expect(ticks.every(({ count }) => Number.isInteger(count))).toBe(true);
				expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 1]);
			})
		);
	});

	test('bars lie beside each other within the width', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 70 }),
				fc.integer({ min: 320, max: 1600 }),
				(bars, width) => {
					const half = Math.ceil(bars / 2);
					const sections = [
						{ name: 'A', first: 0, length: half },
						...(bars > half ? [{ name: 'B', first: half, length: bars - half }] : [])
					];
					const places = placeBars(bars, sections, width);
					places.forEach(({ from, width: own }, place) => {
						const before = places[place - 1];
						expect(from).toBeGreaterThanOrEqual(before ? before.from + before.width : 0);
						expect(from + own).toBeLessThanOrEqual(width);
					});
				}
			)
		);
	});

	test('labels that would touch a later one are left out', () => {
		expect(findFittingLabels([10, 20, 30, 60], [15, 15, 15, 15])).toEqual([
			true,
			false,
			true,
			true
		]);
	});
});
