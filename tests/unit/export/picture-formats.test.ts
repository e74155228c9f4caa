// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableModel, TableRow } from '$lib/domain/capabilities/table/table';
import { drawSvg } from '$lib/export/svg';
import type { DrawingFormat } from '$lib/export/svg/document';
import { findOverlaps, findTextBoxes } from '../../fixtures/picture-geometry';
import {
	FULL,
	LIMIT,
	makeCell,
	makeColumn,
	makeFormatted,
	makeHead,
	makePart,
	makeRow,
	makeTable,
	PARTIAL,
	REJECTED,
	UNSTATED
} from '../../fixtures/table-model';

const FORMATS = ['post', 'square', 'full'] as const satisfies readonly DrawingFormat[];
const NETWORKS = ['WhatsApp', 'Signal', 'Facebook/Messenger', 'Google Messages', 'LINE', 'Slack'];
const NAMES = ['Edit', 'Delete for everyone', 'Typing notifications', 'video/quicktime', 'Polls'];
const STYLES = [FULL, PARTIAL, REJECTED, UNSTATED, makeFormatted(LIMIT, '65,536 characters')];

function read(svg: string): SVGSVGElement {
	const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
	if (!(documentElement instanceof SVGSVGElement)) throw new TypeError('Not an SVG');
	return documentElement;
}

function readText(svg: string): string {
	return read(svg).textContent;
}

function makeNetworks(count: number) {
	return Array.from({ length: count }, (_, index) =>
		makeColumn({
			key: `${index}`,
			name: NETWORKS[index % NETWORKS.length] ?? '',
			isBaseline: index === 0
		})
	);
}

/** A table of these many columns and rows, with all kinds of cells in turn. */
function makeGrid(columns: number, rows: number, seed = 0): TableModel {
	function row(index: number): TableRow {
		const cells = Array.from({ length: columns }, (_, column) => {
			const kind = (index * 7 + column * 3 + seed) % STYLES.length;
			const style = STYLES[kind] ?? FULL;
			const other = STYLES[(kind + 1) % STYLES.length] ?? FULL;
			const isMixed = (index + column + seed) % 5 === 0;
			const first = makePart('short' in style ? style : makeFormatted(style));
			const second = makePart('short' in other ? other : makeFormatted(other), { chats: 3 });
			return makeCell(first, {
				...(isMixed && { parts: [first, second] }),
				...(column > 0 && kind === 1 && { comparison: 'worse' as const }),
				notes: (index + column) % 6 === 0 ? [1] : []
			});
		});
		return makeRow(cells, { path: `path-${index}`, name: NAMES[index % NAMES.length] ?? '' });
	}
	const all = Array.from({ length: rows }, (_, index) => row(index));
	const half = Math.ceil(rows / 2);
	const sections = [
		{ section: 'Messages', rows: all.slice(0, half) },
		{ section: 'Formatting', rows: all.slice(half) }
	] as const;
	return makeTable({
		columns: makeNetworks(columns),
		sections: sections.filter((section) => section.rows.length > 0),
		notes: ['Only for a while, and not in every kind of chat.']
	});
}

test.for([
	['post', 1600, 900],
	['square', 1200, 1200]
] as const)('a %s is %i × %i pixels, whatever is in it', ([format, width, height]) => {
	for (const [columns, rows] of [
		[1, 1],
		[2, 12],
		[18, 1],
		[12, 60]
	] as const) {
		const drawing = drawSvg(makeGrid(columns, rows), makeHead(), format);
		expect([drawing.width, drawing.height]).toEqual([width, height]);
		expect(read(drawing.svg).getAttribute('width')).toBe(`${width}`);
		expect(read(drawing.svg).getAttribute('height')).toBe(`${height}`);
	}
});

test('no text leaves the picture or covers another, and all can be read', () => {
	const tables = fc.record({
		columns: fc.integer({ min: 1, max: 18 }),
		rows: fc.integer({ min: 1, max: 30 }),
		seed: fc.nat(4),
		format: fc.constantFrom(...FORMATS),
		title: fc.constantFrom('Polls', 'WhatsApp vs Telegram: '.repeat(5).trim()),
		headline: fc.constantFrom(
			undefined,
			'Signal: edit for 24 hours, at most 10 times.',
			'After a day, these still delete for everyone: Discord, Telegram, Slack and Instagram. '.repeat(
				3
			)
		)
	});
	fc.assert(
		fc.property(tables, ({ columns, rows, seed, format, title, headline }) => {
			const head = makeHead({ title, headline, origin: 'from 412 chats' });
			const { svg, width, height } = drawSvg(makeGrid(columns, rows, seed), head, format);
			const boxes = findTextBoxes(read(svg));
			expect(
				boxes.filter(
					({ left, right, top, bottom }) =>
						left < 0 || top < 0 || right > width + 0.01 || bottom > height + 0.01
				)
			).toEqual([]);
			expect(findOverlaps(boxes)).toEqual([]);
			const least = format === 'full' ? 12 : 18;
			expect(boxes.filter(({ size }) => size < least - 0.01)).toEqual([]);
			// Nothing is cut.
			expect(boxes.filter(({ text }) => text.includes('…'))).toEqual([]);
		}),
		{ numRuns: 40 }
	);
});

