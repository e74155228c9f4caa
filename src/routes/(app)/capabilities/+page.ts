import type { Reference } from '$lib/domain/capabilities/reference';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { referenceColumns, type ReferenceColumn } from '$lib/reference/columns';
import type { PageLoad } from './$types';

let columns: Promise<readonly ReferenceColumn[]> | undefined;

async function readReference(): Promise<readonly ReferenceColumn[]> {
	try {
		const { NETWORKS } = await import('$lib/reference/networks');
		return referenceColumns(NETWORKS, createCapabilityReader());
	} catch (error) {
		// The next who asks may have more luck.
		columns = undefined;
		throw error;
	}
}

/** What the public code of the bridges says, a column for each network. */
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
		// The page is shown without, below the banner that says that part of it is missing.
		return {};
	}
};
