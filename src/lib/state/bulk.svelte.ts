import { SvelteMap } from 'svelte/reactivity';
import {
	failsForAll,
	isDone,
	type LogEntry,
	type MutationResult
} from '$lib/domain/mutations/result';
import { excludeMutations, toPastPlan, type Plan } from '$lib/domain/mutations/plan';
import { estimateSeconds } from '$lib/domain/mutations/bulk';
import { getChangedChatIDs, type Mutation } from '$lib/domain/mutations/mutation';
import { NO_CHAT_IDS, type ChatID } from '$lib/domain/chat/chat';
import type { SourceError } from '$lib/domain/connection/source-error';
import { exclude } from '$lib/format/list';

/** Options for running a group of mutations. */
export interface GroupOptions {
	/** Once it aborts, no further mutation starts; by default the end of the connection. */
	signal?: AbortSignal | undefined;
	onresult?: (mutation: Mutation, result: MutationResult) => void;
	/**
	 * Called when no clear response has arrived: the result follows once the chat has been read
	 * again.
	 */
	ondoubt?: (error: SourceError) => void;
}

export interface UndoOptions extends GroupOptions {
	/** Limits the group to these mutations; by default all that can be undone. */
	entries?: readonly LogEntry[];
}

/** Runs and undoes groups of mutations: the `Mutations`. */
export interface GroupRunner {
	readonly activity: { newGroupId(): number };
	performAll(
		mutations: readonly Mutation[],
		options: GroupOptions & { groupId: number }
	): Promise<void>;
	undoGroup(groupId: number, options: UndoOptions): Promise<void>;
	getUndoable(groupId: number): readonly LogEntry[];
	verifyAll(
		items: readonly BulkResult[],
		onresult: (item: BulkResult, result: MutationResult) => void
	): Promise<void>;
	/** Epoch milliseconds. */
	now(): number;
}

/** A bulk run has progress and results, and can be stopped, so its status isn't an `AsyncState`. */
export type BulkRunStatus = 'idle' | 'running' | 'stopping' | 'ended';

export interface BulkResult {
	mutation: Mutation;
	result: MutationResult;
}

type Ending = 'done' | 'unknown' | 'failed';
type EndingCounts = Readonly<Record<Ending, number>>;

const NONE: EndingCounts = { done: 0, unknown: 0, failed: 0 };

/** One mutation for many chats, or its undo: its progress and results. */
export class Bulk {
	readonly #runner: GroupRunner;
	#status = $state.raw<BulkRunStatus>('idle');
	#plan = $state.raw<Plan | null>(null);
	/** In the order of their ends. Changed in place, since there may be thousands. */
	readonly #resultByMutation = new SvelteMap<Mutation, MutationResult>();
	#counts = $state.raw<EndingCounts>(NONE);
	#isUndo = $state.raw(false);
	/** The mutations to run: those of the plan, or those that undo it. */
	#mutations = $state.raw<readonly Mutation[]>([]);
	#groupId = 0;
	#run: AbortController | null = null;
	#isRefetching = $state.raw(false);
	/** True when the user asked to undo the run before its end. */
	#isUndoWanted = $state.raw(false);
	/** The start of the current part of the run, and the results before it: a retry continues a run. */
	#start = { at: 0, results: 0 };

