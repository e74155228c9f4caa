/**
 * What can be said before something is sent, best first.
 *
 * - `yes`: it arrives as meant
 * - `changed`: it arrives, converted or without a part of it
 * - `unknown`: nobody says; the server decides
 * - `no`: it is refused, or lost
 */
export const VERDICT_KINDS = ['yes', 'changed', 'unknown', 'no'] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

export interface CheckVerdict {
	kind: VerdictKind;
	/** Why, without a full stop; those that decide come first. Empty: nothing stands against it. */
	reasons: readonly string[];
}

/** One thing that speaks against sending something as it is. */
export interface Objection {
	kind: Exclude<VerdictKind, 'yes'>;
	reason: string;
}

/** Higher is worse. */
export function rankVerdict(kind: VerdictKind): number {
	return VERDICT_KINDS.indexOf(kind);
}

/** The worst of some; `yes` when there are none. */
export function findWorstKind(kinds: readonly VerdictKind[]): VerdictKind {
	return VERDICT_KINDS.findLast((kind) => kinds.includes(kind)) ?? 'yes';
}

/** What refuses stands alone: what else would be lost no longer matters. */
export function toVerdict(objections: readonly Objection[]): CheckVerdict {
	const kind = findWorstKind(objections.map((objection) => objection.kind));
	const told = objections
		.filter((objection) => kind !== 'no' || objection.kind === 'no')
		.toSorted((a, b) => rankVerdict(b.kind) - rankVerdict(a.kind));
	return { kind, reasons: told.map(({ reason }) => reason) };
}
