import type { Cluster } from '$lib/domain/capabilities/columns/clusters';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { NetworkFacts } from './facts';

/**
 * A cluster for each kind of chat of each network, which counts as one chat. A kind is the type of its
 * chats, so that variants are named after it: `group encrypted`.
 *
 * @param readCapabilities - of the API's JSON; equal ones must become one object
 */
export function buildNetworkClusters(
	networks: readonly NetworkFacts[],
	readCapabilities: (raw: unknown) => { value: Capabilities | undefined }
): Cluster[] {
	return networks.flatMap(({ network: name, bridgeType: key, variants }) => {
		const network = { key, name };
		return variants.map((kind): Cluster => ({
			network,
			accountID: key,
			type: kind.name.replaceAll('-', ' '),
			types: kind.type ? [kind.type] : ['single', 'group'],
			isReadOnly: false,
			capabilities: readCapabilities(kind.capabilities).value,
			chats: 1,
			mergedIDs: []
		}));
	});
}
