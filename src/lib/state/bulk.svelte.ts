import { endsAll, isDone, type Result } from '$lib/domain/actions/outcome';
import { remainderOf, type Plan } from '$lib/domain/actions/plan';
import type { Write } from '$lib/domain/actions/write';
import type { Actions, ManyOptions } from './actions.svelte';

export type BulkPhase = 'idle' | 'running' | 'stopping' | 'ended';

export interface BulkResult {
	write: Write;
	result: Result;
}

/** One write for many chats, or its undoing: its progress, and how it ended. */
export class Bulk {
	readonly #actions: Actions;
	#phase = $state.raw<BulkPhase>('idle');
	#plan = $state.raw<Plan | null>(null);
	#results = $state.raw<readonly BulkResult[]>([]);
	#isUndo = $state.raw(false);
	#total = $state.raw(0);
	#deed = 0;
	#run: AbortController | null = null;

	/** Writes that happened. */
	readonly done = $derived(this.#results.filter(({ result }) => isDone(result)));
	/** Writes nobody knows of whether they happened: to be looked at, never tried again unasked. */
	readonly unknown = $derived(
		this.#results.filter(({ result }) => result.kind === 'unknown' && !isDone(result))
	);
	/** Writes that did not happen, each with its reason. */
	readonly failed = $derived(
		this.#results.filter(({ result }) => result.kind !== 'unknown' && !isDone(result))
	);

	constructor(actions: Actions) {
		this.#actions = actions;
	}

	get phase() {
		return this.#phase;
	}

	/** What is, or was, to be done; `null` when there is nothing to tell. */
	get plan() {
		return this.#plan;
	}

	/** True while the plan is being taken back, and afterwards. */
	get isUndo() {
		return this.#isUndo;
	}

	/** Of `total` writes, those that have ended one way or another. */
	get finished() {
		return this.#results.length;
	}

	get total() {
		return this.#total;
	}

	/** The number under which the log knows it. */
	get deed() {
		return this.#deed;
	}

	/** Writes of the plan that were not begun: stopped, or hopeless after how another failed. */
	get untried(): readonly Write[] {
		if (this.#isUndo || !this.#plan) return [];
		const begun = this.#results.map(({ write }) => write);
		return remainderOf(this.#plan.writes, begun);
	}

	/** Do what was planned. Nothing happens while something else is running. */
	async run(plan: Plan): Promise<void> {
		if (this.#isBusy) return;
		const deed = this.#actions.activity.nextDeed();
		this.#plan = plan;
		this.#deed = deed;
		this.#isUndo = false;
		await this.#watch([], plan.writes.length, (options) =>
			this.#actions.performAll(plan.writes, { ...options, deed })
		);
	}

	/** Try those again that failed, and those that were not begun. */
	async retry(): Promise<void> {
		if (this.#isBusy || this.#isUndo || !this.#plan) return;
		const settled = this.#results.filter((one) => !this.failed.includes(one));
		const again = [...this.failed.map(({ write }) => write), ...this.untried];
		await this.#watch(settled, this.#plan.writes.length, (options) =>
			this.#actions.performAll(again, { ...options, deed: this.#deed })
		);
	}

	/** Take back what was done, each chat to its own earlier value. */
	async undo(): Promise<void> {
		if (this.#isBusy) return;
		const entries = this.#actions.undoable(this.#deed);
		if (entries.length === 0) return;
		this.#isUndo = true;
		const writes = entries.flatMap(({ undo }) => undo);
		await this.#watch([], writes.length, (options) => this.#actions.undo(this.#deed, options));
	}

	/** Begin no more; what is under way is waited for. */
	stop() {
		if (this.#phase !== 'running') return;
		this.#phase = 'stopping';
		this.#run?.abort();
	}

	/** Put the summary away. */
	close() {
		if (this.#isBusy) return;
		this.#phase = 'idle';
		this.#plan = null;
		this.#results = [];
	}

	get #isBusy() {
		return this.#phase === 'running' || this.#phase === 'stopping';
	}

	async #watch(
		settled: readonly BulkResult[],
		total: number,
		work: (options: ManyOptions) => Promise<void>
	): Promise<void> {
		const run = new AbortController();
		this.#run = run;
		this.#results = settled;
		this.#total = total;
		this.#phase = 'running';
		const onresult = (write: Write, result: Result) => {
			this.#results = [...this.#results, { write, result }];
			// What the others would meet too is not worth hundreds of requests.
			const isHopeless = 'error' in result && endsAll(result.error);
			if (result.kind === 'refused' || isHopeless) run.abort();
		};
		try {
			await work({ signal: run.signal, onresult });
		} finally {
			this.#phase = 'ended';
		}
	}
}
