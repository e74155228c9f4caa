// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCountTable, type CountTable, type Report } from '$lib/domain/overview/report';
import { STATE_KEYS, STATE_RANKING, STATES } from '$lib/domain/overview/states';
import type { Plot } from '$lib/domain/overview/plot';
import { ALL_CHATS } from '$lib/domain/chat-list/view';
import { drawReport } from '$lib/export/report';
import { findOverlaps, findTextBoxes } from '../../fixtures/picture-geometry';
import { makeHead } from '../../fixtures/table-model';

const NAMES = ['WhatsApp', 'Facebook/Messenger', 'LINE', 'Beeper (Matrix)'];
const LABELS = ['Chats', 'Unread', 'Mentions', 'Waiting for you', 'Drafts', 'Overdue reminders'];

function read(svg: string): SVGSVGElement {
	const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
	if (!(documentElement instanceof SVGSVGElement)) throw new TypeError('Not an SVG');
	return documentElement;
}

function makeName(place: number): string {
	return `${NAMES[place % NAMES.length] ?? ''} ${place}`;
}

/** @param greatest - number of chats of the first row; that of each next one is smaller */
function makeTable(rows: number, greatest: number): CountTable {
	const counts = STATES.map((_, column) => Math.ceil(greatest / (column + 1)));
	return {
		title: 'Networks by state',
		heading: 'Network',
		columns: STATES.map(({ label }) => label),
		ranking: STATE_RANKING.map((key) => STATE_KEYS.indexOf(key)),
		rows: Array.from({ length: rows }, (_, place) => ({
			name: makeName(place),
			networkKey: 'signal',
			counts: counts.map((count) => Math.ceil(count / (place + 1))),
			tints: counts.map(() => 0.5)
		})),
		totals: counts.map((count) => count * rows),
		notes: []
	};
}

function makePlot(parts: number, bars: number, greatest: number): Plot {
	return {
		title: 'Last activity by network',
		headline: '103 of 400 chats active within 7 days',
		barHeading: 'Network',
		parts: Array.from({ length: parts }, (_, part) => ({
			...{ key: `${part}`, name: makeName(part), paint: { networkKey: 'signal' } }
		})),
		bars: Array.from({ length: bars }, (_, bar) => ({
			...{ key: `${bar}`, name: makeName(bar), label: `${bar}`, section: 'Days' },
			...{ networkKey: 'signal', view: ALL_CHATS },
			counts: Array.from({ length: parts }, () => greatest),
			total: greatest * parts
		})),
		notes: ['2 chats without a known last activity.']
	};
}

function makeReport(rows: number, figures: number, greatest: number): Report {
	const activity = makePlot(rows, 30, greatest);
	const unread = makePlot(6, rows, greatest);
	return {
		headline: `${greatest} chats`,
		figures: Array.from({ length: figures }, (_, place) => ({
			...{ label: LABELS[place % LABELS.length] ?? '', count: greatest }
		})),
		sections: [
			{ look: 'table', table: makeTable(rows, greatest) },
			{ look: 'columns', plot: activity, table: toCountTable(activity) },
			{ look: 'rows', plot: unread, table: { ...toCountTable(unread), title: 'Unread' } }
		]
	};
}

test('no text leaves a picture or covers another, and all can be read', () => {
	const pictures = fc.record({
		rows: fc.integer({ min: 1, max: 24 }),
		figures: fc.integer({ min: 1, max: 9 }),
		greatest: fc.constantFrom(1, 112, 20_000, 123_456),
		format: fc.constantFrom('post', 'square', 'full'),
		only: fc.constantFrom(undefined, 'Networks by state', 'Last activity by network', 'Unread')
	});
	fc.assert(
		fc.property(pictures, ({ rows, figures, greatest, format, only }) => {
			const head = makeHead({ title: 'Overview of my chats', origin: 'from 412 chats' });
			const picture = drawReport(makeReport(rows, figures, greatest), head, format, only);
			const boxes = findTextBoxes(read(picture.svg));
			expect(
				boxes.filter(
					({ left, right, top, bottom }) =>
						left < 0 || top < 0 || right > picture.width + 0.01 || bottom > picture.height + 0.01
				)
			).toEqual([]);
			expect(findOverlaps(boxes)).toEqual([]);
			const least = format === 'full' ? 12 : 18;
			expect(boxes.filter(({ size }) => size < least - 0.01)).toEqual([]);
		}),
		{ numRuns: 30 }
	);
});

test.for([
	['post', 1600, 900],
	['square', 1200, 1200]
] as const)(
	'a %s is %i × %i pixels: figures, the first networks with the number of others, and the activity',
	([format, width, height]) => {
		const report = makeReport(20, 6, 500);
		const picture = drawReport(report, makeHead(), format);
		expect([picture.width, picture.height]).toEqual([width, height]);
		const boxes = findTextBoxes(read(picture.svg));
		const texts = boxes.map(({ text }) => text);
		const [, more] = /\+(\d+) more networks, \+\d+ more columns/.exec(texts.join('\n')) ?? [];
		const shown = Array.from({ length: 20 }, (_, place) => makeName(place)).filter(
			(name) => texts.filter((text) => text === name).length > 0
		);
		expect(shown.length).toBeGreaterThan(3);
		expect(shown.length + Number(more)).toBe(20);
		expect(shown).toEqual(shown.map((_, place) => makeName(place)));
		expect(texts).toEqual(expect.arrayContaining(['Total', 'Unread', 'Last activity by network']));
		// The figures are the largest text.
		const largest = boxes.filter(({ size }) => size > 40).map(({ text }) => text);
		expect(largest).toEqual(report.figures.map(({ count }) => `${count}`));
	}
);

test('columns without a chat are the first to be left out', () => {
	const table = makeTable(2, 40);
	const inbox = table.columns.indexOf('Inbox');
	const rows = table.rows.map((row) => ({
		...row,
		counts: row.counts.map((count, column) => (column === inbox ? 0 : count))
	}));
	const sections = [{ look: 'table', table: { ...table, rows } }] as const;
	const report = { headline: '', figures: [], sections };
	function findHeads(format: 'post' | 'full') {
		return findTextBoxes(read(drawReport(report, makeHead(), format).svg)).map(({ text }) => text);
	}
	expect(findHeads('full')).toContain('Inbox');
	expect(findHeads('post')).toContain('Unread');
	expect(findHeads('post')).not.toContain('Inbox');
});
