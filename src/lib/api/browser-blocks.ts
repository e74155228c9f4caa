import { isLoopback } from '$lib/domain/connection/address';

/** The reasons for a failed request that only the browser knows. */
export interface Browser {
	/** Resolves to true when the page's own security policy stopped the request that has just failed at this address. */
	isRefused(address: string): Promise<boolean>;
	/** Resolves to true when the user denies this page the local network. */
	isDenied(address: string): Promise<boolean>;
}

/** The browser's `navigator.permissions`, with names that its types do not list yet. */
export interface Permissions {
	query(descriptor: { name: string }): Promise<{ state: string }>;
}

export interface BrowserOptions {
	/** The page's origin. */
	page: string;
	/** The target of `securitypolicyviolation` events: the document. */
	violations: EventTarget;
	permissions?: Permissions | undefined;
	/** Ends the listening. */
	signal: AbortSignal;
}

/** @see https://wicg.github.io/local-network-access/ the first name was split into the other two */
const PERMISSIONS = {
	loopback: ['local-network-access', 'loopback-network'],
	network: ['local-network-access', 'local-network']
};

/** Milliseconds to wait for the event of a violation, which follows the failed request. */
const VIOLATION_DELAY = 60;

/** Starts listening; only requests sent afterwards can be explained. */
export function watchBrowser({ page, violations, permissions, signal }: BrowserOptions): Browser {
	const refused = new Set<string>();
	violations.addEventListener(
		'securitypolicyviolation',
		(event) => {
			if (!('blockedURI' in event) || typeof event.blockedURI !== 'string') return;
			if (URL.canParse(event.blockedURI)) refused.add(new URL(event.blockedURI).origin);
		},
		{ signal }
	);

	async function isDeniedBy(name: string): Promise<boolean> {
		try {
			return (await permissions?.query({ name }))?.state === 'denied';
		} catch {
			// A browser without this permission does not deny it.
			return false;
		}
	}

	return {
		async isRefused(address) {
			const { origin } = new URL(address);
			if (!refused.has(origin))
				await new Promise((resolve) => setTimeout(resolve, VIOLATION_DELAY));
			return refused.has(origin);
		},
		async isDenied(address) {
			const isNear = isLoopback(address);
			// Browsers ask for no permission between two addresses of one computer.
			if (isNear && isLoopback(page)) return false;
			const answers = await Promise.all(
				PERMISSIONS[isNear ? 'loopback' : 'network'].map(isDeniedBy)
			);
			return answers.includes(true);
		}
	};
}
