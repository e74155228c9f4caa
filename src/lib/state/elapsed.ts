/**
 * Milliseconds since a moment, both in epoch milliseconds. Infinite if the clock was set back past
 * the moment: what happened then must not count as recent until the clock is there again.
 */
export function getElapsed(since: number, now: number): number {
	return now < since ? Infinity : now - since;
}
