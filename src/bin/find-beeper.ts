import { probe } from '$lib/api/diagnostics';
import { FIRST_PORT, LAST_PORT } from '$lib/domain/connection/address';

/** The address of Beeper, once it is found. */
export interface BeeperLocation {
	/** Beeper's origin; null while none is found. */
	find(): Promise<string | null>;
	/** Forgets an origin that did not respond, so that the next `find` searches again. */
	forget(origin: string): void;
}

/** Milliseconds to wait for a response; servers on this computer are faster. */
const TIMEOUT = 1500;

const CANDIDATES: readonly string[] = Array.from(
	{ length: LAST_PORT - FIRST_PORT + 1 },
	(_, index) => FIRST_PORT + index
).flatMap((port) => [`http://127.0.0.1:${port}`, `http://[::1]:${port}`]);

/** The location of a Beeper at a given address, without a search. */
export function locateAt(origin: string): BeeperLocation {
	return { find: async () => origin, forget: () => undefined };
}

/** Searches for Beeper on this computer, without a token. @param candidates - most likely first */
export function locateBeeper(candidates: readonly string[] = CANDIDATES): BeeperLocation {
	let found: string | null = null;
	/** Requests that come during a search share it. */
	let search: Promise<string | null> | null = null;

	async function look(): Promise<string | null> {
		try {
			const areBeeper = await Promise.all(candidates.map(isBeeper));
			found = candidates.find((_, index) => areBeeper[index]) ?? null;
			return found;
		} finally {
			search = null;
		}
	}

	return {
		find: async () => found ?? (search ??= look()),
		forget(origin) {
			if (found === origin) found = null;
		}
	};
}

async function isBeeper(origin: string): Promise<boolean> {
	const { signal } = new AbortController();
	const { kind } = await probe(origin, { signal, timeout: TIMEOUT });
	return kind === 'running' || kind === 'switched-off';
}
