import { formatDuration } from '$lib/format/duration';
import { formatCount } from '$lib/format/number';
import { type Capabilities, isWorking, type SupportLevel } from '../model';
import { askRecipients, type RecipientAnswer, type Recipient } from './recipient';
import { rankVerdict, type VerdictKind } from './verdict';

const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

/** Whether something can still be done to a message. */
export interface AgeVerdict {
	kind: VerdictKind;
	/** A few words: `11 min left`, `no longer: 15 min are over`. */
	text: string;
}

/** What can still be done to a message of your own. */
export interface AgeVerdicts {
	edit: AgeVerdict;
	/** For everyone, else for yourself. */
	delete: AgeVerdict;
}

/**
 * What can still be done to a message.
 *
 * @param capabilities - undefined: the chat does not report any
 * @param age - seconds since it was sent, not negative
 */
export function checkAge(capabilities: Capabilities | undefined, age: number): AgeVerdicts {
	if (!capabilities) {
		const unreported: AgeVerdict = { kind: 'unknown', text: 'not reported; the server decides' };
		return { edit: unreported, delete: unreported };
	}
	const { edit, editMaxAge, editMaxCount } = capabilities;
	const verdict = windowVerdict(edit, editMaxAge, age, 'edited');
	const counts = verdict.kind === 'yes' || verdict.kind === 'changed';
	const most =
		counts && editMaxCount !== undefined && `, ${formatCount(editMaxCount, 'edit')} at most`;
	return {
		edit: most ? { ...verdict, text: `${verdict.text}${most}` } : verdict,
		delete: deletion(capabilities, age)
	};
}

function deletion({ delete: level, deleteMaxAge, deleteForMe }: Capabilities, age: number) {
	const forEveryone = windowVerdict(level, deleteMaxAge, age, 'deleted for everyone');
	const { kind, text } = forEveryone;
	if (!deleteForMe || kind === 'yes' || kind === 'changed') return forEveryone;
	const rest: AgeVerdict =
		kind === 'unknown'
			? { kind, text: `for yourself; for everyone ${text}` }
			: { kind: 'changed', text: `only for yourself; ${text}` };
	return rest;
}

/** @param limit - seconds; absent: none is stated */
function windowVerdict(
	level: SupportLevel | undefined,
	limit: number | undefined,
	age: number,
	done: string
): AgeVerdict {
	if (level !== undefined && !isWorking(level)) return { kind: 'no', text: `cannot be ${done}` };
	if (limit === 0) return { kind: 'no', text: `cannot be ${done} once it is sent` };
	if (limit !== undefined && age >= limit) {
		return { kind: 'no', text: `no longer: ${formatDuration(limit)} are over` };
	}
	if (level === undefined) return { kind: 'unknown', text: 'not stated; the server decides' };
	const partly = level === 'partial' ? ', not in every way' : '';
	const left = limit === undefined ? 'no time limit stated' : `${formatTimeLeft(limit - age)} left`;
	return { kind: partly ? 'changed' : 'yes', text: `${left}${partly}` };
}

/**
 * A time that is running out, in its two largest units and never too long: `1 day 23 h`, `11 min`.
 *
 * @param seconds - above nothing
 */
export function formatTimeLeft(seconds: number): string {
	const days = Math.floor(seconds / DAY);
	const hours = Math.floor(seconds / HOUR) % 24;
	const minutes = Math.floor(seconds / MINUTE) % 60;
	if (days > 0) return together(formatCount(days, 'day'), hours, 'h');
	if (hours > 0) return together(`${hours} h`, minutes, 'min');
	return minutes > 0 ? `${minutes} min` : `${Math.max(1, Math.floor(seconds))} s`;
}

function together(first: string, count: number, unit: string): string {
	return count > 0 ? `${first} ${count} ${unit}` : first;
}

/** The same for many; best is where both can be done. */
export function checkAges(
	recipients: readonly Recipient[],
	age: number
): readonly RecipientAnswer<AgeVerdicts>[] {
	return askRecipients(recipients, ({ capabilities }) => checkAge(capabilities, age), ageRank);
}

function ageRank({ edit, delete: deletion }: AgeVerdicts): number {
	return rankVerdict(edit.kind) + rankVerdict(deletion.kind);
}
