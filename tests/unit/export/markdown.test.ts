import fc from 'fast-check';
import { lexer, parseInline, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { getFullName } from '$lib/domain/capabilities/row';
import { cleanText } from '$lib/export/clean-text';
import { writeMarkdown } from '$lib/export/markdown';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import { hostileTable } from '../../fixtures/hostile';
import { makeHead, makeTable } from '../../fixtures/table-model';

function tablesIn(markdown: string): Tokens.Table[] {
	return lexer(markdown).filter((token): token is Tokens.Table => token.type === 'table');
}

function flat(tokens: readonly Token[]): Token[] {
	return tokens.flatMap((token) => [
		token,
		...('tokens' in token ? flat(token.tokens ?? []) : []),
		...(token.type === 'list' ? flat(token.items) : []),
		...(token.type === 'table'
			? flat([...token.header, ...token.rows.flat()].flatMap((cell) => cell.tokens))
			: [])
	]);
}

/** The text that a line of Markdown renders as. */
function seen(markdown: string): string {
	const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
	const html = String(parseInline(markdown)).replaceAll('\u200b', '');
	return Object.entries(entities).reduce((text, [from, to]) => text.replaceAll(from, to), html);
}

describe('the Markdown file', () => {
	const markdown = writeMarkdown(EXAMPLE_TABLE, makeHead());

	test('has a table for each section that is not folded, read by another parser', () => {
		const [editing, ...others] = tablesIn(markdown);
		expect(editing?.rows.map((cells) => cells.map(({ text }) => seen(text)))).toEqual([
			['Edit', '✓ 15 min', '✓ 24 h ▲', '⊘ Rejected ▼ <sup>1, 2</sup>', '– Not stated ≠', '83 %'],
			[
				...['Delete for everyone', '✓ Full', '✓ Full (reference: Partial)'],
				...['✓ Full (1,400) · ⊘ Rejected (3) ▼ <sup>2</sup>', '✓ Full', '<1 %']
			]
		]);
		expect(others).toHaveLength(2);
		expect(markdown).toContain('## Formatting\n\n21 rows folded away.\n');
	});

	test('numbers its notes and explains its looks and marks', () => {
		const lists = lexer(markdown).filter((token): token is Tokens.List => token.type === 'list');
		const [notes, legend] = lists.slice(-2);
		expect(notes?.ordered).toBe(true);
		expect(notes?.items).toHaveLength(EXAMPLE_TABLE.notes.length);
		expect(legend?.items.map(({ text }) => text)).toContain('✓ **Full**: Works fully.');
		expect(legend?.items.map(({ text }) => text)).toContain(
			'▲ **better**: Better than the baseline.'
		);
	});

	test('leaves out what there is nothing of', () => {
		const bare = makeTable({ sections: [], notes: [], legend: [], summary: [] });
		const headings = lexer(writeMarkdown(bare, makeHead())).filter(
			({ type }) => type === 'heading'
		);
		expect(headings).toHaveLength(1);
	});

	test('mentions no user on GitHub', () => {
		expect(writeMarkdown(makeTable(), makeHead({ title: 'For @octocat' }))).not.toContain(
			'@octocat'
		);
	});

	test('keeps its shape and says what was meant, whatever things are called', () => {
		fc.assert(
			fc.property(hostileTable(), ({ table, head }) => {
				const text = writeMarkdown(table, head);
				const tokens = lexer(text);
				const [title] = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
				expect(seen(title?.text ?? '')).toBe(cleanText(head.title));
				const tables = tablesIn(text);
				expect(tables).toHaveLength(table.sections.length);
				const names = tables.flatMap(({ rows }) => rows.map(([name]) => seen(name?.text ?? '')));
				expect(names).toEqual(
					table.sections.flatMap(({ rows }) => rows.map(({ row }) => cleanText(getFullName(row))))
				);
				const types = new Set(flat(tokens).map(({ type }) => type));
				for (const type of ['link', 'image', 'code', 'codespan', 'em', 'del', 'blockquote', 'def'])
					expect(types).not.toContain(type);
				const html = flat(tokens).filter(({ type }) => type === 'html');
				expect(new Set(html.map(({ raw }) => raw))).toEqual(new Set(['<sup>', '</sup>']));
			}),
			{ numRuns: 30 }
		);
	});
});
