import { isLoopback } from '$lib/domain/connection/address';

/** A page that opens links to others. */
export interface SharePage {
	/** Without query and fragment. */
	address: string;
	/** Everyone can open it: it is one of the public pages. */
	isPublic: boolean;
}

/** The people for whom a link to the page opens: `opens for everyone`. */
export function describeAudience({ address, isPublic }: SharePage): string {
	if (!isPublic) return 'opens for people who run a dashboard';
	return isLoopback(address) ? 'opens on this computer' : 'opens for everyone';
}

/** `Link copied. It opens for everyone.` */
export function describeCopiedLink(page: SharePage): string {
	return `Link copied. It ${describeAudience(page)}.`;
}
