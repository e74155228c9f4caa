import { createProbe } from '$lib/api/preflight';
import { createSource } from '$lib/api/source';
import type { Beeper } from '$lib/domain/connection/source';
import { createXHRUpload } from '$lib/api/xhr-upload';
import type { ChatCache } from '$lib/domain/chat-cache';
import { createInterner } from '$lib/domain/capabilities/intern';
import { openCache } from '$lib/cache/encrypted-cache';
import type { Login } from '$lib/state/connection.svelte';
import { connection } from './app';
import { startInventory } from './start-inventory';
import { watch } from './watch';

/** A server, and what is kept of it on this computer. */
export interface OpenSource {
	source: Beeper;
	/** Absent: nothing is kept, nor shown from before. */
	openCache?: () => ChatCache;
}

/** The only place that tells the sample from a real server. */
async function open(login: Login): Promise<OpenSource> {
	if (login.kind === 'live') {
		const { address, token } = login;
		const share = createInterner();
		const transport = createXHRUpload(() => new XMLHttpRequest());
		const probe = createProbe(() => new XMLHttpRequest());
		return {
			source: startInventory(
				createSource({
					...{ address, token, transport, probe, share },
					// What is heard late of a token before is no news of the one in use.
					ontoken: (failure) => {
						if (connection.login === login) connection.note(failure);
					}
				})
			),
			openCache: () => {
				const { signal } = new AbortController();
				return openCache({ address, token, share, rest: () => watch.still(signal) });
			}
		};
	}
	const sample = await import('$lib/sample/fetch');
	const source = createSource({
		address: sample.SAMPLE_ADDRESS,
		token: sample.SAMPLE_TOKEN,
		fetch: sample.createSampleFetch()
	});
	return { source };
}

const known = new WeakMap<Login, Promise<OpenSource>>();

/** The same for the same login, so that pages share what it has read. */
export function openSource(login: Login): Promise<OpenSource> {
	const one = known.get(login) ?? open(login);
	known.set(login, one);
	return one;
}
