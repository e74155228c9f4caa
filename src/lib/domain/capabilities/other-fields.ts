/** Objects nested deeper are leaves. */
const MAX_DEPTH = 4;

/** Names of fields; an object with keys such as `@ada:example.org` is a list of people. */
const NAME = /^[A-Za-z][\w.-]*$/;

type Fields = Readonly<Record<string, unknown>>;

/** Leaves by object, which is read once for every row and never changes. */
const cache = new WeakMap<Fields, ReadonlyMap<string, unknown>>();

/**
 * The unknown fields of the API, one entry for each leaf: `{poll: {end: 1}}` is `poll.end`. Lists,
 * and objects whose keys are not names of fields, are leaves.
 *
 * @param other - `Capabilities.other`
 */
export function getOtherLeaves(other: Fields | undefined): ReadonlyMap<string, unknown> {
	if (!other) return new Map();
	let leaves = cache.get(other);
	if (!leaves) cache.set(other, (leaves = new Map(toLeaves(other, '', 1))));
	return leaves;
}

function toLeaves(fields: object, start: string, depth: number): [string, unknown][] {
	return Object.entries(fields).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
		depth < MAX_DEPTH && isBranch(value)
			? toLeaves(value, `${start}${key}.`, depth + 1)
			: [[start + key, value]]
	);
}

function isBranch(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const keys = Object.keys(value);
	return keys.length > 0 && keys.every((key) => NAME.test(key));
}
