import type { ContactSource, Oddity } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { User } from '$lib/domain/chat/participant';
import type { LoadState } from './async-state.svelte';
import { distinctByID } from '$lib/format/list';

/** Milliseconds without a keystroke before anybody is asked. */
const PAUSE = 250;

interface Question {
	accountID: string;
	/** Empty: everybody. */
	text: string;
}

/** The people of one account, all of them or those whom a text finds. The latest question counts. */
export class PeopleSearch {
	readonly #source: ContactSource;
	readonly #shownAs: (person: User) => User;
	#found = $state.raw<readonly User[]>([]);
	#oddities = $state.raw<readonly Oddity[]>([]);
	#next = $state.raw<string | undefined>(undefined);
	#phase = $state.raw<LoadState>({ name: 'idle' });
	#lookUpError = $state.raw<SourceError | null>(null);
	#question: Question = { accountID: '', text: '' };
	#asked: AbortController | null = null;
	/** Whom `found` still shows belongs to the question before. */
	#isStale = false;
	#walked: readonly string[] = [];

	/** @param shownAs - how each of them is shown; as they are unless told */
	constructor(source: ContactSource, shownAs: (person: User) => User = (person) => person) {
		this.#source = source;
		this.#shownAs = shownAs;
	}

	/** Each person once, in the order in which they were met. */
	get found() {
		return this.#found.map(this.#shownAs);
	}

	/** What could not be read of the people. */
	get oddities() {
		return this.#oddities;
	}

	get hasMore() {
		return this.#next !== undefined;
	}

	get phase() {
		return this.#phase;
	}

	/** Why the network itself could not be searched; the people Beeper knows are there all the same. */
	get lookUpError() {
		return this.#lookUpError;
	}

	/**
	 * Find people, at once on another account, else as soon as nobody types any more.
	 * Whom the question before found stay until there is an answer. A bug is thrown.
	 */
	async search(accountID: string, text: string): Promise<void> {
		const signal = this.#begin();
		const isTyping = accountID === this.#question.accountID;
		this.#question = { accountID, text: text.trim() };
		if (!isTyping) this.#found = [];
		this.#next = undefined;
		this.#phase = { name: 'loading' };
		if (isTyping) await pause(PAUSE, signal);
		if (!signal.aborted) await this.#askAgain(signal);
	}

	/** The next page of the same people. */
	async more(): Promise<void> {
		const cursor = this.#next;
		if (cursor === undefined || this.#phase.name === 'loading') return;
		const signal = this.#begin();
		this.#walked = [...this.#walked, cursor];
		await this.#settle([this.#list(cursor, signal)], signal);
	}

	/** The question that failed, once more: the next page if that was it. */
	async retry(): Promise<void> {
		return this.hasMore ? this.more() : this.#askAgain(this.#begin());
	}

	stop() {
		this.#asked?.abort();
	}

	#begin(): AbortSignal {
		this.stop();
		this.#asked = new AbortController();
		return this.#asked.signal;
	}

	async #askAgain(signal: AbortSignal): Promise<void> {
		this.#isStale = true;
		this.#walked = [];
		this.#oddities = [];
		this.#lookUpError = null;
		const asking = [this.#list(undefined, signal)];
		if (this.#question.text) asking.push(this.#lookUp(signal));
		await this.#settle(asking, signal);
	}

	/** Fails only when nobody answered. */
	async #settle(asking: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
		this.#phase = { name: 'loading' };
		const [listed, lookedUp = listed] = await Promise.allSettled(asking);
		if (signal.aborted || !listed || !lookedUp) return;
		const error = expectedError(listed);
		const lookUpError = expectedError(lookedUp);
		if (lookedUp !== listed) this.#lookUpError = lookUpError;
		if (error && lookUpError && this.#isStale) this.#found = [];
		this.#phase = error && lookUpError ? { name: 'failed', error } : { name: 'ready' };
	}

	async #list(cursor: string | undefined, signal: AbortSignal): Promise<void> {
		const { accountID, text } = this.#question;
		const { items, oddities, next } = await this.#source.contacts(accountID, text, cursor, signal);
		if (signal.aborted) return;
		this.#add(items, oddities);
		// A server that comes back to a place has no more.
		this.#next = next !== undefined && this.#walked.includes(next) ? undefined : next;
	}

	async #lookUp(signal: AbortSignal): Promise<void> {
		const { accountID, text } = this.#question;
		const { items, oddities } = await this.#source.findContacts(accountID, text, signal);
		if (!signal.aborted) this.#add(items, oddities);
	}

	#add(people: readonly User[], oddities: readonly Oddity[]) {
		const known = this.#isStale ? [] : this.#found;
		this.#isStale = false;
		this.#found = distinctByID([...known, ...people]);
		this.#oddities = [...this.#oddities, ...oddities];
	}
}

/** @returns null when it went well; a bug is thrown */
function expectedError(result: PromiseSettledResult<void>): SourceError | null {
	if (result.status === 'fulfilled') return null;
	if (result.reason instanceof SourceError) return result.reason;
	throw result.reason;
}

/** Over after some milliseconds, or as soon as `signal` aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
