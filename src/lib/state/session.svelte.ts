import { createContext } from 'svelte';
import { collectAccounts } from '$lib/domain/chat/account';
import { nameAccounts } from '$lib/domain/chat/account-names';
import { findAccountTroubles } from '$lib/domain/chat/account-troubles';
import {
	getBlockedReason,
	OTHER_SERVER,
	type PermissionContext
} from '$lib/domain/mutations/permission';
import type { Beeper, MutationResponse } from '$lib/domain/connection/source';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { ChatID } from '$lib/domain/chat/chat';
import type { Access, Server } from '$lib/domain/connection/server';
import { SourceError, type TokenFailure } from '$lib/domain/connection/source-error';
import { findLeastVersion } from '$lib/domain/connection/features';
import { nameLabels, type NamedLabel } from '$lib/domain/chat/labels';
import { memoizeNetworkIndex } from '$lib/domain/chat/network';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { countUnread } from '$lib/domain/chat-list/count-chats';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { findFacetChoices } from '$lib/domain/chat-list/facets';
import type { FilterNames } from '$lib/domain/chat-list/view';
import { ActivityLog } from './activity-log.svelte';
import { PictureCache } from './pictures';
import { Resource } from './resource.svelte';
import type { Connection } from './connection.svelte';
import { DraftStorage, type DraftStorageOptions } from './drafts.svelte';
import { Inbox } from './inbox.svelte';
import { LastMessages, Previews } from './last-messages';
import type { Presence } from './mutation-queue.svelte';
import { Mutations, type MutationsOptions } from './mutations.svelte';
import type { Watch } from './concurrency';
import { Sync } from './sync.svelte';
import type { OnOffPreference, Privacy } from './preferences.svelte';
import { guardSource, ServerIdentity } from './server-identity.svelte';
import { Threads } from './threads';
import { MutationToasts, Toasts } from './toasts.svelte';

/** Milliseconds for which a change waits for Beeper to be found back. */
const LONGEST_CHECK = 1_500;

export interface SessionOptions {
	/** Called at each use, since a new token creates a new source. */
	source: () => Beeper;
	readOnly: Pick<OnOffPreference, 'isOn'>;
	/** Absent: nothing is anonymized. */
	privacy?: Pick<Privacy, 'anonymizer'>;
	/** Absent: only the server's own report about the token is used. */
	connection?: Pick<Connection, 'failure' | 'expiresAt'>;
	/** Keeps drafts over a reload; absent: they are kept in memory only. */
	draftStorage?: DraftStorageOptions;
	watch: Watch;
}

/** The state from connecting to signing out, shared by all pages. */
export class Session {
	readonly inbox: Inbox;
	readonly activity = new ActivityLog();
	readonly toasts = new Toasts();
	/** Pictures of chats and messages. */
	readonly pictures: PictureCache;
	readonly threads: Threads;
	readonly lastMessages: LastMessages;
	readonly access = new Resource<Access>();
	readonly server = new Resource<Server>();
	readonly mutations: Mutations;
	/** Keeps the chats current. */
	readonly sync: Sync;
	readonly #previews: Previews;
	readonly #source: () => Beeper;
	readonly #readOnly: Pick<OnOffPreference, 'isOn'>;
	readonly #getAnonymizer: () => Anonymizer | null;
	readonly #tokenFailure: () => TokenFailure | null;
	/** As told when the token was issued. */
	readonly #issuedExpiry: () => number | undefined;
	readonly #watch: Watch;
	readonly #ending = new AbortController();

	#isWriteBlocked = $state.raw(false);

