import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildNetworkColumns } from '$lib/reference/network-columns';
import { NETWORKS } from '$lib/reference/networks';

/** The columns of the reference: sixteen networks, each kind of chat counted as one. */
export const REFERENCE = buildNetworkColumns(NETWORKS, createCapabilityReader());
