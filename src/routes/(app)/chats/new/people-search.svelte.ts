import type { ContactSource, ParseIssue } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { User } from '$lib/domain/chat/participant';
import type { LoadState } from '$lib/domain/connection/async-state';
import { distinctByID } from '$lib/format/list';
import { LatestRequest } from '$lib/state/concurrency';
import { PageCursor } from '$lib/state/resource.svelte';

/** Milliseconds without a keystroke before a request is sent. */
const PAUSE = 250;

interface PeopleQuery {
	accountID: string;
	/** Empty: all people. */
	text: string;
}

/** The people of one account: all, or those that match a text. Only the latest search counts. */
export class PeopleSearch {
	readonly #source: ContactSource;
	readonly #shownAs: (person: User) => User;
	#found = $state.raw<readonly User[]>([]);
	#parseIssues = $state.raw<readonly ParseIssue[]>([]);
	readonly #pages = new PageCursor();
	readonly #latest = new LatestRequest();
	#phase = $state.raw<LoadState>({ name: 'idle' });
	#lookUpError = $state.raw<SourceError | null>(null);
	#query: PeopleQuery = { accountID: '', text: '' };
	/** True while `found` still shows the results of the previous search. */
	#isStale = false;

	/** @param shownAs - anonymizes a person; by default people are not changed */
	constructor(source: ContactSource, shownAs: (person: User) => User = (person) => person) {
		this.#source = source;
		this.#shownAs = shownAs;
	}

	/** Each person once, in order of arrival. */
	get found() {
		return this.#found.map(this.#shownAs);
	}

	/** Parts of the people that could not be parsed. */
	get parseIssues() {
		return this.#parseIssues;
	}

	get hasMore() {
		return this.#pages.next !== undefined;
	}

	get phase() {
		return this.#phase;
	}

	/**
	 * The reason why the network could not be searched; people that Beeper knows are found anyway.
	 */
	get lookUpError() {
		return this.#lookUpError;
	}

	/**
	 * Finds people: at once for another account, else after a pause in typing. The previous results
	 * stay until there are new ones. A bug is thrown.
	 */
	async search(accountID: string, text: string): Promise<void> {
		const signal = this.#latest.begin();
		const isTyping = accountID === this.#query.accountID;
		this.#query = { accountID, text: text.trim() };
		if (!isTyping) this.#found = [];
		this.#pages.reset();
		this.#phase = { name: 'loading' };
		if (isTyping) await pause(PAUSE, signal);
		if (!signal.aborted) await this.#request(signal);
	}

	/** Loads the next page of the same search. */
	async loadMore(): Promise<void> {
		const cursor = this.#pages.next;
		if (cursor === undefined || this.#phase.name === 'loading') return;
		const signal = this.#latest.begin();
		await this.#settle([this.#list(cursor, signal)], signal);
	}

	/** Repeats the failed request, which may have been for the next page. */
	async retry(): Promise<void> {
		return this.hasMore ? this.loadMore() : this.#request(this.#latest.begin());
	}

	stop() {
		this.#latest.stop();
	}

	async #request(signal: AbortSignal): Promise<void> {
		this.#isStale = true;
		this.#parseIssues = [];
		this.#lookUpError = null;
		const requests = [this.#list(undefined, signal)];
		if (this.#query.text) requests.push(this.#lookUp(signal));
		await this.#settle(requests, signal);
	}

	/** Fails only when all requests have failed. */
	async #settle(requests: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
		this.#phase = { name: 'loading' };
		const [listed, lookedUp = listed] = await Promise.allSettled(requests);
		if (signal.aborted || !listed || !lookedUp) return;
		const error = expectedError(listed);
		const lookUpError = expectedError(lookedUp);
		if (lookedUp !== listed) this.#lookUpError = lookUpError;
		if (error && lookUpError && this.#isStale) this.#found = [];
		this.#phase = error && lookUpError ? { name: 'failed', error } : { name: 'ready' };
	}

	async #list(cursor: string | undefined, signal: AbortSignal): Promise<void> {
		const { accountID, text } = this.#query;
		const { items, parseIssues, next } = await this.#source.contacts(
			accountID,
			text,
			cursor,
			signal
		);
		if (signal.aborted) return;
		this.#add(items, parseIssues);
		this.#pages.advance(cursor, next);
	}

	async #lookUp(signal: AbortSignal): Promise<void> {
		const { accountID, text } = this.#query;
		const { items, parseIssues } = await this.#source.findContacts(accountID, text, signal);
		if (!signal.aborted) this.#add(items, parseIssues);
	}

	#add(people: readonly User[], parseIssues: readonly ParseIssue[]) {
		const known = this.#isStale ? [] : this.#found;
		this.#isStale = false;
		this.#found = distinctByID([...known, ...people]);
		this.#parseIssues = [...this.#parseIssues, ...parseIssues];
	}
}

/** @returns null for success; a bug is thrown */
function expectedError(result: PromiseSettledResult<void>): SourceError | null {
	if (result.status === 'fulfilled') return null;
	if (result.reason instanceof SourceError) return result.reason;
	throw result.reason;
}

/** Resolves after some milliseconds, or as soon as `signal` aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
