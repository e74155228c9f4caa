import { probe } from '$lib/api/diagnostics';
import { FIRST_PORT, LAST_PORT } from '$lib/domain/connection/address';

/** Where Beeper is, as far as is known. */
export interface BeeperLocation {
	/** Its origin; null while there is none. */
	find(): Promise<string | null>;
	/** What was found did not answer: look again when asked next. */
	forget(origin: string): void;
}

/** Milliseconds. Servers on this computer answer sooner. */
const TIMEOUT = 1500;

const CANDIDATES: readonly string[] = Array.from(
	{ length: LAST_PORT - FIRST_PORT + 1 },
	(_, index) => FIRST_PORT + index
).flatMap((port) => [`http://127.0.0.1:${port}`, `http://[::1]:${port}`]);

/** A Beeper at a given address, wherever else one may be. */
export function locateAt(origin: string): BeeperLocation {
	return { find: async () => origin, forget: () => undefined };
}

/** Looks for Beeper on this computer, without a token. @param candidates - most likely first */
export function locateBeeper(candidates: readonly string[] = CANDIDATES): BeeperLocation {
	let found: string | null = null;
	/** Requests that come during a search share it. */
	let search: Promise<string | null> | null = null;

	async function look(): Promise<string | null> {
		const areBeeper = await Promise.all(candidates.map(isBeeper));
		found = candidates.find((_, index) => areBeeper[index]) ?? null;
		search = null;
		return found;
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
