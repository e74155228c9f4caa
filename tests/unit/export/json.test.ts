import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT, VERSION, writeJson } from '$lib/export/json';
import { EXAMPLE_SHEET } from '../../fixtures/example-table';
import { hostileSheet } from '../../fixtures/hostile';
import { makeColumn, makeHead, makeSheet } from '../../fixtures/table-model';

describe('the JSON file', () => {
	test('says what it is, in which version, and everything of the head but the look', () => {
		const head = makeHead({ serverVersion: '4.2.808', origin: 'from 412 chats', theme: 'dark' });
		const json = writeJson(makeSheet(), head);
		expect(JSON.parse(json)).toMatchObject({
			format: FORMAT,
			version: VERSION,
			title: 'What each network can do',
			date: '2026-10-22',
			serverVersion: '4.2.808',
			origin: 'from 412 chats'
		});
		expect(json).not.toContain('dark');
	});

	test('holds every answer whole, with its chats, notes and how it compares', () => {
		const { sections } = JSON.parse(writeJson(EXAMPLE_SHEET, makeHead()));
		expect(sections[0].rows[1].cells[2]).toEqual({
			parts: [
				{ text: 'Full', symbol: '✓', chats: 1400, word: 'full' },
				{ text: 'Rejected', symbol: '⊘', chats: 3, word: 'rejected' }
			],
			notes: [2],
			comparison: 'worse'
		});
		expect(sections[1].rows[0].cells[0].parts[0].text).toBe('👍 ❤️ 😂 😮 😢 🙏 👨‍👩‍👧 🇦🇹');
		expect(sections[2]).toEqual({ section: 'Formatting', folded: 21, rows: [] });
	});

	test('names no column by its key, which can be the ID of an account or a chat', () => {
		const columns = [makeColumn({ key: '!secret:beeper.local' })];
		expect(writeJson(makeSheet({ columns }), makeHead())).not.toContain('secret');
	});

	test('gives the text back as it was and hides nothing in it, whatever things are called', () => {
		fc.assert(
			fc.property(hostileSheet(), ({ sheet, head }) => {
				const json = writeJson(sheet, head);
				const read = JSON.parse(json);
				expect(read.title).toBe(head.title);
				expect(read.columns.map(({ name }: { name: string }) => name)).toEqual(
					sheet.columns.map(({ name }) => name)
				);
				expect(read.notes).toEqual(sheet.notes);
				expect(json.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066]/u);
			}),
			{ numRuns: 30 }
		);
	});
});
