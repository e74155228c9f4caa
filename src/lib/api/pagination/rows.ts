import * as v from 'valibot';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Oddity, Page } from '$lib/domain/connection/source';
import { record } from '../schemas/primitives';
import { read, type Finding, type Reading } from '../parse';

const cursor = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform((value) => String(value) || undefined)
);

const page = record({
	items: v.array(v.unknown()),
	hasMore: v.optional(v.boolean(), true),
	oldestCursor: v.exactOptional(cursor)
});

/** One answer of a list that is given in pages. */
export interface RawPage {
	rows: readonly unknown[];
	/** Where the next page of older items starts; absent at the end. */
	next: string | undefined;
}

/** @throws SourceError `malformed` when it is no page at all */
export function readPage(raw: unknown): RawPage {
	const { value } = read(page, raw);
	if (!value) throw new SourceError('malformed');
	const isLast = value.items.length === 0 || !value.hasMore;
	return { rows: value.items, next: isLast ? undefined : value.oldestCursor };
}

/** Read the rows of a list one by one: a row that makes no sense costs no other. */
export function readRows<Item>(
	rows: readonly unknown[],
	readItem: (raw: unknown) => Reading<Item>,
	nameItem: (item: Item) => string
): Page<Item> {
	const items: Item[] = [];
	const oddities: Oddity[] = [];
	rows.forEach((row, index) => {
		const { value, findings } = readItem(row);
		if (value !== undefined) items.push(value);
		const name = value === undefined ? `#${index + 1}` : nameItem(value);
		oddities.push(...odditiesOf(name, findings, value === undefined));
	});
	return { items, oddities };
}

export function odditiesOf(
	item: string,
	findings: readonly Finding[],
	leftOut: boolean
): readonly Oddity[] {
	return findings.map((finding) => ({ item, ...finding, leftOut }));
}
