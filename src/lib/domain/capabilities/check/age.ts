import { formatDuration } from '$lib/format/duration';
import { formatCount } from '$lib/format/number';
import { type Capabilities, isWorking, type SupportLevel } from '../model';
import { checkEach, type RecipientResult, type Recipient } from './recipient';
import { rankVerdict, type VerdictKind } from './verdict';

const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

/** The verdict on editing or deleting a message of a certain age. */
export interface AgeVerdict {
	kind: VerdictKind;
	/** `11 min left`, `too late (15 min limit)`. */
	text: string;
}

/** The verdicts on a message of the user's own. */
export interface AgeVerdicts {
	edit: AgeVerdict;
	/** Deleting for everyone, or else for the user alone. */
	delete: AgeVerdict;
}

/**
 * Checks what the user can still do to a message of their own.
 *
 * @param capabilities - undefined: the chat reports none
 * @param age - seconds since it was sent, not negative
 */
export function checkAge(capabilities: Capabilities | undefined, age: number): AgeVerdicts {
	if (!capabilities) {
		const unreported: AgeVerdict = { kind: 'unknown', text: 'not reported, so Beeper decides' };
		return { edit: unreported, delete: unreported };
	}
	const { edit, editMaxAge, editMaxCount } = capabilities;
	const verdict = checkWindow(edit, editMaxAge, age, 'edited');
	const counts = verdict.kind === 'yes' || verdict.kind === 'changed';
	const most =
		counts && editMaxCount !== undefined && `, ${formatCount(editMaxCount, 'edit')} at most`;
	return {
		edit: most ? { ...verdict, text: `${verdict.text}${most}` } : verdict,
		delete: checkDeletion(capabilities, age)
	};
}

function checkDeletion({ delete: level, deleteMaxAge, deleteForMe }: Capabilities, age: number) {
	const forEveryone = checkWindow(level, deleteMaxAge, age, 'deleted for everyone');
	const { kind, text } = forEveryone;
	if (!deleteForMe || kind === 'yes' || kind === 'changed') return forEveryone;
	const rest: AgeVerdict =
		kind === 'unknown'
			? { kind, text: `for yourself · for everyone: ${text}` }
			: { kind: 'changed', text: `only for yourself · ${text}` };
	return rest;
}

/** @param limit - seconds; undefined: no stated limit */
function checkWindow(
	level: SupportLevel | undefined,
	limit: number | undefined,
	age: number,
	done: string
): AgeVerdict {
	if (level !== undefined && !isWorking(level)) return { kind: 'no', text: `can’t be ${done}` };
	if (limit === 0) return { kind: 'no', text: `can’t be ${done} once sent` };
	if (limit !== undefined && age >= limit) {
		return { kind: 'no', text: `too late (${formatDuration(limit)} limit)` };
	}
	if (level === undefined) return { kind: 'unknown', text: 'not stated, so Beeper decides' };
	const partly = level === 'partial' ? ', not in every way' : '';
	const left = limit === undefined ? 'no time limit stated' : `${formatTimeLeft(limit - age)} left`;
	return { kind: partly ? 'changed' : 'yes', text: `${left}${partly}` };
}

/**
 * The time that is left, in its two largest units, rounded down: `1 day 23 h`, `11 min`.
 *
 * @param seconds - positive
 */
export function formatTimeLeft(seconds: number): string {
	const days = Math.floor(seconds / DAY);
	const hours = Math.floor(seconds / HOUR) % 24;
	const minutes = Math.floor(seconds / MINUTE) % 60;
	if (days > 0) return joinUnits(formatCount(days, 'day'), hours, 'h');
	if (hours > 0) return joinUnits(`${hours} h`, minutes, 'min');
	return minutes > 0 ? `${minutes} min` : `${Math.max(1, Math.floor(seconds))} s`;
}

function joinUnits(first: string, count: number, unit: string): string {
	return count > 0 ? `${first} ${count} ${unit}` : first;
}

/** True when the chats state nothing about editing or deleting. */
export function isSilentAge({ edit, delete: deletion }: AgeVerdicts): boolean {
	return edit.kind === 'unknown' && deletion.kind === 'unknown';
}

/** Like {@link checkAge}, for many recipients; those that allow both come first. */
export function checkAges(
	recipients: readonly Recipient[],
	age: number
): readonly RecipientResult<AgeVerdicts>[] {
	return checkEach(recipients, ({ capabilities }) => checkAge(capabilities, age), rankAge);
}

function rankAge({ edit, delete: deletion }: AgeVerdicts): number {
	return rankVerdict(edit.kind) + rankVerdict(deletion.kind);
}
