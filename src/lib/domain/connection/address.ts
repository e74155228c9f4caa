/** Beeper’s default port. */
export const FIRST_PORT = 23373;
/** Beeper tries the ports up to this one in order until one is free. */
export const LAST_PORT = 23392;

/** Beeper's default address. */
export const DEFAULT_ADDRESS = `http://localhost:${FIRST_PORT}`;

/** The path at which the dashboard’s own server passes requests on to Beeper. */
const RELAY_PATH = '/beeper';

/** The address of a page’s own relay. @param pageOrigin - the page’s origin */
export function getRelay(pageOrigin: string): string {
	return pageOrigin + RELAY_PATH;
}

/** True for the relay of this page, which is not an address of Beeper itself. */
export function isRelay(address: string, pageOrigin: string): boolean {
	return address === getRelay(pageOrigin);
}

/**
 * An origin (scheme, host and port), for a relay with its path, or why the typed address is invalid.
 */
export type ParsedAddress = { address: string } | { problem: string };

/**
 * Parse a typed address: `localhost:23373`, `23374`, `:23374`, `https://beeper.example.net/v1`, or
 * that of a relay: `localhost:23323/beeper`. The scheme defaults to http; without scheme and port,
 * the port is Beeper's default.
 */
export function parseAddress(text: string): ParsedAddress {
	const typed = text.trim();
	if (!typed) return { problem: `Enter the address of Beeper’s API, such as ${DEFAULT_ADDRESS}.` };

	const complete = completed(typed);
	if (!URL.canParse(complete)) {
		return { problem: `Not an address. Enter one such as ${DEFAULT_ADDRESS}.` };
	}
	const { protocol, username, password, pathname, search, hash, origin } = new URL(complete);
	if (!/^https?:$/.test(protocol)) {
		return { problem: 'The address must start with http:// or https://.' };
	}
	if (username || password) {
		return { problem: 'Remove everything before the @. The token goes in its own field.' };
	}
	const [isPath, relay = ''] = /^(\/beeper)?(?:\/(?:v1(?:\/.*)?)?)?$/.exec(pathname) ?? [];
	if (isPath === undefined || search || hash) {
		return { problem: 'Remove everything after the port.' };
	}
	return { address: origin + relay };
}

function completed(typed: string): string {
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
	if (/^:?\d+$/.test(typed)) return `http://localhost:${typed.replace(':', '')}`;
	const [, host = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(typed) ?? [];
	if (/:\d+$/.test(host)) return `http://${typed}`;
	return `http://${host.replace(/:$/, '')}:${FIRST_PORT}${path}`;
}

/** True when an address or a page's origin is on this computer. */
export function isLoopback(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { hostname } = new URL(address);
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** An address for display, without `http://`. */
export function formatAddress(address: string): string {
	return address.replace(/^http:\/\//, '');
}

/** The range of ports that Beeper may use, in words. */
export const PORT_WORDS = `${FIRST_PORT} to ${LAST_PORT}`;

/**
 * Other addresses on this computer at which Beeper may listen, most likely first; empty for a
 * remote address. `[::1]` is excluded: no host-source of a Content-Security-Policy can name an IPv6
 * address (its grammar allows letters, digits, hyphens and dots), and `localhost` reaches it.
 *
 * @param isWide - every port that Beeper may use, as a relay has done already; otherwise only its
 * default port
 */
export function getNearbyAddresses(address: string, isWide = false): readonly string[] {
	if (!isLoopback(address)) return [];
	const { origin, hostname, pathname } = new URL(address);
	if (!isWide || pathname === RELAY_PATH) {
		const usual = [DEFAULT_ADDRESS, DEFAULT_ADDRESS.replace('localhost', '127.0.0.1')];
		return usual.filter((other) => other !== origin);
	}
	const twin = origin.replace(hostname, hostname === 'localhost' ? '127.0.0.1' : 'localhost');
	const ports = Array.from(
		{ length: LAST_PORT - FIRST_PORT + 1 },
		(_, index) => `http://127.0.0.1:${FIRST_PORT + index}`
	);
	// `twin` covers the port of the typed address already.
	const asked = new Set([origin, twin, origin.replace(hostname, '127.0.0.1')]);
	return [twin, ...ports.filter((port) => !asked.has(port))];
}
