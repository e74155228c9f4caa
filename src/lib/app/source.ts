import { createProbe } from '$lib/api/preflight';
import { createSource } from '$lib/api/source';
import { createRelaySocket } from '$lib/api/web-socket';
import { isRelay } from '$lib/domain/connection/address';
import type { Beeper } from '$lib/domain/connection/source';
import { createXHRUpload } from '$lib/api/xhr-upload';
import type { ChatCache } from '$lib/domain/chat-cache';
import { createInterner } from '$lib/domain/capabilities/intern';
import { openCache } from '$lib/cache/encrypted-cache';
import type { Login } from '$lib/state/connection.svelte';
import { connection, keepChats } from './app';
import { startInventory } from './start-inventory';
import { watch } from './watch';

/** A server and its cache on this computer. */
export interface OpenSource {
	source: Beeper;
	/**
	 * The first call returns the cache that began to open with the source. Absent: nothing is cached, and
	 * no cached chats are shown.
	 */
	openCache?: () => ChatCache;
}

/** Milliseconds between two changes of the sample data. */
const SAMPLE_CHURN = 4_000;

/** The only function that distinguishes the sample from a real server. */
async function open(login: Login): Promise<OpenSource> {
	if (login.kind === 'live') {
		const { address, token } = login;
		const share = createInterner();
		const transport = createXHRUpload(() => new XMLHttpRequest());
		const openSocket = isRelay(address, location.origin)
			? createRelaySocket(address, token)
			: undefined;
		const probe = createProbe(() => new XMLHttpRequest());
		const source = startInventory(
			createSource({
				...{ address, token, transport, probe, share, openSocket },
				// A late response to a request with an earlier token says nothing about the current one.
				ontoken: (failure) => {
					if (connection.login === login) connection.note(failure);
				}
			}),
			watch.painted
		);

		function openKept() {
			const { signal } = new AbortController();
			return openCache({ address, token, share, rest: () => watch.still(signal) });
		}
		// The first chats of the server are shown once it's known which chats are kept.
		let opened = keepChats.isOn ? openKept() : undefined;
		return {
			source,
			openCache: () => {
				const cache = opened ?? openKept();
				opened = undefined;
				return cache;
			}
		};
	}
	const sample = await import('$lib/sample/fetch');
	const source = createSource({
		address: sample.SAMPLE_ADDRESS,
		token: sample.SAMPLE_TOKEN,
		...sample.createSample({ churn: SAMPLE_CHURN })
	});
	return { source };
}

const known = new WeakMap<Login, Promise<OpenSource>>();

/** Returns the same source for the same login, so that pages share the data it has read. */
export function openSource(login: Login): Promise<OpenSource> {
	const one = known.get(login) ?? open(login);
	known.set(login, one);
	return one;
}
