// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '$lib/export/clean-text';
import { FOOTER } from '$lib/export/metadata';
import { drawSvg as draw } from '$lib/export/svg';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import { hostileTable } from '../../fixtures/hostile';
import {
	FULL,
	makeCell,
	makeColumn,
	makeHead,
	makeRow,
	makeTable
} from '../../fixtures/table-model';

function drawSvg(...args: Parameters<typeof draw>): string {
	return draw(...args).svg;
}

function read(svg: string): Document {
	const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
	expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
	return document;
}

/** The texts of the cells by row, headers first. */
function rowsIn(document: Document): string[][] {
	return [...document.querySelectorAll('[role=row]')].map((row) =>
		[...row.querySelectorAll('[role=columnheader], [role=rowheader], [role=cell]')].map((cell) =>
			[...cell.querySelectorAll('text:not([aria-hidden] *)')]
				.map((text) => text.textContent)
				.join(' | ')
		)
	);
}

describe('the picture', () => {
	const document = read(drawSvg(EXAMPLE_TABLE, makeHead({ serverVersion: '4.2.808' })));

	test('is a table whose text is text', () => {
		const [heads, editing, edit, remove] = rowsIn(document);
		expect(heads).toEqual([
			'Capability',
			'Baseline | WhatsApp | from 14 chats',
			'Signal: 家族 グループ | from 14 chats',
			'Reference | Slack | “R&D” <שלום> | reference, 3 May 2026',
			'Snapshot | Everything before the update of last spring | 4.2.700',
			'Works in | of your chats'
		]);
		expect(editing).toEqual(['Editing & deleting']);
		expect(edit).toEqual(['Edit', '15 min', '24 h', 'Rejected1 2', 'Not stated', '83 %']);
		expect(remove).toEqual([
			...['Delete for everyone', 'Full', 'Full | reference: Partial'],
			...['Full in\u00a01,400 | Rejected in\u00a032', 'Full', '<1 %']
		]);
	});

	test('stands in the font of the system, and names no family of emoji', () => {
		const named = [...document.querySelectorAll('[font-family]')].map(
			(node) => node.getAttribute('font-family') ?? ''
		);
		expect(named[0]).toMatch(/^system-ui,/);
		expect(named.filter((families) => /emoji|symbol/i.test(families))).toEqual([]);
	});

	test('has a name and a description', () => {
		expect(document.querySelector('svg > title')?.textContent).toBe('What each network can do');
		const description = document.querySelector('svg > desc')?.textContent ?? '';
		expect(description).toMatch(
			/^What each network can do\. Edit: WhatsApp 15 min, Signal: 家族 グループ 24 h,/
		);
		expect(description).toBe(draw(EXAMPLE_TABLE, makeHead()).alt);
	});

	test('names its date and the project at its foot, and no version of the server', () => {
		expect(document.documentElement.textContent).toContain('22 October 2026');
		expect(document.documentElement.textContent).toContain(FOOTER);
		expect(document.documentElement.textContent).not.toContain('4.2.808');
	});

	test('says in words what its marks mean', () => {
		const [, , edit] = document.querySelectorAll('[role=row]');
		const titles = [...(edit?.querySelectorAll('title') ?? [])].map((title) => title.textContent);
		expect(titles).toEqual([
			...['Full', 'Full', 'Better than the baseline.', 'Worse than the baseline.'],
			'Different, but neither better nor worse.'
		]);
	});

	test('draws a dashed frame around a column that is not what the chats say', () => {
		function dashed(origin: 'chats' | 'reference' | 'snapshot'): number {
			const columns = [makeColumn(), makeColumn({ key: 'other', origin })];
			const sections = [
				{ section: 'Messages', rows: [makeRow([makeCell(FULL), makeCell(FULL)])] }
			] as const;
			return drawSvg(makeTable({ columns, sections }), makeHead()).split('dasharray').length;
		}
		expect(dashed('chats')).toBe(1);
		expect(dashed('reference')).toBe(3);
		expect(dashed('snapshot')).toBe(3);
	});

	test('marks a baseline that is a snapshot as both', () => {
		const columns = [makeColumn({ isBaseline: true, origin: 'snapshot' }), makeColumn()];
		const sections = [
			{ section: 'Messages', rows: [makeRow([makeCell(FULL), makeCell(FULL)])] }
		] as const;
		const svg = drawSvg(makeTable({ columns, sections }), makeHead());
		expect(rowsIn(read(svg))[0]?.[1]).toBe('Baseline | Snapshot | Signal | from 14 chats');
		// The frame of the baseline is solid, the label of its origin dashed.
		expect(svg).toContain('stroke-dasharray="3 2"');
		expect(svg).not.toContain('stroke-dasharray="4 3"');
	});

	test('says in one line what is folded away one below the other', () => {
		const sections = [
			{ section: 'Messages', rows: [makeRow([makeCell(FULL)])] },
			{ section: 'Members', rows: [], folded: 5 },
			{ section: 'Formatting', rows: [], folded: 1_200 }
		] as const;
		const lines = rowsIn(read(drawSvg(makeTable({ sections }), makeHead())));
		expect(lines.slice(1)).toEqual([
			['Messages'],
			['Edit', 'Full'],
			['1,205 rows folded away: Members, Formatting']
		]);
	});

	test('names the columns again far below their heads', () => {
		const rows = Array.from({ length: 40 }, () => makeRow([makeCell(FULL)]));
		const sections = [
			{ section: 'Messages', rows },
			{ section: 'Members', rows: rows.slice(0, 1) }
		] as const;
		const [, messages, ...others] = rowsIn(read(drawSvg(makeTable({ sections }), makeHead())));
		expect(messages).toEqual(['Messages']);
		expect(others).toContainEqual(['Members | Signal']);
	});

	test.for(['light', 'dark'] as const)(
		'is opaque when %s, and comes out the same again',
		(theme) => {
			const svg = drawSvg(EXAMPLE_TABLE, makeHead({ theme }));
			const background = read(svg).querySelector('svg > rect');
			expect(background?.getAttribute('fill')).toBe(theme === 'light' ? '#f7f7f9' : '#0e0f12');
			expect(drawSvg(structuredClone(EXAMPLE_TABLE), makeHead({ theme }))).toBe(svg);
		}
	);

	test('of nothing says so', () => {
		const { textContent } = read(
			drawSvg(makeTable({ columns: [], sections: [], legend: [] }), makeHead())
		).documentElement;
		expect(textContent).toContain('No rows to show.');
	});

	test('loads nothing, runs nothing and stays well-formed, whatever things are called', () => {
		fc.assert(
			fc.property(hostileTable(), ({ table, head }) => {
				const svg = drawSvg(table, head);
				const elements = [...read(svg).querySelectorAll('*')];
				const allowed = ['svg', 'title', 'desc', 'g', 'rect', 'path', 'text', 'tspan'];
				expect(allowed).toEqual(
					expect.arrayContaining([...new Set(elements.map(({ tagName }) => tagName))])
				);
				const attributes = elements.flatMap((element) => [...element.attributes]);
				const harmful = attributes.filter(
					({ name, value }) =>
						/^on|href|style|src/.test(name) || /url\(|NaN|Infinity|undefined/.test(value)
				);
				expect(harmful).toEqual([]);
				expect(svg.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
				expect(elements[1]?.textContent).toBe(cleanText(head.title));
			}),
			{ numRuns: 15 }
		);
	});
});
