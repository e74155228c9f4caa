import { parseAddress } from '$lib/domain/connection/address';
import { exclude } from '$lib/format/list';
import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';
import type { Grant } from '$lib/domain/connection/sign-in';
import { isGrant } from '$lib/domain/connection/stored-sign-in';
import type { TokenFailure } from '$lib/domain/connection/source-error';
import type { TextStore } from './persisted.svelte';

/** The server the dashboard talks to. `grant`: how the token was issued; absent for a pasted one. */
export type Login =
	{ kind: 'live'; address: string; token: string; grant?: Grant } | { kind: 'sample' };

const NAME = 'connection';
const ADDRESS_NAME = 'address';
const SIGN_OUTS_NAME = 'sign-outs';

/** @returns null if the value is not a login */
function readLogin(value: unknown): Login | null {
	const { kind, address, token, grant } = getFields(value);
	if (kind === undefined) return null;
	if (kind === 'sample') return { kind };
	if (typeof address !== 'string' || typeof token !== 'string' || !address || !token) return null;
	return { kind: 'live', address, token, ...(isGrant(grant) && { grant }) };
}

/** @returns null if the text is not a login */
function parseLogin(text: string | null): Login | null {
	return readLogin(parseJSONOrUndefined(text));
}

/** @returns null if the text is not an address */
function parseKnownAddress(text: string | null): string | null {
	const parsed = text === null ? null : parseAddress(text);
	return parsed && 'address' in parsed ? parsed.address : null;
}

/**
 * The only holder of the token: in memory, and in the browser's storage for this tab, or for this
 * device if the user chose so. The address of the last server stays on this device, because it is
 * no secret and a bookmark opened in a new tab needs it.
 */
export class Connection {
	readonly #tab: TextStore;
	readonly #device: TextStore;
	#login = $state.raw<Login | null>(null);
	#failure = $state.raw<TokenFailure | null>(null);
	#signedOutBy = $state.raw<'another-tab' | null>(null);
	/** True when this tab's login is the one on the device, which another tab may have put there. */
	#isOnDevice = false;

