import type { Reference } from '$lib/domain/capabilities/reference';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildNetworkColumns, type ReferenceColumn } from '$lib/reference/network-columns';
import type { PageLoad } from './$types';

let columns: Promise<readonly ReferenceColumn[]> | undefined;

async function readReference(): Promise<readonly ReferenceColumn[]> {
	try {
		const { NETWORKS } = await import('$lib/reference/networks');
		return buildNetworkColumns(NETWORKS, createCapabilityReader());
	} catch (error) {
		// Lets the next call retry.
		columns = undefined;
		throw error;
	}
}

/** One column for each network, from the public code of its bridge. Loaded once. */
function loadReference(): Promise<readonly ReferenceColumn[]> {
	return (columns ??= readReference());
}

export const load: PageLoad = async ({ url }) => {
	if (url.searchParams.get('reference') !== 'yes') return {};
	try {
		const columns = await loadReference();
		const reference: Reference = new Map(
			columns.map((column) => [column.key, { ...column, caption: `reference, ${column.edition}` }])
		);
		return { reference };
	} catch {
		// The page is shown without the reference; `ReloadBanner` reports the missing file.
		return {};
	}
};
