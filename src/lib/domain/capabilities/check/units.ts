/** A unit in which questions state a size, a time or the length of a text. */
export interface QuestionUnit {
	measures: 'size' | 'time' | 'length';
	/** Bytes, seconds or characters of one. */
	amount: number;
}

/** Units by their words; plain units of size are powers of ten, and a month has 30 days. */
const UNITS: readonly (readonly [
	measures: QuestionUnit['measures'],
	amount: number,
	words: string
])[] = [
	['time', 1, 's sec second'],
	['time', 60, 'm min minute'],
	['time', 3_600, 'h hr hour'],
	['time', 86_400, 'd day'],
	['time', 604_800, 'w wk week'],
	['time', 2_592_000, 'month'],
	['time', 31_536_000, 'y yr year'],
	['size', 1, 'b byte'],
	['size', 1e3, 'k kb kilobyte'],
	['size', 1e6, 'mb meg mega megabyte'],
	['size', 1e9, 'g gb gig giga gigabyte'],
	['size', 1e12, 'tb terabyte'],
	['size', 2 ** 10, 'kib'],
	['size', 2 ** 20, 'mib'],
	['size', 2 ** 30, 'gib'],
	['length', 1, 'c ch char character letter']
];

const BY_WORD: ReadonlyMap<string, QuestionUnit> = new Map(
	UNITS.flatMap(([measures, amount, words]) =>
		words.split(' ').flatMap((word) => {
			// “ms” would be milliseconds.
			const forms = word.length > 1 ? [word, `${word}s`] : [word];
			return forms.map((form) => [form, { measures, amount }] as const);
		})
	)
);

/** The unit that a word in lower case names, such as `mb` or `hours`; undefined for any other word. */
export function findUnit(word: string): QuestionUnit | undefined {
	return BY_WORD.get(word);
}

/** Every word for a unit, plurals included. */
export function listUnits(): ReadonlyMap<string, QuestionUnit> {
	return BY_WORD;
}

const RESOLUTIONS: ReadonlyMap<string, readonly [width: number, height: number]> = new Map([
	['480p', [854, 480]],
	['720p', [1_280, 720]],
	['1080p', [1_920, 1_080]],
	['1440p', [2_560, 1_440]],
	['2160p', [3_840, 2_160]],
	['4k', [3_840, 2_160]],
	['8k', [7_680, 4_320]]
]);

/** Width and height in pixels of a named resolution, such as `1080p`; undefined for any other name. */
export function findResolution(name: string): readonly [width: number, height: number] | undefined {
	return RESOLUTIONS.get(name);
}

/** Commas before groups of three digits separate thousands; any other comma is decimal: `1,5`. */
export function parseNumber(text: string): number {
	const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text);
	const value = Number.parseFloat(isGrouped ? text.replaceAll(',', '') : text.replace(',', '.'));
	return Number.isFinite(value) ? value : 0;
}
