// @vitest-environment jsdom
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { lexer, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { buildActivityPlot } from '$lib/domain/overview/activity-plot';
import { toCountTable, type Report } from '$lib/domain/overview/report';
import { buildUnreadPlot } from '$lib/domain/overview/unread-plot';
import { cleanText } from '$lib/export/clean-text';
import { drawReport, writeReportCsv, writeReportMarkdown } from '$lib/export/report';
import { makeChat } from '../../fixtures/chats';
import { hostileText } from '../../fixtures/hostile';
import { makeHead } from '../../fixtures/table-model';

const NOW = Date.UTC(2026, 10, 27, 9, 30);
const DAY = 86_400_000;
const HOSTILE = '=A <b>|"&\u0000';

const chats = new ChatIndex(createNetworkIndex([])).read(
	[0, 1, 40, 400, 900].flatMap((days) =>
		['whatsapp', 'signal', HOSTILE].map((accountID) =>
			makeChat({ accountID, network: accountID, lastActivity: NOW - days * DAY, unreadCount: 1 })
		)
	)
);
const activity = buildActivityPlot(chats, NOW);
const unread = buildUnreadPlot(chats, NOW);
const REPORT: Report = {
	headline: '15 chats, 15 unread',
	figures: [
		{ label: 'Chats', count: 15 },
		{ label: 'Unread', count: 1500 }
	],
	sections: [
		{
			look: 'table',
			table: {
				title: 'Networks by state',
				heading: 'Network',
				columns: ['Inbox', 'Unread'],
				rows: [
					{ name: 'Signal', networkKey: 'signal', counts: [5, 1200], tints: [0, 1] },
					{ name: HOSTILE, counts: [1, 0] }
				],
				totals: [6, 1200],
				notes: []
			}
		},
		{ look: 'columns', plot: activity, table: toCountTable(activity) },
		{ look: 'rows', plot: unread, table: toCountTable(unread) }
	]
};

function read(svg: string): Document {
	const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
	expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
	return document;
}

function readNumber(element: Element, name: string): number {
	return Number(element.getAttribute(name) ?? 0);
}

describe.for(['light', 'dark'] as const)('the picture in %s', (theme) => {
	const picture = drawReport(REPORT, makeHead({ title: 'My chats', theme }));
	const document = read(picture.svg);
	const texts = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);

	test('has every title, every bar’s network and every number of figures and table', () => {
		for (const words of ['My chats', '1,500', 'Networks by state', '1,200']) {
			expect(texts).toContain(words);
		}
		expect(texts).toContain(activity.title);
		expect(texts).toContain(unread.title);
		expect(texts).toContain('WhatsApp');
	});

	test('draws one rectangle for each part of each bar that has chats', () => {
		const filled = [...document.querySelectorAll('rect[fill^=url]')].filter(
			(rect) => rect.getAttribute('stroke') !== null
		);
		const parts = [activity, unread].flatMap(({ bars }) =>
			bars.flatMap(({ counts }) => counts.filter((count) => count > 0))
		);
		expect(filled).toHaveLength(parts.length);
		const ids = new Set([...document.querySelectorAll('pattern')].map(({ id }) => `url(#${id})`));
		expect(filled.every((rect) => ids.has(rect.getAttribute('fill') ?? ''))).toBe(true);
	});

	test('keeps everything inside, in letters of at least 12 pixels', () => {
		for (const rect of document.querySelectorAll('svg > rect, svg > g rect')) {
			expect(readNumber(rect, 'x')).toBeGreaterThanOrEqual(0);
			expect(readNumber(rect, 'x') + readNumber(rect, 'width')).toBeLessThanOrEqual(picture.width);
			expect(readNumber(rect, 'y') + readNumber(rect, 'height')).toBeLessThanOrEqual(
				picture.height
			);
		}
		for (const text of document.querySelectorAll('text:not([aria-hidden] text)')) {
			expect(readNumber(text, 'font-size')).toBeGreaterThanOrEqual(12);
			expect(readNumber(text, 'y')).toBeLessThan(picture.height);
		}
	});

	test('is described in words, and loads nothing', () => {
		expect(document.querySelector('desc')?.textContent).toBe(picture.alt);
		expect(picture.alt).toContain(
			'15 chats, 15 unread. Networks by state. Signal: 5 inbox, 1,200 unread. '
		);
		expect(picture.alt).not.toContain(';');
		expect(picture.alt).toContain(activity.headline);
		expect(picture.svg).not.toMatch(/href|<script|<image/);
	});
});

