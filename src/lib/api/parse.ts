import * as v from 'valibot';
import { cutText, SIZE_LIMITS } from '$lib/domain/connection/size-limits';

/** A field that could not be read as documented. */
export interface FieldIssue {
	/** Dotted, and cut if it is long; empty for the whole value. */
	path: string;
	/** The kind of value found instead, in a few words; never its content. */
	found: string;
}

export interface ParseResult<Value> {
	/** Absent: the value is unusable, and `findings` holds the one reason. */
	value: Value | undefined;
	/** The raw value without what could not be read. */
	kept: unknown;
	/** At most `SIZE_LIMITS.issues`. */
	findings: readonly FieldIssue[];
}

/** A schema’s message for a field without which the object around it is unusable. */
export const UNUSABLE = 'unusable';

type Path = readonly string[];

/** A value in place of the one at a path; undefined: none. */
interface Repair {
	path: Path;
	value?: unknown;
}

/**
 * Parses tolerantly: values that the schema rejects are removed and reported, and the rest is parsed
 * again. Values that are only too long are cut instead. A `null` that the schema does not know counts
 * as absent and is not reported.
 *
 * The schema must accept a value without any of its optional fields. Most values are as documented
 * and take one pass.
 */
export function parseTolerant<Schema extends v.GenericSchema>(
	schema: Schema,
	raw: unknown
): ParseResult<v.InferOutput<Schema>> {
	const findings = new Map<string, FieldIssue>();
	let kept = raw;
	for (;;) {
		const result = v.safeParse(schema, kept);
		if (result.success) return { value: result.output, kept, findings: [...findings.values()] };

		const repairs: Repair[] = [];
		for (const issue of result.issues) {
			const path = getPath(issue);
			const value = issue.path?.at(-1)?.value ?? issue.input;
			const takesOwner = issue.message === UNUSABLE || value === undefined;
			const most = getLimit(issue);
			const found = most === undefined ? describeType(value) : TOO_LONG;
			const finding = { path: cutText(path.join('.'), SIZE_LIMITS.name), found };
			const repaired = takesOwner || most === undefined ? undefined : cut(value, most);
			const place = takesOwner ? path.slice(0, -1) : path;
			if (place.length === 0 && repaired === undefined) {
				return { value: undefined, kept: undefined, findings: [finding] };
			}
			const isReported = takesOwner || value !== null;
			if (isReported && findings.size < SIZE_LIMITS.issues) findings.set(finding.path, finding);
			repairs.push({ path: place, value: repaired });
		}
		kept = repair(kept, repairs);
	}
}

function getPath(issue: v.BaseIssue<unknown>): Path {
	return issue.path?.map((step) => String(step.key)) ?? [];
}

/** The `found` of an issue whose value is longer, or has more entries, than `SIZE_LIMITS` allows. */
export const TOO_LONG = 'more than is read';

/** The most entries or characters, for an issue about a value that has more. */
function getLimit({ type, requirement }: v.BaseIssue<unknown>): number | undefined {
	const isAboutLength = type === 'max_length' || type === 'max_entries';
	return isAboutLength && typeof requirement === 'number' ? requirement : undefined;
}

/** The beginning of a text, a list or an object. */
function cut(value: unknown, most: number): unknown {
	if (typeof value === 'string') return cutText(value, most);
	if (Array.isArray(value)) return value.slice(0, most);
	return Object.fromEntries(Object.entries(value ?? {}).slice(0, most));
}

/** A copy of `value` with other values, or none, at some paths. */
function repair(value: unknown, repairs: readonly Repair[]): unknown {
	const whole = repairs.find(({ path }) => path.length === 0);
	if (whole) return whole.value;
	const below = new Map<string, Repair[]>();
	for (const { path, value } of repairs) {
		const [key = '', ...rest] = path;
		const siblings = below.get(key) ?? [];
		below.set(key, siblings);
		siblings.push({ path: rest, value });
	}
	if (below.size === 0 || typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value)
		.map(([key, part]) => [key, repair(part, below.get(key) ?? [])] as const)
		.filter(([, part]) => part !== undefined);
	return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

/** The kind of a value, in a few words that reveal nothing of its content. */
export function describeType(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (value === '') return 'an empty text';
	if (typeof value === 'string') return 'another text';
	if (typeof value === 'number') return 'another number';
	if (typeof value === 'boolean') return 'yes or no';
	return Array.isArray(value) ? 'a list' : 'an object';
}
