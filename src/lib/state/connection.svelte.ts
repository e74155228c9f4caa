import { parseAddress } from '$lib/domain/connection/address';
import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';
import type { Grant } from '$lib/domain/connection/sign-in';
import { isGrant } from '$lib/domain/connection/stored-sign-in';
import type { TokenFailure } from '$lib/domain/connection/source-error';
import type { TextStore } from './persisted.svelte';
import type { Diagnosis } from '$lib/domain/connection/diagnosis';

/** The server the dashboard talks to. `grant`: how the token was issued; absent for a pasted one. */
export type Login =
	{ kind: 'live'; address: string; token: string; grant?: Grant } | { kind: 'sample' };

const NAME = 'connection';
const ADDRESS_NAME = 'address';
const SIGN_OUTS_NAME = 'sign-outs';

/** @returns null if the value is not a login */
export function readLogin(value: unknown): Login | null {
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

	constructor(stores: { tab: TextStore; device: TextStore }) {
		this.#tab = stores.tab;
		this.#device = stores.device;
		if (this.#isOutlived(this.#tab.read(NAME))) {
			this.#tab.remove(NAME);
			this.#signedOutBy = 'another-tab';
		}
		this.#login = parseLogin(this.#tab.read(NAME)) ?? parseLogin(this.#device.read(NAME));
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
		return parseLogin(this.#device.read(NAME)) !== null;
	}

	/** The cause of the sign-out of this tab; null if the user did it here, or is signed in. */
	get signedOutBy() {
		return this.#signedOutBy;
	}

	/** @param remember - keep the login after this tab is closed */
	open(login: Login, remember: boolean) {
		this.close();
		if (remember) this.#device.write(NAME, JSON.stringify(login));
		else this.#tab.write(NAME, JSON.stringify({ ...login, signOuts: this.#signOuts }));
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
		this.open({ kind, address, token }, this.isRemembered);
	}

	/** Takes another address of the same server, with the same token in the same storage. */
	moveTo(address: string) {
		if (this.#login?.kind !== 'live') return;
		this.open({ ...this.#login, address }, this.isRemembered);
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
	 * Deletes the token, and leaves a mark by which a tab that the browser has put to sleep deletes its
	 * own when it wakes.
	 */
	signOut() {
		this.#device.write(SIGN_OUTS_NAME, String(this.#signOuts + 1));
		this.close();
	}

	/** Number of times that this device was signed out. */
	get #signOuts(): number {
		return Number(this.#device.read(SIGN_OUTS_NAME)) || 0;
	}

	/** True for a tab's stored login from before a sign-out that did not reach the tab. */
	#isOutlived(stored: string | null): boolean {
		const { kind, signOuts } = getFields(parseJSONOrUndefined(stored));
		return kind === 'live' && signOuts !== undefined && signOuts !== this.#signOuts;
	}

	/** Deletes the token, in memory and in every storage; the address stays. */
	close(by: 'another-tab' | null = null) {
		this.#tab.remove(NAME);
		this.#device.remove(NAME);
		this.#login = null;
		this.#failure = null;
		this.#signedOutBy = by;
	}
}

export interface DiagnoseOptions {
	/** True when every port that Beeper may use is tried. */
	isWide?: boolean;
}

/** Yields increasingly complete diagnoses of an address, until `signal` aborts. */
export type Diagnose = (
	address: string,
	signal: AbortSignal,
	options: DiagnoseOptions
) => AsyncIterable<Diagnosis>;

/** The diagnosis of the address that was typed last. */
export class ConnectionCheck {
	readonly #diagnose: Diagnose;
	#diagnosis = $state.raw<Diagnosis | null>(null);
	#running: AbortController | null = null;

	constructor(diagnose: Diagnose) {
		this.#diagnose = diagnose;
	}

	get diagnosis() {
		return this.#diagnosis;
	}

	/** Checks an address, and ends the previous check. A bug is thrown. */
	async check(address: string, options: DiagnoseOptions = {}): Promise<void> {
		this.end();
		const running = new AbortController();
		this.#running = running;
		for await (const diagnosis of this.#diagnose(address, running.signal, options)) {
			if (running.signal.aborted) return;
			this.#diagnosis = diagnosis;
		}
	}

	/** Shows a diagnosis from elsewhere, such as that of a token, and ends the check. */
	show(diagnosis: Diagnosis) {
		this.end();
		this.#diagnosis = diagnosis;
	}

	end() {
		this.#running?.abort();
	}
}
