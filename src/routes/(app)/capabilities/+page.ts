import type { Reference } from '$lib/domain/capabilities/reference';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { buildNetworkColumns, type ReferenceColumn } from '$lib/reference/network-columns';
import type { PageLoad } from './$types';

let columns: Promise<readonly ReferenceColumn[]> | undefined;

async function readReference(): Promise<readonly ReferenceColumn[]> {
	try {
		const { NETWORKS } = await import('$lib/reference/networks');
		const read = buildNetworkColumns(NETWORKS, createCapabilityReader());
		return read.map((column) => ({ ...column, caption: `reference, ${column.edition}` }));
	} catch {
		// The page is shown without the reference; `ReloadBanner` reports the missing file. The next call retries.
		columns = undefined;
		return [];
	}
}

/** `facts`: one column for each network, from the public code of its bridge; `reference`: the same where the table shows them. */
export const load: PageLoad = async ({ url }) => {
	const isShown = url.searchParams.get('reference') === 'yes';
	const facts = await (columns ??= readReference());
	if (!isShown || facts.length === 0) return { facts };
	const reference: Reference = new Map(facts.map((column) => [column.key, column]));
	return { facts, reference };
};
