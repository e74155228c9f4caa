import * as v from 'valibot';
import { SourceError } from '$lib/domain/connection/source-error';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import type { ParseIssue, Page } from '$lib/domain/connection/source';
import { record } from '../schemas/primitives';
import { parseTolerant, TOO_LONG, UNUSABLE, type FieldIssue, type ParseResult } from '../parse';

const cursor = v.pipe(
	v.union([v.pipe(v.string(), v.maxLength(SIZE_LIMITS.id, UNUSABLE)), v.number()]),
	v.transform((value) => String(value) || undefined)
);

const page = record({
	items: v.array(v.unknown()),
	hasMore: v.optional(v.boolean(), true),
	oldestCursor: v.exactOptional(cursor)
});

/** A page of a list, its rows not parsed yet. */
export interface RawPage {
	rows: readonly unknown[];
	/** The cursor of the next, older page; absent at the end. */
	next: string | undefined;
}

/**
 * Reads a page. A server may always report more: a repeated cursor is treated as the end.
 *
 * @param cursor - of the page; absent for the first
 * @throws SourceError `malformed` if the value is no page
 */
export function readPage(raw: unknown, cursor?: string): RawPage {
	const { value } = parseTolerant(page, raw);
	if (!value) throw new SourceError('malformed');
	const { items, hasMore, oldestCursor: next } = value;
	const isLast = items.length === 0 || !hasMore || next === cursor;
	return { rows: items, next: isLast ? undefined : next };
}

/**
 * Parses the rows of a list one by one: an unusable row is reported and left out, and so are those
 * after the first `most`.
 */
export function readRows<Item>(
	rows: readonly unknown[],
	readItem: (raw: unknown) => ParseResult<Item>,
	nameItem: (item: Item) => string,
	most: number = SIZE_LIMITS.rows
): Page<Item> {
	const items: Item[] = [];
	const parseIssues: ParseIssue[] = [];
	rows.slice(0, most).forEach((row, index) => {
		const { value, findings } = readItem(row);
		if (value !== undefined) items.push(value);
		const name = value === undefined ? `#${index + 1}` : nameItem(value);
		parseIssues.push(...toParseIssues(name, findings, value === undefined));
	});
	if (rows.length > most) {
		parseIssues.push({ item: `#${most + 1}`, path: '', found: TOO_LONG, leftOut: true });
	}
	return { items, parseIssues };
}

export function toParseIssues(
	item: string,
	findings: readonly FieldIssue[],
	leftOut: boolean
): readonly ParseIssue[] {
	return findings.map((finding) => ({ item, ...finding, leftOut }));
}
