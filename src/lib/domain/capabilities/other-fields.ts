/** Levels of objects taken apart; what lies deeper is shown as it came. */
const DEEPEST = 4;

/** Names of fields; keys such as `@ada:example.org` make a list of people, not fields. */
const NAME = /^[A-Za-z][\w.-]*$/;

type Fields = Readonly<Record<string, unknown>>;

/** By the object: it is read once for every row, and never changes. */
const remembered = new WeakMap<Fields, ReadonlyMap<string, unknown>>();

/**
 * The fields the API added since, leaf by leaf: `{poll: {end: 1}}` is `poll.end`. Lists, and
 * objects whose keys are no names of fields, are leaves.
 *
 * @param other - `Capabilities.other`
 */
export function getOtherLeaves(other: Fields | undefined): ReadonlyMap<string, unknown> {
	if (!other) return new Map();
	let leaves = remembered.get(other);
	if (!leaves) remembered.set(other, (leaves = new Map(toLeaves(other, '', 1))));
	return leaves;
}

function toLeaves(fields: object, start: string, depth: number): [string, unknown][] {
	return Object.entries(fields).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
		depth < DEEPEST && isBranch(value)
			? toLeaves(value, `${start}${key}.`, depth + 1)
			: [[start + key, value]]
	);
}

function isBranch(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const keys = Object.keys(value);
	return keys.length > 0 && keys.every((key) => NAME.test(key));
}
