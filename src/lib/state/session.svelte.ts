import { createContext } from 'svelte';
import { allAccounts } from '$lib/domain/accounts';
import { isDone, type Result } from '$lib/domain/actions/outcome';
import { blockOf, permissionOf, type Circumstances } from '$lib/domain/actions/permission';
import { tellingOf } from '$lib/domain/actions/telling';
import { ACTION_WORDS, type Action } from '$lib/domain/actions/words';
import { chatIDOf, type Write } from '$lib/domain/actions/write';
import type { Beeper } from '$lib/domain/beeper';
import { createNetworkIndex } from '$lib/domain/network';
import type { Disguise } from '$lib/domain/privacy/disguise';
import type { Access, Server } from '$lib/domain/source';
import { Actions } from './actions.svelte';
import { Activity } from './activity.svelte';
import { Answer } from './answer.svelte';
import { Bulk } from './bulk.svelte';
import { Inbox } from './inbox.svelte';
import { Live, type Watch } from './live.svelte';
import { Previews } from './previews';
import type { Privacy } from './privacy.svelte';
import type { ReadOnly } from './read-only.svelte';
import type { DraftShelf } from './shelf';
import { Toasts } from './toasts.svelte';
import { Uploads } from './uploads';

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

export interface ActOptions {
	/** `success`: whoever asks says for themselves what went wrong. */
	tells?: 'all' | 'success';
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
	readonly actions: Actions;
	readonly bulk: Bulk;
	readonly uploads: Uploads;
	readonly #readOnly: ReadOnly;
	readonly #disguise: () => Disguise | null;
	readonly #now: () => number;
	readonly #ending = new AbortController();

	readonly networkOf = $derived.by(() => createNetworkIndex(this.inbox.accounts));
	readonly accounts = $derived.by(() => allAccounts(this.inbox.accounts, this.inbox.chats));
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
		this.actions = new Actions({
			source: {
				perform: (write, signal) => source().perform(write, signal),
				chat: (id, signal) => source().chat(id, signal)
			},
			chats: this.inbox,
			activity: this.activity,
			block: () => this.block,
			shelf,
			now,
			signal: this.#ending.signal
		});
		this.uploads = new Uploads({
			source: { upload: (...sent) => source().upload(...sent) },
			chats: this.inbox,
			activity: this.activity,
			block: () => this.block,
			now
		});
		this.bulk = new Bulk(this.actions);
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

	/** Do one thing unless it is forbidden, and tell how it ended. */
	async act(write: Write, { tells = 'all' }: ActOptions = {}): Promise<Result> {
		const deed = this.activity.nextDeed();
		const result = this.#forbid(write) ?? (await this.actions.perform(write, { deed }));
		if (tells === 'all' || (isDone(result) && !isSurprise(result))) this.tell(write, result, deed);
		return result;
	}

	#forbid(write: Write): Result | null {
		const chatID = chatIDOf(write);
		const chat = chatID === undefined ? undefined : this.inbox.find(chatID);
		const permission = chat && permissionOf(chat, write, this.circumstances);
		if (permission?.kind !== 'refused') return null;
		return { kind: 'refused', reason: permission.reason };
	}

	/** Tell how a write ended, and offer to take it back where that can be. */
	tell(write: Write, result: Result, deed = this.activity.nextDeed()) {
		const chatID = chatIDOf(write);
		const telling = tellingOf(write, result, chatID ? this.inbox.find(chatID) : undefined);
		const undoUntil = this.actions.undoable(deed)[0]?.undoUntil;
		if (telling) {
			this.toasts.tell({ ...telling, id: deed, ...(undoUntil !== undefined && { undoUntil }) });
		}
	}

	/** Say why something that was asked for is not even begun. */
	refuse(action: Action, reason: string) {
		const { failed } = ACTION_WORDS[action];
		this.toasts.tell({ id: this.activity.nextDeed(), tone: 'bad', text: failed, detail: reason });
	}

	/** Take a deed back, and tell only what could not be. */
	async undo(deed: number): Promise<void> {
		// It tells for itself, with what is left.
		if (deed === this.bulk.deed && this.bulk.phase === 'ended') return this.bulk.undo();
		this.toasts.dismiss(deed);
		await this.actions.undo(deed, {
			onresult: (write, result) => {
				if (!isDone(result)) this.tell(write, result);
			}
		});
	}

	/** Take back what was done last. @returns false when there is nothing */
	undoLatest(): boolean {
		// What is under way would be the last soon: nobody means the one before it.
		if (this.actions.isBusy) {
			const text = 'Still under way: undo in a moment';
			this.toasts.tell({ id: this.activity.nextDeed(), tone: 'plain', text });
			return true;
		}
		const deed = this.activity.latestDeed(this.#now());
		if (deed === undefined) return false;
		void this.undo(deed);
		return true;
	}

	end() {
		this.#ending.abort();
		this.inbox.stop();
		this.activity.clear();
	}
}

/** The server did something else, or something besides. */
function isSurprise(result: Result): boolean {
	return result.kind === 'unknown' || (result.kind === 'done' && result.surprise !== null);
}

function valueOf<Value>(answer: Answer<Value>): Value | undefined {
	return answer.phase.name === 'ready' ? answer.phase.value : undefined;
}

export const [getSession, setSession] = createContext<Session>();
