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
