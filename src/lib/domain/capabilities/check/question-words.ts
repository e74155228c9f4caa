import type { FileKind } from './file-formats';
import { FEATURE_NAMES } from './check-question';

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