describe('a picture of fixed size', () => {
	test('leaves out rows from the end that do not fit, and says how many', () => {
		const { svg, alt } = drawSvg(makeGrid(3, 200), makeHead(), 'post');
		const [, more] = /\+(\d+) more rows/.exec(readText(svg)) ?? [];
		const shown = read(svg).querySelectorAll('[role=row]:has([role=cell])').length;
		expect(shown + Number(more)).toBe(200);
		expect(shown).toBeGreaterThan(8);
		expect(alt).toContain(`+${more} more rows`);
	});

	test('shows symbols alone where columns are many, and says what they mean', () => {
		const sections = [
			{
				section: 'Messages',
				rows: [0, 1, 2, 3, 4].map(() => makeRow(makeNetworks(9).map(() => makeCell(PARTIAL))))
			}
		] as const;
		const { svg } = drawSvg(
			makeTable({ columns: makeNetworks(9), sections }),
			makeHead(),
			'square'
		);
		const cells = [...read(svg).querySelectorAll('[role=cell]')];
		expect(cells.map((cell) => cell.querySelector('text')?.textContent)).toContain('');
		expect(readText(svg)).toContain('Partial: with limits');
	});

	test('says in one note that a few chats of a network differ', () => {
		const parts = [
			makePart(makeFormatted(FULL), { chats: 243 }),
			makePart(makeFormatted(REJECTED), { chats: 1 })
		] as const;
		const sections = [{ section: 'Messages', rows: [makeRow([{ parts, notes: [] }])] }] as const;
		const { svg } = drawSvg(makeTable({ sections }), makeHead(), 'post');
		expect(readText(svg)).toContain('Signal: 1 of 244 chats differs.');
		expect(readText(svg)).not.toContain('Rejected');
	});

	test('shows both values where many chats differ', () => {
		const parts = [
			makePart(makeFormatted(FULL), { chats: 200 }),
			makePart(makeFormatted(REJECTED), { chats: 44 })
		] as const;
		const sections = [{ section: 'Messages', rows: [makeRow([{ parts, notes: [] }])] }] as const;
		const words = readText(drawSvg(makeTable({ sections }), makeHead(), 'post').svg);
		expect(words).toContain('Full in\u00a0most');
		expect(words).toContain('Rejected in\u00a0some');
	});
});

test('few rows of many networks become columns, the best network first', () => {
	const cells = [REJECTED, PARTIAL, FULL, UNSTATED, FULL, FULL, FULL].map((style) =>
		makeCell(style)
	);
	const sections = [{ section: 'Messages', rows: [makeRow(cells, { name: 'Polls' })] }] as const;
	const table = makeTable({ columns: makeNetworks(7), sections });
	for (const format of FORMATS) {
		const names = [
			...read(drawSvg(table, makeHead(), format).svg).querySelectorAll('[role=rowheader]')
		];
		expect(names).toHaveLength(6);
		expect(names[0]?.textContent).toContain('Facebook/Messenger');
		expect(names.at(-1)?.textContent).toContain('WhatsApp');
	}
});

test('networks that state nothing are named below, not shown as columns', () => {
	const sections = [
		{ section: 'Messages', rows: [makeRow([makeCell(FULL), makeCell(UNSTATED)])] }
	] as const;
	const table = makeTable({ columns: makeNetworks(2), sections });
	for (const format of FORMATS) {
		const { svg } = drawSvg(table, makeHead(), format);
		expect(read(svg).querySelectorAll('[role=columnheader]')).toHaveLength(2);
		expect(readText(svg)).toContain('Not stated by Signal.');
	}
});

test('the answer stands in it and begins its alt text', () => {
	const headline = 'Signal: edit for 24\u00a0hours.';
	const { svg, alt } = drawSvg(
		makeTable(),
		makeHead({ title: 'Editing on Signal', headline }),
		'post'
	);
	expect(readText(svg)).toContain(headline);
	expect(alt).toMatch(/^Editing on Signal\. Signal: edit for 24 hours\. Edit: Signal Full\./);
});
