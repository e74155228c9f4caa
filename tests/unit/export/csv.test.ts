import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getFullName } from '$lib/domain/capabilities/row';
import { cleanText } from '$lib/export/clean-text';
import { writeCsv } from '$lib/export/csv';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import { hostileTable, hostileText } from '../../fixtures/hostile';
import { FULL, makeCell, makeColumn, makeRow, makeTable } from '../../fixtures/table-model';

function read(csv: string): string[][] {
	return parse(csv, { relaxColumnCount: false, recordDelimiter: '\r\n' });
}

function cellNamed(name: string): string | undefined {
	const rows = [makeRow([makeCell(FULL)], { name })];
	return read(writeCsv(makeTable({ sections: [{ section: 'Other', rows }] })))[1]?.[1];
}

describe('the CSV file', () => {
	test('has a line for each capability and a field for each column, read by another parser', () => {
		const [heads, ...lines] = read(writeCsv(EXAMPLE_TABLE));
		expect(heads).toEqual([
			...['Section', 'Capability', 'Path', 'WhatsApp (baseline)', 'Signal: 家族 グループ'],
			'Slack | “R&D” <שלום> (reference)',
			'Everything before the update of last spring (snapshot)',
			'Works in'
		]);
		expect(lines.map((line) => line.slice(0, 4))).toEqual([
			['Editing & deleting', 'Edit', 'edit', 'Full, 15 min'],
			['Editing & deleting', 'Delete for everyone', 'delete', 'Full'],
			['Reactions', 'Allowed emoji', 'allowedReactions', '👍 ❤️ 😂 😮 😢 🙏 👨‍👩‍👧 🇦🇹'],
			['Attachments', 'Image', 'attachments.m.image', 'Full'],
			['Attachments', 'Image: size', 'attachments.m.image.maxSize', '100 MB (104,857,600 bytes)']
		]);
	});

	test('says how many chats give each answer where they differ, and in how many it works', () => {
		const [, , line] = read(writeCsv(EXAMPLE_TABLE));
		expect(line?.slice(5)).toEqual(['Full (1,400); Rejected (3)', 'Full', '1 of 412']);
	});

	test('ends every line in CR LF, and has nothing but heads without rows', () => {
		expect(writeCsv(makeTable({ sections: [] }))).toBe('Section,Capability,Path,Signal\r\n');
		expect(writeCsv(makeTable({ columns: [], sections: [] }))).toBe('Section,Capability,Path\r\n');
	});

	test('doubles quotes, and quotes what holds a comma', () => {
		const columns = [makeColumn({ name: 'a "b", c' })];
		expect(writeCsv(makeTable({ columns, sections: [] }))).toContain(',"a ""b"", c"\r\n');
	});

	test.for([
		'=cmd()',
		'+1',
		'-1',
		'@SUM(A1)',
		'＝1',
		'\t=1',
		'\u202e=1',
		'\0=1',
		' =1',
		'\ufeff=1'
	])('%j is text, not a formula', (name) => {
		expect(cellNamed(name)).toBe(`'${cleanText(name)}`);
	});

	test('keeps its shape and holds no formula, whatever things are called', () => {
		fc.assert(
			fc.property(hostileTable(), ({ table }) => {
				const lines = read(writeCsv(table));
				const rows = table.sections.flatMap((section) => section.rows);
				expect(lines).toHaveLength(rows.length + 1);
				for (const field of lines.flat()) expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
				rows.forEach(({ row }, index) => {
					const name = cleanText(getFullName(row));
					expect([name, `'${name}`]).toContain(lines[index + 1]?.[1]);
				});
			}),
			{ numRuns: 30 }
		);
	});
});

test('cleaned text is one line without anything unseen, and stays as it is when cleaned again', () => {
	fc.assert(
		fc.property(hostileText(), (text) => {
			const cleaned = cleanText(text);
			expect(cleaned).not.toMatch(
				/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u
			);
			expect(cleanText(cleaned)).toBe(cleaned);
		})
	);
});