	constructor(stores: { tab: TextStore; device: TextStore }) {
		this.#tab = stores.tab;
		this.#device = stores.device;
		if (this.#isOutlived(this.#tab.read(NAME))) {
			this.#tab.clear();
			this.#signedOutBy = 'another-tab';
		}
		this.#login = parseLogin(this.#tab.read(NAME));
		if (!this.#login) {
			this.#login = parseLogin(this.#device.read(NAME));
			this.#isOnDevice = this.#login !== null;
		}
		if (this.#login?.kind === 'live') this.keepAddress(this.#login.address);
	}

	/** `null` while signed out. */
	get login() {
		return this.#login;
	}

	/** The address that this device last connected to; null if there is none. */
	get knownAddress(): string | null {
		return parseKnownAddress(this.#device.read(ADDRESS_NAME));
	}

	/** The reason why the server no longer accepts the token; null while it does. */
	get failure() {
		return this.#failure;
	}

	/**
	 * True when the server refuses every request with the token. Loaded chats stay on screen until
	 * there is a new token.
	 */
	get isEnded(): boolean {
		return this.#failure !== null && this.#failure !== 'read-only';
	}

	/** Epoch milliseconds at which the token expires, as told when it was issued; undefined if it wasn't. */
	get expiresAt(): number | undefined {
		return this.#login?.kind === 'live' ? this.#login.grant?.expiresAt : undefined;
	}

	/** True when the login stays on this device after the tab is closed. */
	get isRemembered(): boolean {
		return this.#isOnDevice;
	}

	/** The cause of the sign-out of this tab; null if the user did it here, or is signed in. */
	get signedOutBy() {
		return this.#signedOutBy;
	}

	/**
	 * Replaces the login of this tab. The tab keeps what the device has no room for.
	 *
	 * @param remember - keep the login after this tab is closed
	 */
	open(login: Login, remember: boolean) {
		this.close();
		this.#isOnDevice = remember && this.#device.write(NAME, JSON.stringify(login));
		if (!this.#isOnDevice)
			this.#tab.write(NAME, JSON.stringify({ ...login, signOuts: this.#signOutMark }));
		this.#login = login;
		if (login.kind === 'live') this.keepAddress(login.address);
	}

	/** Keeps the address of a server on this device, before or after there is a token for it. */
	keepAddress(address: string) {
		this.#device.write(ADDRESS_NAME, address);
	}

	/** Replaces the token for the same server by a pasted one, in the same storage. */
	renew(token: string) {
		if (this.#login?.kind !== 'live') return;
		const { kind, address } = this.#login;
		this.open({ kind, address, token }, this.#isOnDevice);
	}

	/** Takes another address of the same server, with the same token in the same storage. */
	moveTo(address: string) {
		if (this.#login?.kind !== 'live') return;
		this.open({ ...this.#login, address }, this.#isOnDevice);
	}

	/** Records a token failure shown by a response. An ended token outranks a read-only one. */
	note(failure: TokenFailure) {
		if (!this.isEnded) this.#failure = failure;
	}

	/** Allows mutations again with a token that was rejected for one. */
	retryWrites() {
		if (this.#failure === 'read-only') this.#failure = null;
	}

	/**
	 * Deletes the token and all that this tab keeps, in memory and in every storage; the address stays.
	 * Leaves a mark by which a tab that the browser has put to sleep does the same when it wakes.
	 *
	 * @param by - absent: the user, in this tab
	 */
	signOut(by: 'another-tab' | null = null) {
		// The other tab has left the mark.
		if (!by) this.#device.write(SIGN_OUTS_NAME, String(Date.now()));
		this.#device.remove(NAME);
		this.#tab.clear();
		this.close();
		this.#signedOutBy = by;
	}

	/** Differs after each sign-out of this device; also after `/reset`, see `static/reset.js`. */
	get #signOutMark(): string {
		return this.#device.read(SIGN_OUTS_NAME) ?? '0';
	}

	/** True for a tab's stored login from before a sign-out that did not reach the tab. */
	#isOutlived(stored: string | null): boolean {
		const { kind, signOuts } = getFields(parseJSONOrUndefined(stored));
		return kind === 'live' && signOuts !== undefined && String(signOuts) !== this.#signOutMark;
	}

	/** Deletes the login of this tab, and of the device only if it is the same one. */
	close() {
		this.#tab.remove(NAME);
		if (this.#isOnDevice) this.#device.remove(NAME);
		this.#isOnDevice = false;
		this.#login = null;
		this.#failure = null;
		this.#signedOutBy = null;
	}
}

/** The dashboard's tabs of one origin, as a browser's `BroadcastChannel` joins them. */
export type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

type TabMessage =
	{ kind: 'login-wanted' } | { kind: 'login'; login: Login } | { kind: 'signed-out' };

/** Milliseconds that a new tab waits for the others before it asks for a token. */
const LOGIN_TIMEOUT = 150;
/** Milliseconds within which the answer of a busy tab still signs this one in. */
const LATE_LOGIN_TIMEOUT = 10_000;

export interface TabsOptions {
	channel: TabChannel;
	connection: Connection;
	/**
	 * True when the tab is in view, or was within the last minute. A tab that has been out of view
	 * for longer hands its token to no other.
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
	#signOutListeners: readonly (() => void)[] = [];

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
		this.#signOutListeners = [...this.#signOutListeners, listener];
		return () => {
			this.#signOutListeners = exclude(this.#signOutListeners, [listener]);
		};
	}

	async #ask() {
		const { wait, onlogin, connection } = this.#options;
		const received = new Promise<void>((resolve) => (this.#received = resolve));
		this.#acceptsLogin = true;
		this.#post({ kind: 'login-wanted' });
		await Promise.race([received, wait(LOGIN_TIMEOUT)]);
		if (connection.login) return;
		this.#received = onlogin;
		void wait(LATE_LOGIN_TIMEOUT - LOGIN_TIMEOUT).then(() => (this.#acceptsLogin = false));
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
			connection.signOut('another-tab');
			for (const listener of this.#signOutListeners) listener();
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
