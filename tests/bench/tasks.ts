import type { Browser, Page } from '@playwright/test';

/** The tasks of a page's main thread, such as an answer that is read or an update of what is shown. */
export interface TaskFigures {
	tasks: number;
	/** Number of tasks that took more than 50 milliseconds. */
	long: number;
	/** Milliseconds. */
	longest: number;
	/** Frames in which these tasks together took more than 50 milliseconds. */
	longFrames: number;
}

/** The name of the mark that {@link traceTasks} takes for the begin of a frame. */
export const FRAME_MARK = 'frame';

/** A span of a trace. */
interface TraceEvent {
	name: string;
	/** `X`: it has a duration; a mark has none. */
	ph: string;
	pid: number;
	tid: number;
	/** Microseconds: its start, its duration, and the processor time of its thread in it. */
	ts: number;
	dur?: number;
	tdur?: number;
	args: { name?: string };
}

/**
 * Measures the tasks of a page in processor time, so that nothing else on the machine counts, as it does
 * in the time between two frames.
 *
 * @param work - makes a {@link FRAME_MARK} at each frame
 */
export async function traceTasks(
	browser: Browser,
	page: Page,
	work: () => Promise<void>
): Promise<TaskFigures> {
	await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
	await work();
	const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(
		String(await browser.stopTracing())
	);
	const tasks = listTasks(findMainThread(traceEvents));
	const frames = traceEvents.filter(({ name }) => name === FRAME_MARK).map(({ ts }) => ts);
	return {
		tasks: tasks.length,
		long: tasks.filter(({ time }) => time > 50).length,
		longest: tasks.reduce((longest, { time }) => Math.max(longest, time), 0),
		longFrames: sumByFrame(tasks, frames).filter((time) => time > 50).length
	};
}

interface Task {
	/** Microseconds. */
	start: number;
	/** Milliseconds of processor time. */
	time: number;
}

/** Milliseconds that the tasks took which began between one frame and the next. */
function sumByFrame(tasks: readonly Task[], frames: readonly number[]): number[] {
	const sorted = frames.toSorted((one, other) => one - other);
	const sums = sorted.slice(1).map(() => 0);
	let frame = 0;
	for (const { start, time } of tasks) {
		while (frame < sums.length && start >= (sorted[frame + 1] ?? Infinity)) frame += 1;
		if (frame < sums.length && start >= (sorted[frame] ?? Infinity))
			sums[frame] = (sums[frame] ?? 0) + time;
	}
	return sums;
}

/** The spans of the busiest thread that shows a page: the others belong to pages without content. */
function findMainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
	const threads = events
		.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
		.map(({ pid, tid }) =>
			events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid)
		);
	return threads.sort((one, other) => other.length - one.length)[0] ?? [];
}

/** Each task, with the promise callbacks that ran right after it, before any frame. */
function listTasks(events: readonly TraceEvent[]): Task[] {
	const tasks: Task[] = [];
	let end = 0;
	for (const { name, ts, dur = 0, tdur = 0 } of events.toSorted(
		(one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0)
	)) {
		// Within another span.
		if (ts < end) continue;
		end = ts + dur;
		const last = tasks.at(-1);
		if (last && !name.endsWith('RunTask')) last.time += tdur / 1_000;
		else tasks.push({ start: ts, time: tdur / 1_000 });
	}
	return tasks;
}
