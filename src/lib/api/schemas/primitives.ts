import * as v from 'valibot';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { isRecord } from '$lib/format/parse-json';
import { UNUSABLE } from '../parse';

/** Reads the named fields and ignores all others. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries) {
	const schema = v.object(entries);
	return v.pipe(v.custom<v.InferInput<typeof schema>>(isRecord), schema);
}

/** An object used as a dictionary. */
export function dictionary<const Value extends v.GenericSchema>(value: Value) {
	const schema = v.record(v.string(), value);
	return v.pipe(
		v.custom<v.InferInput<typeof schema>>(isRecord),
		v.maxEntries(SIZE_LIMITS.entries),
		schema
	);
}

/** A list, cut before its items are read. */
export function list<const Item extends v.GenericSchema>(
	item: Item,
	most: number = SIZE_LIMITS.entries
) {
	const schema = v.array(item);
	return v.pipe(v.custom<v.InferInput<typeof schema>>(Array.isArray), v.maxLength(most), schema);
}

/** A lone surrogate, which no URL can contain. */
const HALF = /\p{Surrogate}/u;

/** A required ID: an object without it is unusable and left out. */
export const identifier = v.pipe(
	v.string(UNUSABLE),
	v.nonEmpty(UNUSABLE),
	v.maxLength(SIZE_LIMITS.id, UNUSABLE),
	v.check((id) => !HALF.test(id) && id !== '.' && id !== '..', UNUSABLE)
);

/** A name or a word. */
export const name = v.pipe(v.string(), v.maxLength(SIZE_LIMITS.name));
/** A message or other text that people write. */
export const text = v.pipe(v.string(), v.maxLength(SIZE_LIMITS.text));
/** An address; never cut, as its beginning is useless. */
export const address = v.pipe(
	v.string(),
	v.check((url) => url.length <= SIZE_LIMITS.text)
);
export const flag = v.boolean();
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const amount = v.pipe(
	v.number(),
	v.minValue(0),
	// Also keeps infinity out.
	v.maxValue(Number.MAX_SAFE_INTEGER)
);

/** Two years less than `Date` can hold, so that code can add to it. */
const LATEST = 8_640_000_000_000_000 - 2 * 366 * 86_400_000;

/** A length of time, or epoch seconds: `Date` can hold one more than the other. */
export const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST / 2000));

/** ISO 8601, or epoch milliseconds as some releases sent; read as epoch milliseconds that `Date` can hold. */
export const instant = v.pipe(
	v.union([v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d/), v.transform(Date.parse)), v.number()]),
	v.number(),
	v.minValue(-LATEST),
	v.maxValue(LATEST)
);

const LEVEL_WORDS = {
	'-2': 'rejected',
	'-1': 'dropped',
	'0': 'unsupported',
	'1': 'partial',
	'2': 'full'
} as const;

export const level = v.pipe(
	v.picklist([-2, -1, 0, 1, 2]),
	v.transform((rank) => LEVEL_WORDS[`${rank}`])
);
