import { createContext } from 'svelte';
import { allAccounts } from '$lib/domain/accounts';
import { blockOf } from '$lib/domain/actions/block';
import type { Result } from '$lib/domain/actions/outcome';
import type { Circumstances } from '$lib/domain/actions/permission';
import type { Write } from '$lib/domain/actions/write';
import type { Beeper } from '$lib/domain/beeper';
import { explain } from '$lib/domain/failure';
import { createNetworkIndex } from '$lib/domain/network';
import type { Disguise } from '$lib/domain/privacy/disguise';
import { SourceError, type Access, type Server } from '$lib/domain/source';
import { keepIndex } from '$lib/domain/views/chat-index';
import type { Acting, ActOptions } from './acting.svelte';
import { Activity } from './activity.svelte';
import { Answer } from './answer.svelte';
import { Inbox } from './inbox.svelte';
import { Live, type Watch } from './live.svelte';
import { outliving } from './outliving.svelte';
import { Previews } from './previews';
import type { Privacy } from './privacy.svelte';
import type { ReadOnly } from './read-only.svelte';
import type { DraftShelf } from './shelf';
import { Toasts } from './toasts.svelte';

export interface SessionOptions {
	/** Asked at each call: a new token makes a new one. */
	source: () => Beeper;
	readOnly: ReadOnly;
	/** Absent: everything is shown as it is. */
	privacy?: Pick<Privacy, 'disguise'>;
	/** Keeps drafts over a reload; absent: they are kept in memory only. */
	shelf?: DraftShelf;
	watch: Watch;
}

/** Everything that lives from connecting to signing out, for all pages. */
export class Session {
	readonly inbox: Inbox;
	readonly live: Live;
	readonly previews: Previews;
	readonly activity = new Activity();
	readonly toasts = new Toasts();
	readonly access = new Answer<Access>();
	readonly server = new Answer<Server>();
	#acting = $state.raw<Acting | null>(null);
	readonly #source: () => Beeper;
	readonly #shelf: DraftShelf | undefined;
	readonly #readOnly: ReadOnly;
	readonly #disguise: () => Disguise | null;
	readonly #now: () => number;
	readonly #ending = new AbortController();

	readonly networkOf = $derived.by(() => createNetworkIndex(this.inbox.accounts));
	readonly #indexOf = keepIndex();
	readonly index = $derived.by(() => this.#indexOf(this.inbox.chats, this.networkOf));
	readonly accounts = $derived.by(() =>
		// Those that only the chats tell of are disguised too.
		allAccounts(this.inbox.listedAccounts, this.inbox.chats).map(
			(account) => this.#disguise()?.account(account) ?? account
		)
	);
	/** Why nothing may be changed at all; null when changes may be tried. */
	readonly block: string | null = $derived.by(() =>
		blockOf(this.#readOnly.isOn, valueOf(this.access)?.canWrite)
	);
	readonly circumstances: Circumstances = $derived.by(() => ({
		networkOf: this.networkOf,
		block: this.block,
		server: valueOf(this.server),
		isDisguised: this.#disguise() !== null
	}));

	constructor({ source, readOnly, privacy, shelf, watch }: SessionOptions) {
		const { now } = watch;
		this.#disguise = () => privacy?.disguise ?? null;
		this.inbox = new Inbox(now, this.#disguise);
		this.live = new Live(this.inbox, watch);
		this.previews = new Previews(this.inbox, source, now);
		this.#readOnly = readOnly;
		this.#now = now;
		this.#source = source;
		this.#shelf = shelf;
	}

	/** Read everything, and keep it right until the signal aborts. Throws bugs only. */
	async run(source: Beeper, signal: AbortSignal): Promise<void> {
		await Promise.all([
			this.access.ask(() => source.access(signal), signal),
			this.server.ask(() => source.server(signal), signal),
			this.#keep(source, signal)
		]);
	}

	async #keep(source: Beeper, signal: AbortSignal): Promise<void> {
		await this.inbox.load(source);
		await this.live.run(source, signal);
	}

	/** What the server said of itself and of the token; empty until it has. */
	get canWrite() {
		return valueOf(this.access)?.canWrite;
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
				source: this.#source,
				circumstances: () => this.circumstances,
				shelf: this.#shelf,
				now: this.#now,
				signal: this.#ending.signal
			});
		}));
	}

	/** Do one thing unless it is forbidden, and tell how it ended. */
	async act(write: Write, options: ActOptions = {}): Promise<Result> {
		if (this.#acting) return this.#acting.act(write, options);
		let acting: Acting;
		try {
			acting = await this.fetchActing();
		} catch (cause) {
			const error = new SourceError('not-loaded', { cause });
			const { title, next } = explain(error);
			const told = {
				id: this.activity.nextDeed(),
				tone: 'bad',
				text: title,
				detail: next
			} as const;
			if (options.tells !== 'success') this.toasts.tell(told);
			return { kind: 'failed', error };
		}
		return acting.act(write, options);
	}

	/** Take a deed back, and tell only what could not be. */
	async undo(deed: number): Promise<void> {
		await this.#acting?.undo(deed);
	}

	/** Take back what was done last. @returns false when there is nothing */
	undoLatest(): boolean {
		return this.#acting?.undoLatest() ?? false;
	}

	/** Forget the drafts that were kept, as when the person signs out. */
	forgetDrafts() {
		this.#acting?.actions.drafts.erase();
		this.#shelf?.erase();
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
