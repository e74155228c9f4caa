import { createContext } from 'svelte';
import { collectAccounts } from '$lib/domain/chat/account';
import { nameAccounts } from '$lib/domain/chat/account-names';
import {
	getBlockedReason,
	OTHER_SERVER,
	type PermissionContext
} from '$lib/domain/mutations/permission';
import type { MutationResult } from '$lib/domain/mutations/result';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Beeper } from '$lib/domain/connection/source';
import type { ChatID } from '$lib/domain/chat/chat';
import type { Access, Server } from '$lib/domain/connection/server';
import type { SourceError, TokenFailure } from '$lib/domain/connection/source-error';
import { findLeastVersion } from '$lib/domain/connection/features';
import { nameLabels, type NamedLabel } from '$lib/domain/chat/labels';
import { keepNetworkIndex } from '$lib/domain/chat/network';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { Acting, type ActOptions } from './acting.svelte';
import { Activity } from './activity-log.svelte';
import { Resource } from './async-state.svelte';
import type { Connection } from './connection.svelte';
import { Inbox } from './inbox.svelte';
import { Sync, type Watch } from './sync.svelte';
import { Previews } from './previews';
import type { OnOffPreference, Privacy } from './preferences.svelte';
import { guardSource, ServerIdentity } from './server-identity.svelte';
import type { ShelfPlace } from './shelf-place';
import { Toasts } from './toasts.svelte';

export interface SessionOptions {
	/** Asked at each call: a new token makes a new one. */
	source: () => Beeper;
	readOnly: Pick<OnOffPreference, 'isOn'>;
	/** Absent: everything is shown as it is. */
	privacy?: Pick<Privacy, 'disguise'>;
	/** Absent: nothing is known of the token but what the server says of it. */
	connection?: Pick<Connection, 'failure'>;
	/** Keeps drafts over a reload; absent: they are kept in memory only. */
	shelf?: ShelfPlace;
	watch: Watch;
}

/** Everything that lives from connecting to signing out, for all pages. */
export class Session {
	readonly inbox: Inbox;
	readonly activity = new Activity();
	readonly toasts = new Toasts();
	readonly access = new Resource<Access>();
	readonly server = new Resource<Server>();
	/** Changes chats. */
	readonly acting: Acting;
	/** Keeps the chats current. */
	readonly sync: Sync;
	readonly #previews: Previews;
	readonly #source: () => Beeper;
	readonly #readOnly: Pick<OnOffPreference, 'isOn'>;
	readonly #disguise: () => Anonymizer | null;
	readonly #tokenFailure: () => TokenFailure | null;
	readonly #watch: Watch;
	readonly #ending = new AbortController();