	/** Recognises the server whose chats are shown. */
	readonly identity: ServerIdentity;
	/** The current source; it throws `other-server` once another server responds. */
	readonly source: Beeper = $derived.by(() => guardSource(this.#source(), this.identity));

	readonly #getNetworks = memoizeNetworkIndex();
	readonly getNetwork = $derived.by(() => this.#getNetworks(this.inbox.accounts));
	readonly chatIndex = $derived.by(() => new ChatIndex(this.getNetwork));
	/** Newest activity first. */
	readonly indexedChats = $derived.by(() => this.chatIndex.read(this.inbox.chats));
	/** Number of unread chats in the inbox. */
	readonly unreadCount = $derived.by(() => countUnread(this.indexedChats));
	readonly accounts = $derived.by(() =>
		// Accounts known from chats only are anonymized too. Merged chats have no account.
		collectAccounts(this.inbox.listedAccounts, this.inbox.store.merges.unmerged).map(
			(account) => this.#getAnonymizer()?.account(account) ?? account
		)
	);
	/** As shown: in Privacy mode without the network’s own words. */
	readonly accountTroubles = $derived.by(() => findAccountTroubles(this.inbox.accounts));
	/** Names of accounts, for display next to their network, by `accountID`. */
	readonly accountNames = $derived.by(() => nameAccounts(this.accounts));
	/** Every label as shown; empty on servers without labels. */
	readonly labels: readonly NamedLabel[] = $derived.by(() =>
		nameLabels(this.inbox.labels, this.inbox.store.everyChat)
	);
	/** The networks, accounts and other choices that the chats have, whatever the filter. */
	readonly facetChoices = $derived.by(() => findFacetChoices(this.indexedChats));
	/** The names that a filter line can use. */
	readonly filterNames: FilterNames = $derived.by(() => {
		const { accounts, labels } = this;
		return { networks: this.facetChoices.networks, accounts, labels };
	});
	/** The reason why no mutation is allowed; null if mutations may be tried. */
	readonly blockedReason: string | null = $derived.by(() =>
		this.identity.isOther ? OTHER_SERVER : getBlockedReason(this.#readOnly.isOn, this.canWrite)
	);
	/**
	 * The reason why the chats could not be read; null if they could, or if the header of every page
	 * shows it.
	 */
	readonly failure: SourceError | null = $derived.by(() => {
		const { phase } = this.inbox;
		const isFailed = phase.name === 'failed' && phase.error.failure !== 'other-server';
		return isFailed ? phase.error : null;
	});
	readonly #atLeast = $derived.by(() =>
		findLeastVersion(this.inbox.listedAccounts, this.inbox.chats)
	);
	/** The server's own description, and the version in its responses. */
	readonly #seenServer: Server | undefined = $derived.by(() => {
		const server = this.server.value;
		return server && this.#atLeast !== undefined ? { ...server, atLeast: this.#atLeast } : server;
	});
	readonly permissionContext: PermissionContext = $derived.by(() => ({
		getNetwork: this.getNetwork,
		blockedReason: this.blockedReason,
		server: this.#seenServer,
		isAnonymized: this.#getAnonymizer() !== null
	}));

	readonly #presence: Presence = {
		isAway: () => this.sync.isAway,
		check: () => this.sync.refreshWithin(LONGEST_CHECK, this.#ending.signal)
	};

	readonly #draftStorage: DraftStorage | undefined;
	readonly #replyStorage: DraftStorage | undefined;

	constructor({ source, readOnly, privacy, connection, draftStorage, watch }: SessionOptions) {
		this.#watch = watch;
		this.#getAnonymizer = () => privacy?.anonymizer ?? null;
		this.#tokenFailure = () => connection?.failure ?? null;
		this.#issuedExpiry = () => connection?.expiresAt;
		this.inbox = new Inbox(watch.now, this.#getAnonymizer);
		this.identity = new ServerIdentity(this.inbox, watch.now);
		this.#readOnly = readOnly;
		this.#source = source;
		this.sync = new Sync(this.inbox, watch, {
			onpoll: (state) => this.mutations.reviewUnknown(state)
		});
		this.#previews = new Previews(this.inbox.store, () => this.source, watch.now);
		this.pictures = new PictureCache({ source: () => this.source, now: watch.now });
		const { activity, toasts } = this;
		const { store } = this.inbox;
		if (draftStorage) {
			this.#draftStorage = new DraftStorage(draftStorage);
			this.#replyStorage = new DraftStorage({ ...draftStorage, name: 'replies' });
		}
		const requests: MutationsOptions['source'] = {
			sendMutation: (mutation, signal) => this.#send(mutation, signal),
			chat: (id, signal) => this.source.chat(id, signal),
			messages: (...page) => this.source.messages(...page),
			message: (...ids) => this.source.message(...ids),
			upload: (file, signal, onprogress) => this.source.upload(file, signal, onprogress)
		};
		this.mutations = new Mutations({
			source: requests,
			chats: store,
			activity,
			notifier: new MutationToasts({ toasts, activity, store, getAnonymizer: this.#getAnonymizer }),
			getPermissionContext: () => this.permissionContext,
			presence: this.#presence,
			draftStorage: this.#draftStorage,
			replyStorage: this.#replyStorage,
			now: watch.now,
			wait: watch.wait,
			signal: this.#ending.signal
		});
		this.threads = new Threads({
			source: requests,
			find: (id) => store.get(id),
			mutations: this.mutations,
			now: watch.now
		});
		this.lastMessages = new LastMessages({ store, threads: this.threads, now: watch.now });
	}

	/**
	 * Loads everything, and keeps it current until the signal aborts. Throws only bugs.
	 *
	 * @param source - the current value of `source`
	 */
	async run(source: Beeper, signal: AbortSignal): Promise<void> {
		await Promise.all([
			this.access.load(() => source.access(signal), signal),
			this.server.load(() => source.server(signal), signal),
			this.#keep(source, signal),
			this.inbox.keepAccountsCurrent(source, this.#watch, signal)
		]);
	}

	async #send(mutation: Mutation, signal: AbortSignal): Promise<MutationResponse> {
		try {
			return await this.source.sendMutation(mutation, signal);
		} catch (error) {
			// The next change should know whether Beeper is away.
			if (error instanceof SourceError && error.failure === 'unreachable') this.sync.refresh();
			if (error instanceof SourceError && error.failure === 'not-sent') this.#isWriteBlocked = true;
			throw error;
		}
	}

	async #keep(source: Beeper, signal: AbortSignal): Promise<void> {
		await this.inbox.load(source);
		await this.sync.run(source, signal);
	}

	/** Loads the last messages of the chats in view. */
	async loadPreviews(ids: readonly ChatID[], signal: AbortSignal): Promise<void> {
		await this.#previews.load(ids, signal);
	}

	/** True once the browser has blocked a change, since the server lets pages only read. */
	get isWriteBlocked() {
		return this.#isWriteBlocked;
	}

	/** True when the token has write access; undefined until that is known. */
	get canWrite(): boolean | undefined {
		return this.#tokenFailure() === 'read-only' ? false : this.access.value?.canWrite;
	}

	/**
	 * Epoch milliseconds at which the token expires; undefined if it does not, or the server does not
	 * report it.
	 */
	get expiresAt(): number | undefined {
		return this.access.value?.expiresAt ?? this.#issuedExpiry();
	}

	/** Keeps half-written texts for another address of the same server. */
	moveTo(address: string) {
		this.#draftStorage?.moveTo(address);
		this.#replyStorage?.moveTo(address);
	}

	end() {
		this.#ending.abort();
		this.inbox.stop();
		this.pictures.close();
		this.activity.clear();
	}
}

export const [getSession, setSession] = createContext<Session>();
