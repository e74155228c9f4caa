/**
 * The symbols of `format.ts` as strokes on a 16 × 16 field: as letters they look different in
 * every font, and some fonts make emoji of them.
 */
export const SYMBOL_PATHS: ReadonlyMap<string, string> = new Map([
	['✓', 'M3 8.5 6.5 12 13 4.5'],
	['◐', 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M7.2 3v10M5.8 3.6v8.8M4.4 4.8v6.4'],
	['✕', 'm4 4 8 8M12 4l-8 8'],
	['⚠', 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3'],
	['⊘', 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.1 11.9l7.8-7.8'],
	['⊖', 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5.2 8h5.6'],
	['∗', 'M8 4v8M4.5 6l7 4M11.5 6l-7 4'],
	['○', 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8'],
	['–', 'M4.5 8h7'],
	['?', 'M5.5 6a2.5 2.5 0 1 1 3.6 2.3C8.3 8.7 8 9.2 8 10M8 12.8v.2'],
	['·', 'M7.6 8h.8'],
	['≤', 'M11.5 3.5 5 6.75l6.5 3.25M5 13h6.5'],
	['•', 'M3.5 4.5h.2M6.5 4.5h6M3.5 8h.2M6.5 8h6M3.5 11.5h.2M6.5 11.5h6'],
	['+', 'M8 4v8M4 8h8']
]);
