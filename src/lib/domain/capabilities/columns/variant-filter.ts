import type { CapabilityTest, ChatFilter } from '$lib/domain/chat-list/view';
import type { Cluster } from './clusters';
import type { CapabilityRow } from '../row';
import type { VariantGroup } from './variant-group';

/** One thing that a filter may ask, and what of a column it lets through. */
interface Term {
	change: (filter: ChatFilter) => ChatFilter;
	lets: (cluster: Cluster, group: VariantGroup) => boolean;
}

/** Characters: a longer word is taken only where no shorter one tells as much apart. */
const SHORT = 60;

/**
 * A column's filter, narrowed to one of its variants with as few terms as tell it from the others.
 *
 * @param rows - in whose order the groups hold their words
 */
export function createVariantFilter(
	filter: ChatFilter,
	group: VariantGroup,
	groups: readonly VariantGroup[],
	rows: readonly CapabilityRow[]
): ChatFilter {
	const terms = termsFor(group, groups, rows);
	let left = groups
		.filter((other) => other !== group)
		.flatMap((other) => other.clusters.map((cluster) => ({ cluster, group: other })));
	let narrowed = filter;
	while (left.length > 0) {
		const [term, remaining] = bestOf(terms, left);
		if (!term || remaining.length === left.length) break;
		narrowed = term.change(narrowed);
		left = remaining;
	}
	return narrowed;
}

interface Candidate {
	cluster: Cluster;
	group: VariantGroup;
}

/** The first of the terms that let the fewest through. */
function bestOf(
	terms: readonly Term[],
	left: readonly Candidate[]
): readonly [Term | undefined, Candidate[]] {
	let best: Term | undefined;
	let remaining: Candidate[] = [...left];
	for (const term of terms) {
		const through = left.filter(({ cluster, group }) => term.lets(cluster, group));
		if (through.length < remaining.length) [best, remaining] = [term, through];
		if (through.length === 0) break;
	}
	return [best, remaining];
}

function termsFor(
	group: VariantGroup,
	groups: readonly VariantGroup[],
	rows: readonly CapabilityRow[]
): Term[] {
	if (!group.capabilities) return [unreportedTerm()];
	const tests = group.words.flatMap((value, index) => {
		const row = rows[index];
		// A word that all say tells nothing apart, unless some chats say nothing at all.
		const isCommon = groups.every(
			({ capabilities, words }) => !capabilities || words[index] === value
		);
		return row && (!isCommon || index === 0)
			? [capabilityTerm({ path: row.path, value }, index)]
			: [];
	});
	return [
		...typeTerms(group.clusters),
		...readOnlyTerms(group.clusters),
		...tests.filter(({ isLong }) => !isLong),
		...tests.filter(({ isLong }) => isLong)
	];
}

function capabilityTerm(test: CapabilityTest, index: number): Term & { isLong: boolean } {
	return {
		isLong: test.value.length > SHORT,
		change: (filter) => ({ ...filter, capabilities: [...filter.capabilities, test] }),
		lets: (_, { capabilities, words }) => capabilities !== undefined && words[index] === test.value
	};
}

/** Chats without capabilities say `unreported` about everything. */
function unreportedTerm(): Term {
	const test = { path: 'edit', value: 'unreported' };
	return {
		change: (filter) => ({ ...filter, capabilities: [...filter.capabilities, test] }),
		lets: (_, { capabilities }) => capabilities === undefined
	};
}

function typeTerms(clusters: readonly Cluster[]): Term[] {
	return (['single', 'group'] as const)
		.filter((type) => clusters.every((cluster) => cluster.type === type))
		.map((type) => ({
			change: (filter) => ({ ...filter, type }),
			lets: (cluster) => cluster.type === type
		}));
}

function readOnlyTerms(clusters: readonly Cluster[]): Term[] {
	return (['yes', 'no'] as const)
		.filter((answer) => clusters.every(({ isReadOnly }) => isReadOnly === (answer === 'yes')))
		.map((answer) => ({
			change: (filter) => ({ ...filter, flags: { ...filter.flags, 'read-only': answer } }),
			lets: ({ isReadOnly }) => isReadOnly === (answer === 'yes')
		}));
}
