/** How well a network carries one feature, worst first: a level's rank is its index. */
export const SUPPORT_LEVELS = ['rejected', 'dropped', 'unsupported', 'partial', 'full'] as const;

/**
 * - `rejected`: the bridge refuses the message
 * - `dropped`: it is silently lost
 * - `unsupported`: it has no counterpart; there may be a fallback
 * - `partial`: it arrives converted or incomplete
 * - `full`: it arrives as meant
 *
 * On the wire −2 … 2, which only `api` knows.
 */
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export function isSupportLevel(value: unknown): value is SupportLevel {
	return SUPPORT_LEVELS.some((level) => level === value);
}

/** Only then may a feature be offered: the lower levels lose or refuse what is sent. */
export function isWorking(level: SupportLevel): boolean {
	return level === 'partial' || level === 'full';
}

/** The best of some levels; undefined when there are none. */
export function bestLevel(levels: readonly SupportLevel[]): SupportLevel | undefined {
	return SUPPORT_LEVELS.findLast((level) => levels.includes(level));
}
