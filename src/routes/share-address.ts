import { resolve } from '$app/paths';
import type { SharePage } from '$lib/components/share/share-page';

/**
 * Finds the page that links for others open: one of the public pages, if this build knows their
 * address or is one of them, else a page of this dashboard.
 *
 * @param origin - of this page
 */
export function findSharePage(
	origin: string,
	path: '/capabilities' | '/capabilities/check' | '/capabilities/snapshot'
): SharePage {
	const publicAddress = import.meta.env.PUBLIC_SHARE_URL;
	if (!publicAddress) return { address: `${origin}${resolve(path)}`, isPublic: false };
	const pages = new URL(publicAddress, `${origin}${resolve('/')}`);
	return { address: new URL(`${path.slice(1)}/`, pages).href, isPublic: true };
}
