/** The part of the larger amount by which two may differ and still be about the same. */
const TOLERANCE = 0.05;

/**
 * True for two amounts that differ, but by less than 5 %: 2,000 MB and 2 GB, or 10 MB by powers of
 * ten and of two. People take them for the same, so neither is better, and only bytes tell them apart.
 */
export function isSimilarLimit(one: number, other: number): boolean {
	return one !== other && Math.abs(one - other) < TOLERANCE * Math.max(one, other);
}

/** The smallest whole amount that is more than this one, and not about the same. */
export function getClearlyMore(amount: number): number {
	return Math.max(amount + 1, Math.ceil(amount / (1 - TOLERANCE)));
}
