import { findMimeType, formatMimeType } from '../check/file-formats';

/** Seconds of a unit of time, by its usual spellings. */
export const TIME_UNITS: readonly (readonly [words: string, seconds: number])[] = [
	['s, sec, second', 1],
	['m, min, mins, minute', 60],
	['h, hr, hour', 3_600],
	['d, day', 86_400],
	['w, wk, week', 604_800],
	['month', 2_592_000],
	['y, yr, year', 31_536_000]
];

/** Bytes of a unit of size. */
export const SIZE_UNITS: readonly (readonly [words: string, bytes: number])[] = [
	['b, byte', 1],
	['k, kb, kilobyte', 1e3],
	['mb, meg, mega, megabyte', 1e6],
	['g, gb, gig, giga, gigabyte', 1e9],
	['tb, terabyte', 1e12],
	['kib', 2 ** 10],
	['mib', 2 ** 20],
	['gib', 2 ** 30]
];

export const NUMBER_WORDS: readonly (readonly [words: string, value: number])[] = [
	['a, an, one', 1],
	['two, couple, couple of', 2],
	['three', 3],
	['four', 4],
	['five', 5],
	['six', 6],
	['seven', 7],
	['eight', 8],
	['nine', 9],
	['ten', 10],
	['twelve', 12],
	['fifteen', 15],
	['twenty', 20],
	['thirty', 30],
	['hundred, a hundred, one hundred', 100],
	['thousand, a thousand, one thousand', 1_000]
];

/** Times that people say without a number. */
export const TIMES: readonly (readonly [words: string, seconds: number])[] = [
	['half an hour, half hour', 1_800],
	['yesterday, next day, the next day, overnight, tomorrow', 86_400],
	['last week, next week', 604_800],
	['last month, next month', 2_592_000]
];

/** A format of files: its MIME type and its name in sentences. */
export interface FileFormat {
	mimeType: string;
	/** `MP4`; a MIME type without a short name keeps its own. */
	name: string;
}

/** Names that are not all in capitals. */
const NAMES: Readonly<Record<string, string>> = { webm: 'WebM', webp: 'WebP' };

/** The format that a word or a MIME type names, such as `mp4`; undefined for any other word. */
export function findFormat(word: string): FileFormat | undefined {
	const mimeType = findMimeType(word);
	if (mimeType === undefined) return undefined;
	const name = formatMimeType(mimeType);
	return { mimeType, name: NAMES[name] ?? (name.includes('/') ? name : name.toUpperCase()) };
}

/** Other words for formats. */
export const FORMAT_WORDS: readonly (readonly [words: string, format: string])[] = [
	['mpeg4, m4v', 'mp4'],
	['quicktime', 'mov'],
	['matroska', 'mkv'],
	['3 gp, 3 gpp', '3gp'],
	['tif', 'tiff'],
	['bitmap', 'bmp'],
	['wave', 'wav'],
	['word document, word file', 'docx'],
	['excel, spreadsheet', 'xlsx'],
	['powerpoint', 'pptx'],
	['text file', 'txt']
];

/** The file that a type of attachment stands for, where no format is given. */
export const TYPICAL_FILES: ReadonlyMap<string, FileFormat> = new Map([
	['m.image', { mimeType: 'image/jpeg', name: 'image' }],
	['m.video', { mimeType: 'video/mp4', name: 'video' }],
	['m.audio', { mimeType: 'audio/mpeg', name: 'audio file' }],
	['fi.mau.gif', { mimeType: 'image/gif', name: 'GIF' }],
	['m.file', { mimeType: 'application/octet-stream', name: 'file' }]
]);
