import { fieldsOf, parseLoosely } from '$lib/domain/loosely';
import type { TextStore } from './storage';

/** Whom the dashboard talks to. */
export type Login = { kind: 'live'; address: string; token: string } | { kind: 'sample' };

const NAME = 'connection';

/** @returns null for anything but a login, however it got there */
function parseLogin(text: string | null): Login | null {
	const { kind, address, token } = fieldsOf(parseLoosely(text));
	if (kind === undefined) return null;
	if (kind === 'sample') return { kind };
	if (typeof address !== 'string' || typeof token !== 'string' || !address || !token) return null;
	return { kind: 'live', address, token };
}

/**
 * The one place that holds the token: in memory, and in the browser's storage for this tab,
 * or for this device when asked to remember.
 */
export class Connection {
	readonly #tab: TextStore;
	readonly #device: TextStore;
	#login = $state.raw<Login | null>(null);
	#isRefused = $state(false);

	constructor(stores: { tab: TextStore; device: TextStore }) {
		this.#tab = stores.tab;
		this.#device = stores.device;
		this.#login = parseLogin(this.#tab.read(NAME)) ?? parseLogin(this.#device.read(NAME));
	}

	/** `null` while signed out. */
	get login() {
		return this.#login;
	}

	/** The server no longer takes the token; what was loaded stays on screen until a new one is given. */
	get isRefused() {
		return this.#isRefused;
	}

	/** @param remember - keep the login after this tab is closed */
	open(login: Login, remember: boolean) {
		this.close();
		(remember ? this.#device : this.#tab).write(NAME, JSON.stringify(login));
		this.#login = login;
	}

	/** The same server with another token, kept where the old one was. */
	renew(token: string) {
		if (this.#login?.kind !== 'live') return;
		const isRemembered = parseLogin(this.#device.read(NAME)) !== null;
		this.open({ ...this.#login, token }, isRemembered);
	}

	/** Note that the server answered 401. */
	refuse() {
		this.#isRefused = true;
	}

	/** Forget the token, in memory and in every store. */
	close() {
		this.#tab.remove(NAME);
		this.#device.remove(NAME);
		this.#login = null;
		this.#isRefused = false;
	}
}