	/** Mutations that happened. */
	readonly done = $derived(this.#list('done'));
	/** Mutations of unknown outcome, as no response arrived. Shown to the user; never retried automatically. */
	readonly unknown = $derived(this.#list('unknown'));
	/** Mutations that did not happen, each with its reason. */
	readonly failed = $derived(this.#list('failed'));
	readonly #isUndoing = $derived(this.isRunning && (this.#isUndo || this.#isUndoWanted));
	/** The chats of a plan that is being undone, from when the user asks for it; else none. */
	readonly undoingChatIDs: ReadonlySet<ChatID> = $derived(
		this.#isUndoing && this.#plan ? getChangedChatIDs(this.#plan.mutations) : NO_CHAT_IDS
	);

	constructor(runner: GroupRunner) {
		this.#runner = runner;
	}

	get status() {
		return this.#status;
	}

	/** The current or last plan; null when there is no summary to show. */
	get plan() {
		return this.#plan;
	}

	/** True while the plan is being undone, and afterwards. */
	get isUndo() {
		return this.#isUndo;
	}

	/** Number of the `total` mutations that have ended, with any result. */
	get finished() {
		return this.#resultByMutation.size;
	}

	/** Numbers of finished mutations, kept without listing them. */
	get counts(): EndingCounts {
		return this.#counts;
	}

	get total() {
		return this.#mutations.length;
	}

	/** True while the run stops in order to be undone. */
	get isUndoWanted() {
		return this.#isUndoWanted;
	}

	/**
	 * Seconds until the end at the pace so far; undefined when it is too early to say.
	 *
	 * @param now - epoch milliseconds
	 */
	estimateSeconds(now: number): number | undefined {
		return estimateSeconds({
			ended: this.finished - this.#start.results,
			left: this.total - this.finished,
			elapsed: now - this.#start.at
		});
	}

	/** True while chats of unknown outcome are read again. */
	get isRefetching() {
		return this.#isRefetching;
	}

	/** See `LogEntry.groupId`. */
	get groupId() {
		return this.#groupId;
	}

	/** Mutations that did not start: stopped, or pointless after the failure of another one. */
	get untried(): readonly Mutation[] {
		return exclude(this.#mutations, getMutations(this.#results));
	}

	/** Runs a plan. Does nothing while another one is running. */
	async run(plan: Plan): Promise<void> {
		if (this.#isBusy) return;
		const groupId = this.#runner.activity.newGroupId();
		this.#plan = plan;
		this.#groupId = groupId;
		this.#isUndo = false;
		this.#mutations = plan.mutations;
		await this.#watch([], (options) =>
			this.#runner.performAll(plan.mutations, { ...options, groupId })
		);
	}

	/** Runs the mutations that failed or did not start again. */
	async retry(): Promise<void> {
		if (this.#isBusy || this.#isUndo || !this.#plan) return;
		const again = [...getMutations(this.failed), ...this.untried];
		await this.#watch(excludeMutations(this.#results, again), (options) =>
			this.#runner.performAll(again, { ...options, groupId: this.#groupId })
		);
	}

	/**
	 * Undoes the plan, each chat to its own earlier value. If an earlier undo was interrupted, undoes
	 * the remaining entries, except those whose undo may already have happened.
	 */
	async undo(): Promise<void> {
		if (this.#isBusy) return;
		const entries = this.#runner
			.getUndoable(this.#groupId)
			.filter(({ undo }) => !undo.some((mutation) => this.#isUndo && this.#isUnknown(mutation)));
		if (entries.length === 0) return;
		const mutations = entries.flatMap(({ undo }) => undo);
		const settled = this.#isUndo ? excludeMutations(this.#results, mutations) : [];
		if (!this.#isUndo) this.#mutations = mutations;
		this.#isUndo = true;
		await this.#watch(settled, (options) =>
			this.#runner.undoGroup(this.#groupId, { ...options, entries })
		);
	}

	/**
	 * Undoes mutations of any group of the log, with the progress and summary of a run. Does nothing
	 * while another one is running.
	 *
	 * @param entries - all of the group that are to be undone, newest first
	 */
	async undoGroup(groupId: number, entries: readonly LogEntry[]): Promise<void> {
		if (this.#isBusy) return;
		this.#plan = toPastPlan(entries);
		this.#groupId = groupId;
		this.#isUndo = true;
		this.#mutations = entries.flatMap(({ undo }) => undo);
		await this.#watch([], (options) => this.#runner.undoGroup(groupId, { ...options, entries }));
	}

	/** Records what has become of a mutation of unknown outcome. */
	noteOutcome(mutation: Mutation, result: MutationResult) {
		if (this.#resultByMutation.has(mutation)) this.#record(mutation, result);
	}

	/** Reads the chats of mutations with unknown outcome again. Sends no mutation. */
	async refetch(): Promise<void> {
		if (this.#isBusy) return;
		this.#isRefetching = true;
		try {
			await this.#runner.verifyAll(this.unknown, ({ mutation }, result) =>
				this.noteOutcome(mutation, result)
			);
		} finally {
			this.#isRefetching = false;
		}
	}

	/** Starts no further mutations; waits for running ones. */
	stop() {
		if (this.#status !== 'running') return;
		this.#status = 'stopping';
		this.#run?.abort();
	}

	/**
	 * Stops the run, and undoes what it has done once running mutations have ended.
	 *
	 * @returns false when there's no run, or it's an undo itself
	 */
	stopAndUndo(): boolean {
		if (!this.isRunning || this.#isUndo) return false;
		this.#isUndoWanted = true;
		this.stop();
		return true;
	}

	/** Closes the summary. */
	close() {
		if (this.#isBusy) return;
		this.#status = 'idle';
		this.#plan = null;
		this.#mutations = [];
		this.#reset([]);
	}

	/** True until the last mutation has ended. */
	get isRunning() {
		return this.#status === 'running' || this.#status === 'stopping';
	}

	get #isBusy() {
		return this.isRunning || this.#isRefetching;
	}

	async #watch(
		settled: readonly BulkResult[],
		work: (options: GroupOptions) => Promise<void>
	): Promise<void> {
		const run = new AbortController();
		this.#run = run;
		this.#reset(settled);
		this.#start = { at: this.#runner.now(), results: settled.length };
		this.#status = 'running';
		this.#isUndoWanted = false;
		// If every other mutation would fail in the same way, hundreds of requests are avoided.
		function ondoubt(error: SourceError) {
			if (failsForAll(error)) run.abort();
		}
		const onresult = (mutation: Mutation, result: MutationResult) => {
			this.#record(mutation, result);
			if (result.kind === 'refused' || (result.kind === 'failed' && failsForAll(result.error)))
				run.abort();
		};
		try {
			await work({ signal: run.signal, onresult, ondoubt });
		} finally {
			this.#status = 'ended';
		}
		if (this.#isUndoWanted) await this.undo();
	}

	#reset(results: readonly BulkResult[]) {
		this.#resultByMutation.clear();
		this.#counts = NONE;
		for (const { mutation, result } of results) this.#record(mutation, result);
	}

	#record(mutation: Mutation, result: MutationResult) {
		const counts = { ...this.#counts };
		const earlier = this.#resultByMutation.get(mutation);
		if (earlier) counts[getEnding(earlier)]--;
		counts[getEnding(result)]++;
		this.#counts = counts;
		this.#resultByMutation.set(mutation, result);
	}

	#isUnknown(mutation: Mutation): boolean {
		const result = this.#resultByMutation.get(mutation);
		return result !== undefined && getEnding(result) === 'unknown';
	}

	get #results(): readonly BulkResult[] {
		return [...this.#resultByMutation].map(([mutation, result]) => ({ mutation, result }));
	}

	#list(ending: Ending): readonly BulkResult[] {
		return this.#results.filter(({ result }) => getEnding(result) === ending);
	}
}

function getEnding(result: MutationResult): Ending {
	if (isDone(result)) return 'done';
	return result.kind === 'unknown' ? 'unknown' : 'failed';
}

function getMutations(results: readonly BulkResult[]): readonly Mutation[] {
	return results.map(({ mutation }) => mutation);
}
