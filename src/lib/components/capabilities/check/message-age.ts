import { instantOf } from '$lib/domain/actions/remind-times';

/** How old a message is, as somebody says it. */
export type MessageAge =
	/** `count` is NaN while nothing is written; `unit` in seconds. */
	| { kind: 'ago'; count: number; unit: number }
	/** As an `<input type="datetime-local">` holds it; empty while nothing is written. */
	| { kind: 'at'; input: string };

/**
 * @param now - epoch milliseconds
 * @returns seconds; a problem in a few words, or empty while nothing is written
 */
export function secondsSince(age: MessageAge, now: number): number | { problem: string } {
	if (age.kind === 'ago') {
		if (Number.isNaN(age.count)) return { problem: '' };
		if (age.count < 0) return { problem: 'Write a number from 0.' };
		return age.count * age.unit;
	}
	const sent = instantOf(age.input);
	if (sent === undefined) return { problem: '' };
	return sent > now ? { problem: 'That is yet to come.' } : (now - sent) / 1000;
}
