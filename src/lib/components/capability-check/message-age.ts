import { findLocalTime } from '$lib/format/local-time';

/** The age of a message as the user enters it. */
export type MessageAge =
	/** `count`: NaN for an empty field; `unit`: seconds. */
	| { kind: 'ago'; count: number; unit: number }
	/**
	 * `input`: the value of an `<input type="datetime-local">`; empty for an empty field.
	 * `isSecond`: the second of two equal local times, when clocks are turned back.
	 */
	| { kind: 'at'; input: string; isSecond?: boolean };

/**
 * The age of the message in seconds.
 *
 * @param now - epoch milliseconds
 * @param timeZone - IANA name of the time zone in which `input` is entered
 * @returns seconds, or a problem for people; the problem is empty for an empty field
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
