import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TABLE_FORMAT, TABLE_VERSION, writeJson } from '$lib/export/json';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import { hostileTable } from '../../fixtures/hostile';
import { makeColumn, makeHead, makeTable } from '../../fixtures/table-model';

describe('the JSON file', () => {
	test('says what it is, in which version, and everything of the head but the look', () => {
		const head = makeHead({ serverVersion: '4.2.808', origin: 'from 412 chats', theme: 'dark' });
		const json = writeJson(makeTable(), head);
		expect(JSON.parse(json)).toMatchObject({
			format: TABLE_FORMAT,
			version: TABLE_VERSION,
			title: 'What each network can do',
			date: '2026-10-22',
			serverVersion: '4.2.808',
			origin: 'from 412 chats'
		});
		expect(json).not.toContain('dark');
	});

	test('holds every answer whole, with its chats, notes and how it compares', () => {
		const { sections } = JSON.parse(writeJson(EXAMPLE_TABLE, makeHead()));
		expect(sections[0].rows[1].cells[2]).toEqual({
			parts: [
				{ text: 'Full', symbol: '✓', chats: 1400, word: 'full', comparison: 'same' },
				{ text: 'Rejected', symbol: '⊘', chats: 3, word: 'rejected', comparison: 'worse' }
			],
			notes: [2],
			comparison: 'worse'
		});
		expect(sections[1].rows[0].cells[0].parts[0].text).toBe('👍 ❤️ 😂 😮 😢 🙏 👨‍👩‍👧 🇦🇹');
		expect(sections[2]).toEqual({ section: 'Formatting', folded: 21, rows: [] });
	});

	test('names no column by its key, which can be the ID of an account or a chat', () => {
		const columns = [makeColumn({ key: '!secret:beeper.local' })];
		expect(writeJson(makeTable({ columns }), makeHead())).not.toContain('secret');
	});

	test('gives the text back as it was and hides nothing in it, whatever things are called', () => {
		fc.assert(
			fc.property(hostileTable(), ({ table, head }) => {
				const json = writeJson(table, head);
				const read = JSON.parse(json);
				expect(read.title).toBe(head.title);
				expect(read.columns.map(({ name }: { name: string }) => name)).toEqual(
					table.columns.map(({ name }) => name)
				);
				expect(read.notes).toEqual(table.notes);
				expect(json.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066]/u);
			}),
			{ numRuns: 30 }
		);
	});
});
