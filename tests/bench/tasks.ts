import type { Browser, Page } from '@playwright/test';

/** The tasks of a page's main thread, such as an answer that is read or an update of what is shown. */
export interface TaskFigures {
	tasks: number;
	/** Number of tasks that took more than 50 milliseconds. */
	long: number;
	/** Milliseconds. */
	longest: number;
}

/** A span of a trace. */
interface TraceEvent {
	name: string;
	/** `X`: it has a duration. */
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
 */
export async function traceTasks(
	browser: Browser,
	page: Page,
	work: () => Promise<void>
): Promise<TaskFigures> {
	await browser.startTracing(page, { categories: ['toplevel'] });
	await work();
	const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(
		String(await browser.stopTracing())
	);
	const times = listTaskTimes(findMainThread(traceEvents));
	return {
		tasks: times.length,
		long: times.filter((time) => time > 50).length,
		longest: times.reduce((longest, time) => Math.max(longest, time), 0)
	};
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

/** Milliseconds of each task, with the promise callbacks that ran right after it, before any frame. */
function listTaskTimes(events: readonly TraceEvent[]): number[] {
	const times: number[] = [];
	let end = 0;
	for (const { name, ts, dur = 0, tdur = 0 } of events.toSorted(
		(one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0)
	)) {
		// Within another span.
		if (ts < end) continue;
		end = ts + dur;
		if (name.endsWith('RunTask') || times.length === 0) times.push(0);
		times.push((times.pop() ?? 0) + tdur / 1_000);
	}
	return times;
}
