import { createCapabilityReader } from '$lib/api/capabilities';
import { referenceColumns, type ReferenceColumn } from '$lib/reference/columns';

let columns: Promise<readonly ReferenceColumn[]> | undefined;

async function load(): Promise<readonly ReferenceColumn[]> {
	try {
		const { NETWORKS } = await import('$lib/reference/networks');
		return referenceColumns(NETWORKS, createCapabilityReader());
	} catch (error) {
		// The next who asks may have more luck.
		columns = undefined;
		throw error;
	}
}

/** What the public code of the bridges says, a column for each network; fetched when first asked for. */
export function loadReference(): Promise<readonly ReferenceColumn[]> {
	return (columns ??= load());
}
