import type { Capabilities } from '$lib/domain/capabilities/model';
import { takeSnapshot, type Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { applyPatch, type NetworkFacts } from './facts';
import { buildNetworkClusters } from './network-clusters';
import { NETWORKS } from './networks';

/**
 * The statements of the Signal bridge's public code at the beginning of July 2026 that have changed
 * since.
 */
const EARLIER_SIGNAL = {
	poll: -2,
	attachments: {
		'm.image': { mimeTypes: { 'image/avif': null } },
		'm.audio': { mimeTypes: { 'audio/flac': null, 'audio/mp3': null } },
		'm.sticker': { mimeTypes: { 'image/webp': 2 } }
	}
};
const EARLIER_DAY = Date.UTC(2026, 6, 1, 12);
const LATER_DAY = Date.UTC(2026, 7, 1, 12);

/**
 * Two snapshots to try a comparison with: Signal before and after July 2026, by its public code.
 *
 * @param readCapabilities - of the API's JSON; equal ones must become one object
 */
export function makeExampleSnapshots(
	readCapabilities: (raw: unknown) => { value: Capabilities | undefined }
): { before: Snapshot; after: Snapshot } {
	const later = NETWORKS.filter(({ bridgeType }) => bridgeType === 'signal');
	const earlier = later.map(({ variants, ...facts }): NetworkFacts => ({
		...facts,
		variants: variants.map((kind) => ({
			...kind,
			capabilities: applyPatch(kind.capabilities, EARLIER_SIGNAL)
		}))
	}));

	function take(networks: readonly NetworkFacts[], now: number): Snapshot {
		return takeSnapshot(
			buildNetworkClusters(networks, readCapabilities),
			{ by: 'network' },
			{ now }
		);
	}

	return { before: take(earlier, EARLIER_DAY), after: take(later, LATER_DAY) };
}
