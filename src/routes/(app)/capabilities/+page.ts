import type { Reference } from '$lib/domain/capabilities/reference';
import type { ReferenceColumn } from '$lib/reference/network-columns';
import { readReferenceColumns } from './reference-columns';
import type { PageLoad } from './$types';

let columns: Promise<readonly ReferenceColumn[] | undefined> | undefined;

async function importFacts() {
	const { NETWORKS } = await import('$lib/reference/networks');
	return NETWORKS;
}

/**
 * `referenceColumns`: one column for each network, from the public code of its bridge; `reference`: the
 * same where the table shows them.
 */
export const load: PageLoad = async ({ url }) => {
	const isShown = url.searchParams.get('reference') === 'yes';
	const referenceColumns = await (columns ??= readReferenceColumns(importFacts));
	if (!referenceColumns) {
		// The page is shown without the reference; `ReloadBanner` reports the missing file. The next call retries.
		columns = undefined;
		return { referenceColumns: [] };
	}
	if (!isShown || referenceColumns.length === 0) return { referenceColumns };
	const reference: Reference = new Map(referenceColumns.map((column) => [column.key, column]));
	return { referenceColumns, reference };
};
