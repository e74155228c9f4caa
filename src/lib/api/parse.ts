import * as v from 'valibot';

/** A field that could not be read as documented. */
export interface FieldIssue {
	/** Dotted; empty for the whole value. */
	path: string;
	/** The kind of value found instead, in a few words; never its content. */
	found: string;
}

export interface ParseResult<Value> {
	/** Absent: the value is unusable, and `findings` holds the one reason. */
	value: Value | undefined;
	/** The raw value without what could not be read. */
	kept: unknown;
	findings: readonly FieldIssue[];
}

/** A schema’s message for a field without which the object around it is unusable. */
export const UNUSABLE = 'unusable';

type Path = readonly string[];

/**
 * Parses tolerantly: values that the schema rejects are removed and reported, and the rest is parsed
 * again. A `null` that the schema does not know counts as absent and is not reported.
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

		const paths: Path[] = [];
		for (const issue of result.issues) {
			const path = getPath(issue);
			const found = issue.path?.at(-1)?.value ?? issue.input;
			const takesOwner = issue.message === UNUSABLE || found === undefined;
			const removed = takesOwner ? path.slice(0, -1) : path;
			const finding = { path: path.join('.'), found: describe(found) };
			if (removed.length === 0) return { value: undefined, kept: undefined, findings: [finding] };
			if (takesOwner || found !== null) findings.set(finding.path, finding);
			paths.push(removed);
		}
		kept = without(kept, paths);
	}
}

function getPath(issue: v.BaseIssue<unknown>): Path {
	return issue.path?.map((step) => String(step.key)) ?? [];
}

/** A copy of `value` without the values at `paths`. */
function without(value: unknown, paths: readonly Path[]): unknown {
	if (paths.some((path) => path.length === 0)) return undefined;
	const below = new Map<string, Path[]>();
	for (const [key = '', ...rest] of paths) {
		const siblings = below.get(key);
		if (siblings) siblings.push(rest);
		else below.set(key, [rest]);
	}
	if (below.size === 0 || typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value)
		.map(([key, part]) => [key, without(part, below.get(key) ?? [])] as const)
		.filter(([, part]) => part !== undefined);
	return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

/** The kind of a value, in a few words that reveal nothing of its content. */
export function describe(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (value === '') return 'an empty text';
	if (typeof value === 'string') return 'another text';
	if (typeof value === 'number') return 'another number';
	if (typeof value === 'boolean') return 'yes or no';
	return Array.isArray(value) ? 'a list' : 'an object';
}
