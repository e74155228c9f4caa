import { createContext } from 'svelte';
import { collectAccounts, nameAccounts } from '$lib/domain/chat/accounts';
import { getBlockedReason, OTHER_SERVER } from '$lib/domain/mutations/block';
import type { MutationResult } from '$lib/domain/mutations/result';
import type { PermissionContext } from '$lib/domain/mutations/permission';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Beeper } from '$lib/domain/connection/beeper';
import type { ChatID } from '$lib/domain/chat/chat';
import { NOT_LOADED } from '$lib/domain/not-loaded';
import { findLeastVersion } from '$lib/domain/connection/features';
import { nameLabels, type NamedLabel } from '$lib/domain/chat/labels';
import { keepNetworkIndex } from '$lib/domain/chat/network';
import type { Disguise } from '$lib/domain/privacy/anonymizer';
import {
	SourceError,
	type Access,
	type Server,
	type TokenFailure
} from '$lib/domain/connection/source';
import { keepIndex } from '$lib/domain/views/chat-index';
import type { Acting, ActOptions } from './acting.svelte';
import { Activity } from './activity.svelte';
import { Answer } from './answer.svelte';
import type { Connection } from './connection.svelte';
import { guardSource } from './guarded-source';
import { Inbox } from './inbox.svelte';
import type { Live, Watch } from './live.svelte';
import { outliving } from './outliving.svelte';
import type { Previews } from './previews';
import type { Privacy } from './privacy.svelte';
import type { ReadOnly } from './read-only.svelte';
import { ServerIdentity } from './server-identity.svelte';
import { SHELF_NAME, type ShelfPlace } from './shelf-place';
import { Toasts } from './toasts.svelte';

export interface SessionOptions {
	/** Asked at each call: a new token makes a new one. */
	source: () => Beeper;
	readOnly: ReadOnly;
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
	readonly access = new Answer<Access>();
	readonly server = new Answer<Server>();
	#acting = $state.raw<Acting | null>(null);
	#live = $state.raw<Live | null>(null);
	readonly #source: () => Beeper;
	readonly #shelf: ShelfPlace | undefined;
	readonly #readOnly: ReadOnly;
	readonly #disguise: () => Disguise | null;
	readonly #tokenFailure: () => TokenFailure | null;
	readonly #watch: Watch;
	readonly #ending = new AbortController();
	#previews: Previews | undefined;

