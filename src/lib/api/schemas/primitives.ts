import * as v from 'valibot';
import { isRecord } from '$lib/format/json';
import { UNUSABLE } from '../parse';

/** Reads the named fields and ignores all others. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries) {
	const schema = v.object(entries);
	return v.pipe(v.custom<v.InferInput<typeof schema>>(isRecord), schema);
}

/** An object used as a dictionary. */
export function dictionary<const Value extends v.GenericSchema>(value: Value) {
	const schema = v.record(v.string(), value);
	return v.pipe(v.custom<v.InferInput<typeof schema>>(isRecord), schema);
}

/** A lone surrogate, which no URL can contain. */
const HALF = /\p{Surrogate}/u;

/** A required ID: an object without it is unusable and left out. */
export const identifier = v.pipe(
	v.string(UNUSABLE),
	v.nonEmpty(UNUSABLE),
	v.check((id) => !HALF.test(id) && id !== '.' && id !== '..', UNUSABLE)
);

export const text = v.string();
export const flag = v.boolean();
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

const LATEST = 8_640_000_000_000_000;

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
