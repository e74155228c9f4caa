import type { Fetch } from '$lib/api/http';
import { createSource } from '$lib/api/source';
import { createTransport } from '$lib/api/transport';
import type { Beeper } from '$lib/domain/beeper';
import type { Login } from '$lib/state/connection.svelte';
import { connection } from './dashboard';

/** A 401 to the token in use, wherever it comes, asks for a new one in place. */
function watchedFetch(login: Login): Fetch {
	return async (request) => {
		const response = await fetch(request);
		const isAboutToken = response.status === 401 && request.headers.has('Authorization');
		if (isAboutToken && connection.login === login) connection.refuse();
		return response;
	};
}

/** The only place that tells the sample from a real server. */
async function openSource(login: Login): Promise<Beeper> {
	if (login.kind === 'live') {
		const { address, token } = login;
		const transport = createTransport(() => new XMLHttpRequest());
		return createSource({ address, token, fetch: watchedFetch(login), transport });
	}
	const sample = await import('$lib/sample/fetch');
	return createSource({
		address: sample.SAMPLE_ADDRESS,
		token: sample.SAMPLE_TOKEN,
		fetch: sample.createSampleFetch()
	});
}

const opened = new WeakMap<Login, Promise<Beeper>>();

/** The same source for the same login, so that pages share what it has read. */
export function sourceOf(login: Login): Promise<Beeper> {
	const source = opened.get(login) ?? openSource(login);
	opened.set(login, source);
	return source;
}
