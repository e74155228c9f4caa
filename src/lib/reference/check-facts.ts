import * as v from 'valibot';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { findCommits, readFacts, type FactsFile, type NetworkFacts } from './facts';

const text = v.pipe(v.string(), v.nonEmpty());
const fields = v.record(v.string(), v.unknown());
const kind = { name: text, when: text, type: v.exactOptional(v.picklist(['single', 'group'])) };

const factsSchema = v.strictObject({
	network: text,
	bridgeType: text,
	source: text,
	date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
	variants: v.pipe(
		v.array(
			v.union([
				v.strictObject({ ...kind, capabilities: fields }),
				v.strictObject({ ...kind, like: text, changes: fields })
			])
		),
		v.minLength(1)
	)
}) satisfies v.GenericSchema<FactsFile>;

/** The part of the API's reader of capabilities that facts are checked by. */
type CapabilityReader = (raw: unknown) => {
	value: Capabilities | undefined;
	findings: readonly { path: string; found: string }[];
};

export interface CheckedFacts {
	/** Undefined where there are problems. */
	facts: NetworkFacts | undefined;
	/** The reasons why the facts can't be used, each with its place. */
	problems: readonly string[];
	/** Fields that have no row of their own yet, each once; shown as they come. */
	unknownFields: readonly string[];
}

/**
 * Checks the facts of one network by the schemas that the pages read them with.
 *
 * @param raw - JSON of a facts file
 */
export function checkFacts(raw: unknown, readCapabilities: CapabilityReader): CheckedFacts {
	const parsed = v.safeParse(factsSchema, raw);
	if (!parsed.success) {
		const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
		return { facts: undefined, problems, unknownFields: [] };
	}
	const names = parsed.output.variants.map(({ name }) => name);
	const strangers = parsed.output.variants.flatMap((kind, index) =>
		'like' in kind && !names.slice(0, index).includes(kind.like)
			? [`${kind.name}: like “${kind.like}”, which doesn’t stand before it`]
			: []
	);
	const twins = names.filter((name, index) => names.indexOf(name) !== index);
	const repeated = twins.map((name) => `${name}: stands there twice`);
	if (strangers.length > 0 || repeated.length > 0)
		return { facts: undefined, problems: [...strangers, ...repeated], unknownFields: [] };

	const facts = readFacts(parsed.output);
	const readings = facts.variants.map(({ name, capabilities }) => ({
		name,
		reading: readCapabilities(capabilities)
	}));
	const problems = [
		...(findCommits(facts.source).length > 0 || facts.date
			? []
			: ['source: needs a commit, as in “mautrix/signal@0d5f3f45:pkg/…”, or a date beside it']),
		...readings.flatMap(({ name, reading }) =>
			reading.findings.map(({ path, found }) => `${name}.${path}: ${found}`)
		)
	];
	const unknown = readings.flatMap(({ reading }) => Object.keys(reading.value?.other ?? {}));
	return {
		facts: problems.length === 0 ? facts : undefined,
		problems,
		unknownFields: [...new Set(unknown)]
	};
}
