import { joinList } from '$lib/format/list';

/**
 * The outcomes that can be predicted before a message is sent, best first.
 *
 * - `yes`: the message arrives as sent
 * - `changed`: it arrives converted, or without a part of it
 * - `unknown`: the chat does not state it; the server decides
 * - `no`: it is refused or lost
 */
export const VERDICT_KINDS = ['yes', 'changed', 'unknown', 'no'] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

export interface CheckVerdict {
	kind: VerdictKind;
	/** Phrases without a full stop, the decisive ones first. Empty: no objections. With `yes`: remarks. */
	reasons: readonly string[];
	/** The change that would help, as a phrase: `fits below 10 MB`; absent where none is known. */
	help?: string;
	/** The chat states nothing about it. */
	isSilent?: true;
}

/** The verdict on a chat that states nothing. */
export function toSilence(reason: string): CheckVerdict {
	return { kind: 'unknown', reasons: [reason], isSilent: true };
}

/** One reason why a message does not arrive as sent; a `yes` is only a remark. */
export interface Objection {
	kind: VerdictKind;
	reason: string;
	/** The change that removes this objection, after "fits": `below 10 MB`. */
	help?: string;
}

/** A rank for sorting; higher is worse. */
export function rankVerdict(kind: VerdictKind): number {
	return VERDICT_KINDS.indexOf(kind);
}

/** The worst of these kinds; `yes` where there are none. */
export function findWorstKind(kinds: readonly VerdictKind[]): VerdictKind {
	return VERDICT_KINDS.findLast((kind) => kinds.includes(kind)) ?? 'yes';
}

/** Combines objections. Beside a refusal, lesser objections are left out. There is help only against all of them. */
export function toVerdict(objections: readonly Objection[]): CheckVerdict {
	const kind = findWorstKind(objections.map((objection) => objection.kind));
	const decisive = objections
		.filter((objection) => kind !== 'no' || objection.kind === 'no')
		.toSorted((a, b) => rankVerdict(b.kind) - rankVerdict(a.kind));
	const helps = decisive.flatMap(({ help }) => help ?? []);
	const canHelp = kind === 'no' && helps.length === decisive.length;
	return {
		kind,
		reasons: decisive.map(({ reason }) => reason),
		...(canHelp && { help: `fits ${joinList([...new Set(helps)])}` })
	};
}
