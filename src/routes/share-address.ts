import { resolve } from '$app/paths';

/** The page that opens links to snapshots. */
export interface SnapshotPage {
	address: string;
	/** Everyone can open it: it is one of the public pages. */
	isPublic: boolean;
}

/**
 * Finds the page for links to snapshots: among the public pages, where this build knows their address
 * or is one of them, else this dashboard's own.
 *
 * @param origin - of this page
 */
export function findSnapshotPage(origin: string): SnapshotPage {
	const publicAddress = import.meta.env.PUBLIC_SHARE_URL;
	if (!publicAddress)
		return { address: `${origin}${resolve('/capabilities/snapshot')}`, isPublic: false };
	const pages = new URL(publicAddress, `${origin}${resolve('/')}`);
	return { address: new URL('capabilities/snapshot/', pages).href, isPublic: true };
}
