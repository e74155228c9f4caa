import type { Reference } from '$lib/domain/capabilities/reference';
import { loadReference } from '../../reference';
import type { PageLoad } from './$types';

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