test('one section can be drawn alone', () => {
	const { svg } = drawReport(REPORT, makeHead(), 'full', unread.title);
	expect(svg).toContain(unread.headline);
	expect(svg).not.toContain(activity.headline);
	expect(svg).not.toContain('1,200');
});

test('Markdown has a table for each section, and no markup from names', () => {
	const text = writeReportMarkdown(REPORT, makeHead({ title: 'My *chats*' }));
	expect(text).toContain('# My \\*chats\\*\n');
	expect(text).toContain(
		'| Network | Inbox | Unread |\n| --- | --: | --: |\n| Signal | 5 | 1,200 |'
	);
	expect(text).toContain('&lt;b&gt;\\|');
	expect(text).toContain('| **Total** | 6 | 1,200 |');
});

test('CSV has a line for each number, and no formulas', () => {
	const rows: unknown = parse(writeReportCsv(REPORT), { record_delimiter: '\r\n' });
	expect(rows).toContainEqual(['Table', 'Row', 'Column', 'Chats']);
	expect(rows).toContainEqual(['Networks by state', 'Signal', 'Unread', '1200']);
	expect(rows).toContainEqual([unread.title, 'WhatsApp', 'Today', '1']);
	expect(writeReportCsv(REPORT)).not.toMatch(/(^|,|\n)=/);
});

/** A report with a hostile text wherever a network or an account can be named. */
function hostileReport() {
	return fc.array(hostileText(), { minLength: 4, maxLength: 4 }).map((names): Report => {
		const plot = {
			...unread,
			parts: unread.parts.map((part, place) => ({ ...part, name: names[place % 4] ?? '' })),
			bars: unread.bars.map((bar, place) => ({ ...bar, name: names[place % 4] ?? '' }))
		};
		const rows = names.map((name) => ({ name, counts: [1, 2] }));
		const columns = ['Inbox', 'Unread'];
		return {
			...REPORT,
			sections: [
				{ look: 'table', table: { title: 'States', heading: 'Account', columns, rows, notes: [] } },
				{ look: 'rows', plot, table: toCountTable(plot) }
			]
		};
	});
}

test('every export keeps its shape, whatever networks and accounts are called', () => {
	fc.assert(
		fc.property(hostileReport(), (report) => {
			const [first, second] = report.sections;
			const names = first?.table.rows.map(({ name }) => cleanText(name)) ?? [];
			const cells = second ? second.table.rows.length * second.table.columns.length : 0;

			const csv = parse(writeReportCsv(report), { record_delimiter: '\r\n' });
			expect(csv).toHaveLength(1 + names.length * 2 + cells);
			expect(csv.flat().filter((field) => /^[=+\-@\t\r\n]/.test(field))).toEqual([]);

			const markdown = lexer(writeReportMarkdown(report, makeHead()));
			const tables = markdown.filter((token): token is Tokens.Table => token.type === 'table');
			expect(tables.map(({ rows, header }) => [rows.length, header.length])).toEqual(
				report.sections.map(({ table }) => [table.rows.length, table.columns.length + 1])
			);

			for (const format of ['post', 'full'] as const) {
				const elements = [
					...read(drawReport(report, makeHead(), format).svg).querySelectorAll('*')
				];
				const attributes = elements.flatMap((element) => [...element.attributes]);
				const harmful = attributes.filter(
					({ name, value }) =>
						/^on|href|style|src/.test(name) || /url\((?!#part)|NaN|Infinity|undefined/.test(value)
				);
				expect(harmful).toEqual([]);
				expect(elements.some(({ tagName }) => /script|image|foreignObject/.test(tagName))).toBe(
					false
				);
			}
		}),
		{ numRuns: 25 }
	);
});