	/** Whether it is still the Beeper whose chats are shown that answers. */
	readonly identity: ServerIdentity;
	/** The source in use; it throws `other-server` once another Beeper answers. */
	readonly source: Beeper = $derived.by(() => guardSource(this.#source(), this.identity));

	readonly #getNetworks = keepNetworkIndex();
	readonly getNetwork = $derived.by(() => this.#getNetworks(this.inbox.accounts));
	readonly #indexOf = keepIndex();
	readonly index = $derived.by(() => this.#indexOf(this.inbox.chats, this.getNetwork));
	readonly accounts = $derived.by(() =>
		// Those that only the chats tell of are disguised too. Merged chats are in none.
		collectAccounts(this.inbox.listedAccounts, this.inbox.merges.unmerged).map(
			(account) => this.#disguise()?.account(account) ?? account
		)
	);
	/** What to call accounts beside their network, by `accountID`. */
	readonly accountNames = $derived.by(() => nameAccounts(this.accounts));
	/** Every label there is, as it is shown; none on servers without labels. */
	readonly labels: readonly NamedLabel[] = $derived.by(() =>
		nameLabels(this.inbox.labels, this.inbox.everyChat)
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
		const server = valueOf(this.server);
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
		this.#shelf = shelf;
	}

	/**
	 * Read everything, and keep it right until the signal aborts. Throws bugs only.
	 *
	 * @param source - as `source` is now
	 */
	async run(source: Beeper, signal: AbortSignal): Promise<void> {
		await Promise.all([
			this.access.ask(() => source.access(signal), signal),
			this.server.ask(() => source.server(signal), signal),
			this.#keep(source, signal),
			this.inbox.keepAccountsCurrent(source, this.#watch, signal)
		]);
	}

	async #keep(source: Beeper, signal: AbortSignal): Promise<void> {
		const [live] = await Promise.all([this.#fetchLive(), this.inbox.load(source)]);
		await live?.run(source, signal);
	}

	async #fetchLive(): Promise<Live | null> {
		try {
			const { Live } = await import('./live.svelte');
			return (this.#live ??= new Live(this.inbox, this.#watch));
		} catch {
			const id = this.activity.newGroupId();
			const detail = 'Part of this page could not be loaded: reload it.';
			this.toasts.tell({ id, tone: 'bad', text: 'The chats are not kept up to date', detail });
			return null;
		}
	}

	/** What keeps the chats right; null until it is here. */
	get live(): Live | null {
		return this.#live;
	}

	/** These chats are looked at now, and no others: read how their last messages go. */
	async look(ids: readonly ChatID[], signal: AbortSignal): Promise<void> {
		await (await this.fetchPreviews())?.look(ids, signal);
	}

	/** @returns undefined when what reads them cannot be fetched: the list does without */
	async fetchPreviews(): Promise<Previews | undefined> {
		const { Previews } = (await import('./previews').catch(() => undefined)) ?? {};
		return (this.#previews ??=
			Previews && new Previews(this.inbox, () => this.source, this.#watch.now));
	}

	/** Whether the token can change anything; undefined until that is known. */
	get canWrite(): boolean | undefined {
		return this.#tokenFailure() === 'read-only' ? false : valueOf(this.access)?.canWrite;
	}

	/** When the token ends: epoch milliseconds; undefined when it doesn't, or the server doesn't say. */
	get expiresAt(): number | undefined {
		return valueOf(this.access)?.expiresAt;
	}

	/** What changes chats; null until it is here: see `fetchActing`. */
	get acting(): Acting | null {
		return this.#acting;
	}

	/** Have it here before somebody acts. Throws when it cannot be fetched; the next call tries again. */
	async fetchActing(): Promise<Acting> {
		if (this.#acting) return this.#acting;
		const module = await import('./acting.svelte');
		return this.actBy(module.Acting);
	}

	/** One for all, made by whoever is first to bring its kind along. */
	actBy(Kind: typeof Acting): Acting {
		return (this.#acting ??= outliving(() => {
			const { inbox, activity, toasts } = this;
			return new Kind({
				...{ inbox, activity, toasts },
				source: () => this.source,
				permissionContext: () => this.permissionContext,
				disguise: this.#disguise,
				shelf: this.#shelf,
				now: this.#watch.now,
				wait: this.#watch.wait,
				signal: this.#ending.signal
			});
		}));
	}

	/** Do one thing unless it is forbidden, and tell how it ended. */
	async act(mutation: Mutation, options: ActOptions = {}): Promise<MutationResult> {
		if (this.#acting) return this.#acting.act(mutation, options);
		let acting: Acting;
		try {
			acting = await this.fetchActing();
		} catch (cause) {
			const error = new SourceError('not-loaded', { cause });
			const { title: text, next: detail } = NOT_LOADED;
			const id = this.activity.newGroupId();
			if (options.tells !== 'success') this.toasts.tell({ id, tone: 'bad', text, detail });
			return { kind: 'failed', error };
		}
		return acting.act(mutation, options);
	}

	/** Take a deed back, and tell only what could not be. */
	async undo(groupId: number): Promise<void> {
		await this.#acting?.undo(groupId);
	}

	/** Take back what was done last. @returns false when there is nothing */
	undoLatest(): boolean {
		return this.#acting?.undoLatest() ?? false;
	}

	/** Forget the drafts that were kept, as when the person signs out. */
	forgetDrafts() {
		if (this.#acting) this.#acting.actions.drafts.erase();
		else this.#shelf?.store.remove(SHELF_NAME);
	}

	end() {
		this.#ending.abort();
		this.inbox.stop();
		this.activity.clear();
	}
}

function valueOf<Value>(answer: Answer<Value>): Value | undefined {
	return answer.phase.name === 'ready' ? answer.phase.value : undefined;
}

export const [getSession, setSession] = createContext<Session>();