	/** Whether it is still the Beeper whose chats are shown that answers. */
	readonly identity: ServerIdentity;
	/** The source in use; it throws `other-server` once another Beeper answers. */
	readonly source: Beeper = $derived.by(() => guardSource(this.#source(), this.identity));

	readonly #getNetworks = keepNetworkIndex();
	readonly getNetwork = $derived.by(() => this.#getNetworks(this.inbox.accounts));
	readonly chatIndex = $derived.by(() => new ChatIndex(this.getNetwork));
	/** Newest activity first. */
	readonly indexedChats = $derived.by(() => this.chatIndex.read(this.inbox.chats));
	readonly accounts = $derived.by(() =>
		// Those that only the chats tell of are disguised too. Merged chats are in none.
		collectAccounts(this.inbox.listedAccounts, this.inbox.store.merges.unmerged).map(
			(account) => this.#disguise()?.account(account) ?? account
		)
	);
	/** What to call accounts beside their network, by `accountID`. */
	readonly accountNames = $derived.by(() => nameAccounts(this.accounts));
	/** Every label there is, as it is shown; none on servers without labels. */
	readonly labels: readonly NamedLabel[] = $derived.by(() =>
		nameLabels(this.inbox.labels, this.inbox.store.everyChat)
	);
	/** Why nothing may be changed at all; null when changes may be tried. */
	readonly blockedReason: string | null = $derived.by(() =>
		this.identity.isOther ? OTHER_SERVER : getBlockedReason(this.#readOnly.isOn, this.canWrite)
	);
	/** Why the chats could not be read; null where all went well, or the header says it for every page. */
	readonly failure: SourceError | null = $derived.by(() => {
		const { phase } = this.inbox;
		const isFailed = phase.name === 'failed' && phase.error.failure !== 'other-server';
		return isFailed ? phase.error : null;
	});
	readonly #atLeast = $derived.by(() =>
		findLeastVersion(this.inbox.listedAccounts, this.inbox.chats)
	);
	/** What the server says of itself, and what its answers show. */
	readonly #seenServer: Server | undefined = $derived.by(() => {
		const server = this.server.value;
		return server && this.#atLeast !== undefined ? { ...server, atLeast: this.#atLeast } : server;
	});
	readonly permissionContext: PermissionContext = $derived.by(() => ({
		getNetwork: this.getNetwork,
		blockedReason: this.blockedReason,
		server: this.#seenServer,
		isDisguised: this.#disguise() !== null
	}));

	constructor({ source, readOnly, privacy, connection, shelf, watch }: SessionOptions) {
		this.#watch = watch;
		this.#disguise = () => privacy?.disguise ?? null;
		this.#tokenFailure = () => connection?.failure ?? null;
		this.inbox = new Inbox(watch.now, this.#disguise);
		this.identity = new ServerIdentity(this.inbox, watch.now);
		this.#readOnly = readOnly;
		this.#source = source;
		this.sync = new Sync(this.inbox, watch);
		this.#previews = new Previews(this.inbox.store, () => this.source, watch.now);
		const { inbox, activity, toasts } = this;
		this.acting = new Acting({
			...{ inbox, activity, toasts, shelf },
			source: () => this.source,
			permissionContext: () => this.permissionContext,
			disguise: this.#disguise,
			now: watch.now,
			wait: watch.wait,
			signal: this.#ending.signal
		});
	}

	/**
	 * Read everything, and keep it right until the signal aborts. Throws bugs only.
	 *
	 * @param source - as `source` is now
	 */
	async run(source: Beeper, signal: AbortSignal): Promise<void> {
		await Promise.all([
			this.access.load(() => source.access(signal), signal),
			this.server.load(() => source.server(signal), signal),
			this.#keep(source, signal),
			this.inbox.keepAccountsCurrent(source, this.#watch, signal)
		]);
	}

	async #keep(source: Beeper, signal: AbortSignal): Promise<void> {
		await this.inbox.load(source);
		await this.sync.run(source, signal);
	}

	/** Load the last messages of the chats in view. */
	async loadPreviews(ids: readonly ChatID[], signal: AbortSignal): Promise<void> {
		await this.#previews.load(ids, signal);
	}

	/** Whether the token can change anything; undefined until that is known. */
	get canWrite(): boolean | undefined {
		return this.#tokenFailure() === 'read-only' ? false : this.access.value?.canWrite;
	}

	/** When the token ends: epoch milliseconds; undefined when it doesn't, or the server doesn't say. */
	get expiresAt(): number | undefined {
		return this.access.value?.expiresAt;
	}

	/** Do one thing unless it is forbidden, and tell how it ended. */
	act(mutation: Mutation, options?: ActOptions): Promise<MutationResult> {
		return this.acting.act(mutation, options);
	}

	/** Take a deed back, and tell only what could not be. */
	undo(groupId: number): Promise<void> {
		return this.acting.undo(groupId);
	}

	/** Take back what was done last. @returns false when there is nothing */
	undoLatest(): boolean {
		return this.acting.undoLatest();
	}

	/** Forget the drafts that were kept, as when the person signs out. */
	forgetDrafts() {
		this.acting.actions.drafts.erase();
	}

	end() {
		this.#ending.abort();
		this.inbox.stop();
		this.activity.clear();
	}
}

export const [getSession, setSession] = createContext<Session>();
