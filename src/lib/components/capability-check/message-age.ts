import { findLocalTime } from '$lib/format/local-time';

/** How old a message is, as somebody says it. */
export type MessageAge =
	/** `count` is NaN while nothing is written; `unit` in seconds. */
	| { kind: 'ago'; count: number; unit: number }
	/**
	 * `input`: as an `<input type="datetime-local">` holds it; empty while nothing is written.
	 * `isSecond`: of a time that comes twice, the second is meant.
	 */
	| { kind: 'at'; input: string; isSecond?: boolean };

/**
 * @param now - epoch milliseconds
 * @param timeZone - IANA, of the clock that a time is read from
 * @returns seconds; a problem in a few words, or empty while nothing is written
 */
export function getAgeInSeconds(
	age: MessageAge,
	now: number,
	timeZone: string
): number | { problem: string } {
	if (age.kind === 'ago') {
		if (Number.isNaN(age.count)) return { problem: '' };
		if (age.count < 0) return { problem: 'Write a number from 0.' };
		return age.count * age.unit;
	}
	const localTime = findLocalTime(age.input, timeZone);
	if (!localTime) return { problem: '' };
	const first = localTime.kind === 'twice' ? localTime.first : localTime.at;
	const sent = localTime.kind === 'twice' && age.isSecond ? localTime.second : first;
	return sent > now ? { problem: 'That’s in the future.' } : (now - sent) / 1000;
}
