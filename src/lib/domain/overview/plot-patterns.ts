/** Side of the tile that a pattern repeats, in pixels. */
export const TILE = 6;

/**
 * Lines of a tile for each part of a plot, in order, as path data: plain, slanted, dotted, level,
 * slanted the other way, upright, crossed, close. Parts beyond these begin again.
 */
const PATTERNS = [
	'',
	'M-1 1L1-1M0 6L6 0M5 7L7 5',
	'M1.5 1.5h.01M4.5 4.5h.01',
	'M0 3H6',
	'M-1 5L1 7M0 0L6 6M5-1L7 1',
	'M3 0V6',
	'M0 3H6M3 0V6',
	'M0 1H6M0 4H6'
] as const;

/** Path data of the pattern of a part; empty for a plain one. */
export function getPattern(part: number): string {
	return PATTERNS[part % PATTERNS.length] ?? '';
}

/** The most parts that patterns tell apart. */
export const MOST_PARTS = PATTERNS.length;
