import type { Capabilities } from '$lib/domain/capabilities/model';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { buildNetworkClusters } from './network-clusters';
import { formatEdition, type NetworkFacts } from './facts';

/** The facts from a network's public code as a column; each kind of chat counts as one chat. */
export interface ReferenceColumn extends CapabilityColumn {
	origin: 'reference';
	/** The same as `key`. */
	networkKey: string;
	/** Repository, commit and file. */
	source: string;
	/** The commit and the day of the facts, see `formatEdition`. */
	edition: string;
}

/**
 * A column for each network, A–Z by name.
 *
 * @param readCapabilities - of the API's JSON; equal ones must become one object
 */
export function buildNetworkColumns(
	networks: readonly NetworkFacts[],
	readCapabilities: (raw: unknown) => { value: Capabilities | undefined }
): ReferenceColumn[] {
	return networks
		.map((facts) => toReferenceColumn(facts, readCapabilities))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function toReferenceColumn(
	networkFacts: NetworkFacts,
	readCapabilities: (raw: unknown) => { value: Capabilities | undefined }
): ReferenceColumn {
	const { network, bridgeType, variants, ...facts } = networkFacts;
	const sets = new Map<Capabilities, number>();
	let reported = 0;
	for (const { capabilities } of variants) {
		const { value } = readCapabilities(capabilities);
		if (!value) continue;
		reported += 1;
		sets.set(value, (sets.get(value) ?? 0) + 1);
	}
	return {
		origin: 'reference',
		key: bridgeType,
		networkKey: bridgeType,
		name: network,
		chats: variants.length,
		reported,
		sets,
		clusters: buildNetworkClusters([networkFacts], readCapabilities),
		source: facts.source,
		edition: formatEdition(facts)
	};
}
