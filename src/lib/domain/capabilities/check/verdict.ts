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

export interface Verdict {
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
export function rankOf(kind: VerdictKind): number {
	return VERDICT_KINDS.indexOf(kind);
}

/** The worst of some; `yes` when there are none. */
export function worstKind(kinds: readonly VerdictKind[]): VerdictKind {
	return VERDICT_KINDS.findLast((kind) => kinds.includes(kind)) ?? 'yes';
}

/** What refuses stands alone: what else would be lost no longer matters. */
export function verdictFrom(objections: readonly Objection[]): Verdict {
	const kind = worstKind(objections.map((objection) => objection.kind));
	const told = objections
		.filter((objection) => kind !== 'no' || objection.kind === 'no')
		.toSorted((a, b) => rankOf(b.kind) - rankOf(a.kind));
	return { kind, reasons: told.map(({ reason }) => reason) };
}
