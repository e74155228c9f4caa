import type { FileKind } from './file-formats';
import { FEATURE_NAMES } from './question';

/** Seconds by unit. A month has 30 days. */
export const SECONDS: Readonly<Record<string, number>> = {
	...{ s: 1, sec: 1, secs: 1, second: 1, seconds: 1 },
	...{ m: 60, min: 60, mins: 60, minute: 60, minutes: 60 },
	...{ h: 3_600, hr: 3_600, hrs: 3_600, hour: 3_600, hours: 3_600 },
	...{ d: 86_400, day: 86_400, days: 86_400 },
	...{ w: 604_800, week: 604_800, weeks: 604_800 },
	...{ month: 2_592_000, months: 2_592_000, year: 31_536_000, years: 31_536_000 }
};
/** Bytes by unit; plain units are powers of ten. */
export const BYTES: Readonly<Record<string, number>> = {
	...{ b: 1, byte: 1, bytes: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 },
	...{ kilobytes: 1e3, megabyte: 1e6, megabytes: 1e6, gigabyte: 1e9, gigabytes: 1e9 },
	...{ meg: 1e6, megs: 1e6, gig: 1e9, gigs: 1e9 },
	...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 }
};
/** Units of the length of a text. */
export const CHARACTERS: ReadonlySet<string> = new Set([
	...['c', 'ch', 'char', 'chars', 'character', 'characters', 'letter', 'letters']
]);
/** Pixels by name, width and height. */
export const RESOLUTIONS: Readonly<Record<string, readonly [number, number]>> = {
	'480p': [854, 480],
	'720p': [1_280, 720],
	'1080p': [1_920, 1_080],
	'1440p': [2_560, 1_440],
	'2160p': [3_840, 2_160],
	'4k': [3_840, 2_160],
	'8k': [7_680, 4_320]
};
/** Kinds of files by the words for them. */
export const KINDS: ReadonlyMap<string, FileKind> = new Map([
	...(['video', 'videos', 'film', 'films', 'movie', 'clip'] as const).map(
		(word) => [word, 'video'] as const
	),
	...(
		['image', 'images', 'photo', 'photos', 'picture', 'pictures', 'pic', 'screenshot'] as const
	).map((word) => [word, 'image'] as const),
	...(['audio', 'sound', 'song', 'songs', 'music', 'recording'] as const).map(
		(word) => [word, 'audio'] as const
	),
	...(['file', 'files', 'document', 'documents', 'attachment'] as const).map(
		(word) => [word, 'file'] as const
	)
]);
/** Formatting as `Capabilities.formatting` names it, by the phrases for it. */
export const FEATURES: ReadonlyMap<string, string> = new Map([
	...[...FEATURE_NAMES].map(([feature, name]) => [name, feature] as const),
	...[...FEATURE_NAMES.keys()].map((feature) => [feature, feature] as const),
	...([
		['italics', 'italic'],
		['underlined', 'underline'],
		['strike', 'strikethrough'],
		['code', 'inline_code'],
		['quotes', 'blockquote'],
		['blockquote', 'blockquote'],
		['spoilers', 'spoiler'],
		['heading', 'headers'],
		['list', 'unordered_list'],
		['bullets', 'unordered_list'],
		['link', 'inline_link'],
		['links', 'inline_link'],
		['mentions', 'user_link']
	] as const)
]);
/** Longest first, so that "spoiler reason" is not read as a spoiler. */
export const FEATURE_PHRASES = [...FEATURES.keys()].sort((a, b) => b.length - a.length);
/** Words that only join others. */
export const FILLERS: ReadonlySet<string> = new Set([
	...['a', 'an', 'the', 'of', 'with', 'and', 'in', 'is', 'my', 'long', 'size', 'by', 'at', 'it'],
	...['formatting', 'px', 'pixels', 'i', 'can', 'send', 'sent', 'was']
]);
