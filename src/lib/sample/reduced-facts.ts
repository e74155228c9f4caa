import * as v from 'valibot';
import { NETWORKS } from '$lib/reference/networks';
import type { ChatKind, NetworkFacts } from '$lib/reference/facts';
import { capabilitiesSchema } from './capabilities-schema';
import type { WireCapabilities } from './api-types';

interface SampleFacts extends Omit<NetworkFacts, 'variants'> {
	variants: readonly (Omit<ChatKind, 'capabilities'> & { capabilities: WireCapabilities })[];
}

/** The reference, reduced to the fields that the SDK can express. */
export const FACTS: readonly SampleFacts[] = NETWORKS.map(({ variants, ...facts }) => ({
	...facts,
	variants: variants.map((kind) => ({
		...kind,
		capabilities: v.parse(capabilitiesSchema, kind.capabilities)
	}))
}));
