import type { CapabilityTest, ChatFilter } from '$lib/domain/chat-list/view';
import type { CapabilityRow } from '../row';
import type { Cluster } from './clusters';
import type { VariantGroup } from './variant-group';

/** One condition of a filter, and the clusters of a column that meet it. */
interface Condition {
	addTo: (filter: ChatFilter) => ChatFilter;
	isMet: (cluster: Cluster, group: VariantGroup) => boolean;
}

/** Characters; a longer value is tested only where no shorter one excludes as much. */
const MAX_SHORT_VALUE = 60;

/**
 * Narrows a column's filter to one of its variants, with few conditions: each step adds the
 * condition that excludes most of the remaining chats.
 *
 * @param rows - the rows that the groups' `urlValues` belong to
 */
export function createVariantFilter(
	filter: ChatFilter,
	group: VariantGroup,
	groups: readonly VariantGroup[],
	rows: readonly CapabilityRow[]
): ChatFilter {
	const conditions = createConditions(group, groups, rows);
	let unwanted = groups
		.filter((other) => other !== group)
		.flatMap((other) => other.clusters.map((cluster) => ({ cluster, group: other })));
	let narrowed = filter;
	while (unwanted.length > 0) {
		const [condition, remaining] = findBest(conditions, unwanted);
		if (!condition || remaining.length === unwanted.length) break;
		narrowed = condition.addTo(narrowed);
		unwanted = remaining;
	}
	return narrowed;
}

interface Candidate {
	cluster: Cluster;
	group: VariantGroup;
}

/** The first of the conditions that the fewest candidates meet, and those candidates. */
function findBest(
	conditions: readonly Condition[],
	candidates: readonly Candidate[]
): readonly [Condition | undefined, Candidate[]] {
	let best: Condition | undefined;
	let remaining: Candidate[] = [...candidates];
	for (const condition of conditions) {
		const meeting = candidates.filter(({ cluster, group }) => condition.isMet(cluster, group));
		if (meeting.length < remaining.length) [best, remaining] = [condition, meeting];
		if (meeting.length === 0) break;
	}
	return [best, remaining];
}

/** All conditions that the whole group meets, the plainest first. */
function createConditions(
	group: VariantGroup,
	groups: readonly VariantGroup[],
	rows: readonly CapabilityRow[]
): Condition[] {
	if (!group.capabilities) return [createUnreportedCondition()];
	const conditions = group.urlValues.flatMap((value, index) => {
		const row = rows[index];
		// A value that all groups share excludes nothing, except chats without capabilities.
		const isCommon = groups.every(
			({ capabilities, urlValues }) => !capabilities || urlValues[index] === value
		);
		return row && (!isCommon || index === 0)
			? [createCapabilityCondition({ path: row.path, value }, index)]
			: [];
	});
	return [
		...createTypeConditions(group.clusters),
		...createReadOnlyConditions(group.clusters),
		...conditions.filter(({ isLong }) => !isLong),
		...conditions.filter(({ isLong }) => isLong)
	];
}

function createCapabilityCondition(
	test: CapabilityTest,
	index: number
): Condition & { isLong: boolean } {
	return {
		isLong: test.value.length > MAX_SHORT_VALUE,
		addTo: (filter) => ({ ...filter, capabilities: [...filter.capabilities, test] }),
		isMet: (_, { capabilities, urlValues }) =>
			capabilities !== undefined && urlValues[index] === test.value
	};
}

/** For chats without capabilities every capability is `unreported`. */
function createUnreportedCondition(): Condition {
	const test = { path: 'edit', value: 'unreported' };
	return {
		addTo: (filter) => ({ ...filter, capabilities: [...filter.capabilities, test] }),
		isMet: (_, { capabilities }) => capabilities === undefined
	};
}

function createTypeConditions(clusters: readonly Cluster[]): Condition[] {
	return (['single', 'group'] as const)
		.filter((type) => clusters.every((cluster) => cluster.type === type))
		.map((type) => ({
			addTo: (filter) => ({ ...filter, type }),
			isMet: (cluster) => cluster.type === type
		}));
}

function createReadOnlyConditions(clusters: readonly Cluster[]): Condition[] {
	return (['yes', 'no'] as const)
		.filter((answer) => clusters.every(({ isReadOnly }) => isReadOnly === (answer === 'yes')))
		.map((answer) => ({
			addTo: (filter) => ({ ...filter, flags: { ...filter.flags, 'read-only': answer } }),
			isMet: ({ isReadOnly }) => isReadOnly === (answer === 'yes')
		}));
}
