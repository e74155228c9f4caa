import type { Answer } from './answer';
import { retryAfterOf } from './errors';
import { pause } from './pause';

export interface Patience {
	/** How often a read that failed is tried again; 2 unless told. */
	retries?: number;
	/** Milliseconds before the nth retry, counted from 1. */
	retryDelay?: (retry: number) => number;
}

const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];

/** Milliseconds; whoever is asked to wait longer is told so instead. */
const LONGEST_WAIT = 30_000;

function backOff(retry: number): number {
	return 300 * 2 ** (retry - 1) * (0.5 + Math.random() / 2);
}

/**
 * Ask again when nobody has answered, or somebody who may do better in a moment.
 *
 * @param ask - null: no answer came; what it throws ends all
 */
export async function persist(
	ask: () => Promise<Answer | null>,
	{ retries = 2, retryDelay = backOff }: Patience,
	signal: AbortSignal
): Promise<Answer | null> {
	for (let retry = 1; ; retry++) {
		const answer = await ask();
		const wait = retry > retries ? undefined : waitAfter(answer, () => retryDelay(retry));
		if (wait === undefined) return answer;
		await pause(wait, signal);
	}
}

/** @returns milliseconds; undefined when there is no hope */
function waitAfter(answer: Answer | null, usual: () => number): number | undefined {
	if (answer && !RETRIED_STATUSES.includes(answer.status)) return undefined;
	if (!answer?.headers.has('retry-after')) return usual();
	const asked = retryAfterOf(answer.headers, Date.now());
	return asked !== undefined && asked <= LONGEST_WAIT ? asked : undefined;
}
