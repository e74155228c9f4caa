import * as v from 'valibot';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ParseIssue, Page } from '$lib/domain/connection/source';
import { record } from '../schemas/primitives';
import { parseTolerant, type FieldIssue, type ParseResult } from '../parse';

const cursor = v.pipe(
	v.union([v.string(), v.number()]),
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

/** @throws SourceError `malformed` if the value is no page */
export function readPage(raw: unknown): RawPage {
	const { value } = parseTolerant(page, raw);
	if (!value) throw new SourceError('malformed');
	const isLast = value.items.length === 0 || !value.hasMore;
	return { rows: value.items, next: isLast ? undefined : value.oldestCursor };
}

/** Parses the rows of a list one by one: an unusable row is reported and left out. */
export function readRows<Item>(
	rows: readonly unknown[],
	readItem: (raw: unknown) => ParseResult<Item>,
	nameItem: (item: Item) => string
): Page<Item> {
	const items: Item[] = [];
	const parseIssues: ParseIssue[] = [];
	rows.forEach((row, index) => {
		const { value, findings } = readItem(row);
		if (value !== undefined) items.push(value);
		const name = value === undefined ? `#${index + 1}` : nameItem(value);
		parseIssues.push(...toParseIssues(name, findings, value === undefined));
	});
	return { items, parseIssues };
}

export function toParseIssues(
	item: string,
	findings: readonly FieldIssue[],
	leftOut: boolean
): readonly ParseIssue[] {
	return findings.map((finding) => ({ item, ...finding, leftOut }));
}
