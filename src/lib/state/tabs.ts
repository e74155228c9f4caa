import { getFields } from '$lib/format/parse-json';
import { readLogin, type Connection, type Login } from './connection.svelte';

/** The dashboard's tabs of one origin, as a browser's `BroadcastChannel` joins them. */
export type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

type TabMessage =
	{ kind: 'login-wanted' } | { kind: 'login'; login: Login } | { kind: 'signed-out' };

/** Milliseconds that a new tab waits for the others before it asks for a token. */
const PATIENCE = 150;
/** Milliseconds within which the answer of a busy tab still signs this one in. */
const LATEST = 2_000;

export interface TabsOptions {
	channel: TabChannel;
	connection: Connection;
	/**
	 * True when the tab is in view, or was within the last minute: a tab that nobody has looked at for
	 * longer hands its token to no other.
	 */
	isRecent: () => boolean;
	/** Resolves after a number of milliseconds. */
	wait: (milliseconds: number) => Promise<void>;
	/** Called when another tab's login comes after the wait. */
	onlogin: () => void;
}

/** Hands the login of an open tab to a new one that asks, and signs all of them out together. */
export class Tabs {
	readonly #options: TabsOptions;
	#asking: Promise<void> | null = null;
	#acceptsLogin = false;
	#received: (() => void) | null = null;
	readonly #leaving = new Set<() => void>();

	constructor(options: TabsOptions) {
		this.#options = options;
		options.channel.addEventListener('message', ({ data }) => this.#read(data));
	}

	/** The login of this tab, or of another one, which is asked for once in a page's life. */
	async findLogin(): Promise<Login | null> {
		const { connection } = this.#options;
		if (!connection.login) await (this.#asking ??= this.#ask());
		return connection.login;
	}

	/** Deletes the token in every tab, and says why in the others. */
	signOut() {
		this.#options.connection.signOut();
		this.#post({ kind: 'signed-out' });
	}

	/** @returns stops calling the listener when another tab signs out */
	onSignOut(listener: () => void): () => void {
		this.#leaving.add(listener);
		return () => this.#leaving.delete(listener);
	}

	async #ask() {
		const { wait, onlogin, connection } = this.#options;
		const received = new Promise<void>((resolve) => (this.#received = resolve));
		this.#acceptsLogin = true;
		this.#post({ kind: 'login-wanted' });
		await Promise.race([received, wait(PATIENCE)]);
		if (connection.login) return;
		this.#received = onlogin;
		void wait(LATEST - PATIENCE).then(() => (this.#acceptsLogin = false));
	}

	#post(message: TabMessage) {
		this.#options.channel.postMessage(message);
	}

	/** @param message - unknown, as a tab may be on another version of the dashboard */
	#read(message: unknown) {
		const { connection } = this.#options;
		const { kind, login } = getFields(message);
		if (kind === 'login-wanted') this.#answer();
		if (kind === 'login') this.#take(readLogin(login));
		if (kind === 'signed-out' && connection.login?.kind === 'live') {
			connection.close('another-tab');
			for (const leave of this.#leaving) leave();
		}
	}

	#answer() {
		const { connection, isRecent } = this.#options;
		const { login, isEnded } = connection;
		if (login?.kind === 'live' && !isEnded && isRecent()) this.#post({ kind: 'login', login });
	}

	#take(login: Login | null) {
		const { connection } = this.#options;
		if (!login || !this.#acceptsLogin || connection.login) return;
		this.#acceptsLogin = false;
		connection.open(login, false);
		this.#received?.();
	}
}
