import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import type { LiveColumn } from '$lib/domain/capabilities/columns/column';
import type { CapabilityView } from '$lib/domain/capabilities/capability-view';
import type { ViewProblem } from '$lib/domain/view-query';
import { formatEdition } from '$lib/reference/facts';
import { buildNetworkClusters } from '$lib/reference/network-clusters';
import { NETWORKS } from '$lib/reference/networks';

/** The kinds of chats of all networks, which the public pages have instead of a session's chats. */
export const clusters = buildNetworkClusters(NETWORKS, createCapabilityReader());

const editions = new Map(NETWORKS.map((facts) => [facts.bridgeType, formatEdition(facts)]));

/**
 * The columns of a view. They contain none of the user's chats, so they link to no list of chats.
 */
export function buildPublicColumns({
	by,
	networks,
	split
}: Pick<CapabilityView, 'by' | 'networks' | 'split'>): {
	columns: LiveColumn[];
	problems: readonly ViewProblem[];
} {
	const { columns, problems } = buildColumns(clusters, {
		by: by === 'variant' ? 'variant' : 'network',
		networks,
		split
	});
	return { columns: columns.map(toReferenceColumn).sort(compareByNetwork), problems };
}

function toReferenceColumn(column: LiveColumn): LiveColumn {
	const caption = editions.get(column.networkKey ?? '');
	return {
		...column,
		origin: 'reference',
		filter: null,
		...(caption !== undefined && { caption })
	};
}

const order = NETWORKS.map(({ bridgeType }) => bridgeType);

/** In the order of the reference, since kinds of chats are no measure of a network. */
function compareByNetwork(a: LiveColumn, b: LiveColumn): number {
	return order.indexOf(a.networkKey ?? '') - order.indexOf(b.networkKey ?? '');
}
