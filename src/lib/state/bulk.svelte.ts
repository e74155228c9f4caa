import { failsForAll, isDone, type MutationResult } from '$lib/domain/mutations/result';
import { excludeMutations, getRemainder, type Plan } from '$lib/domain/mutations/plan';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { SourceError } from '$lib/domain/connection/source-error';
import type { Actions, ManyOptions } from './mutations.svelte';
import { forEachConcurrent } from './concurrency';

/** Chats that are read again together. */
const LOOKS_AT_ONCE = 4;

export type BulkPhase = 'idle' | 'running' | 'stopping' | 'ended';

export interface BulkResult {
	mutation: Mutation;
	result: MutationResult;
}

/** One write for many chats, or its undoing: its progress, and how it ended. */
export class Bulk {
	readonly #actions: Actions;
	#phase = $state.raw<BulkPhase>('idle');
	#plan = $state.raw<Plan | null>(null);
	#results = $state.raw<readonly BulkResult[]>([]);
	#isUndo = $state.raw(false);
	/** All that is to happen: the writes of the plan, or those that take it back. */
	#mutations = $state.raw<readonly Mutation[]>([]);
	#groupId = 0;
	#run: AbortController | null = null;
	#isLooking = $state.raw(false);

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

	/** Of `total` mutations, those that have ended one way or another. */
	get finished() {
		return this.#results.length;
	}

	get total() {
		return this.#mutations.length;
	}

	/** True while the chats are read again of whose writes nobody knows. */
	get isLooking() {
		return this.#isLooking;
	}

	/** The number under which the log knows it. */
	get groupId() {
		return this.#groupId;
	}

	/** Writes that were not begun: stopped, or hopeless after how another failed. */
	get untried(): readonly Mutation[] {
		return getRemainder(this.#mutations, writesOf(this.#results));
	}

	/** Do what was planned. Nothing happens while something else is running. */
	async run(plan: Plan): Promise<void> {
		if (this.#isBusy) return;
		const groupId = this.#actions.activity.newGroupId();
		this.#plan = plan;
		this.#groupId = groupId;
		this.#isUndo = false;
		this.#mutations = plan.mutations;
		await this.#watch([], (options) =>
			this.#actions.performAll(plan.mutations, { ...options, groupId })
		);
	}

	/** Try those again that failed, and those that were not begun. */
	async retry(): Promise<void> {
		if (this.#isBusy || this.#isUndo || !this.#plan) return;
		const again = [...writesOf(this.failed), ...this.untried];
		await this.#watch(excludeMutations(this.#results, again), (options) =>
			this.#actions.performAll(again, { ...options, groupId: this.#groupId })
		);
	}

	/**
	 * Take back what was done, each chat to its own earlier value. After an undoing that did not come
	 * to its end, take back the rest; nothing of which nobody knows whether it was taken back.
	 */
	async undo(): Promise<void> {
		if (this.#isBusy) return;
		const unknown = this.#isUndo ? writesOf(this.unknown) : [];
		const entries = this.#actions
			.undoable(this.#groupId)
			.filter(({ undo }) => !undo.some((mutation) => unknown.includes(mutation)));
		if (entries.length === 0) return;
		const mutations = entries.flatMap(({ undo }) => undo);
		const settled = this.#isUndo ? excludeMutations(this.#results, mutations) : [];
		if (!this.#isUndo) this.#mutations = mutations;
		this.#isUndo = true;
		await this.#watch(settled, (options) =>
			this.#actions.undo(this.#groupId, { ...options, entries })
		);
	}

	/** Read the chats again of whose writes nobody knows whether they happened. Nothing is sent again. */
	async look(): Promise<void> {
		if (this.#isBusy) return;
		this.#isLooking = true;
		try {
			const { signal } = new AbortController();
			await forEachConcurrent(writesOf(this.unknown), LOOKS_AT_ONCE, signal, async (mutation) => {
				const result = await this.#actions.look(mutation);
				if (!result) return;
				this.#results = this.#results.map((one) =>
					one.mutation === mutation ? { mutation, result } : one
				);
			});
		} finally {
			this.#isLooking = false;
		}
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
		this.#mutations = [];
		this.#results = [];
	}

	get #isBusy() {
		return this.#phase === 'running' || this.#phase === 'stopping' || this.#isLooking;
	}

	async #watch(
		settled: readonly BulkResult[],
		work: (options: ManyOptions) => Promise<void>
	): Promise<void> {
		const run = new AbortController();
		this.#run = run;
		this.#results = settled;
		this.#phase = 'running';
		// What the others would meet too is not worth hundreds of requests.
		function ondoubt(error: SourceError) {
			if (failsForAll(error)) run.abort();
		}
		const onresult = (mutation: Mutation, result: MutationResult) => {
			this.#results = [...this.#results, { mutation, result }];
			if (result.kind === 'refused' || (result.kind === 'failed' && failsForAll(result.error)))
				run.abort();
		};
		try {
			await work({ signal: run.signal, onresult, ondoubt });
		} finally {
			this.#phase = 'ended';
		}
	}
}

function writesOf(results: readonly BulkResult[]): readonly Mutation[] {
	return results.map(({ mutation }) => mutation);
}
