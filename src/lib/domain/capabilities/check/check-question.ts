import { formatExactSize } from '$lib/format/bytes';
import { formatDuration } from '$lib/format/duration';
import { formatCount, formatNumber } from '$lib/format/number';
import { buildFormattingRows } from '../formatting-rows';
import { formatMimeType, getFileKind } from './file-formats';
import type { FileFacts } from './file-facts';
import type { TextFacts } from './text';

/** The parts of a question: files, a caption and a text to send, and a message's age. */
export interface CheckQuestion {
	files: readonly FileFacts[];
	/** Sent with each file; null: no caption. A length of 1 stands for any caption. */
	caption: TextFacts | null;
	/** A message of its own; null: no text. A length of 1 stands for any text. */
	text: TextFacts | null;
	/** Seconds since a message was sent; null: no message. */
	age: number | null;
}

export const EMPTY_QUESTION: CheckQuestion = { files: [], caption: null, text: null, age: null };

/** Names of formatting for people, by feature: `bold`, `code block`. */
export const FEATURE_NAMES: ReadonlyMap<string, string> = new Map(
	buildFormattingRows(new Set(['table', 'math', 'details_summary'])).map(({ path, name }) => [
		path.slice('formatting.'.length),
		name.toLowerCase()
	])
);

/**
 * The question in one line, as `parseQuestion` reads it:
 * `video · mp4 · 120 MB · 2 min · 1920×1080 · caption 300`.
 */
export function formatQuestion({ files, caption, text, age }: CheckQuestion): string {
	return [
		files.map((file) => formatFileFacts(file).join(' · ')).join(' + '),
		caption && formatText(caption, caption.length > 1 ? `caption ${caption.length}` : 'caption'),
		text && formatText(text, formatTextLength(text, caption !== null)),
		age !== null && `${formatDuration(age)} old`
	]
		.filter(Boolean)
		.join(' · ');
}

/** @param isAfterCaption - the length must be told apart from the caption's */
function formatTextLength({ length }: TextFacts, isAfterCaption: boolean): string {
	if (length === 1) return 'text';
	return isAfterCaption ? `text ${formatNumber(length)}` : formatCount(length, 'character');
}

/** `300 characters with bold, italic`, for lines about a text that is described. */
export function formatTextFacts(facts: TextFacts): string {
	return formatText(facts, formatCount(facts.length, 'character'));
}

function formatText({ features }: TextFacts, length: string): string {
	const names = features.map((feature) => FEATURE_NAMES.get(feature) ?? feature);
	return names.length > 0 ? `${length} with ${names.join(', ')}` : length;
}

/** The known facts of a file, each as a phrase: `video`, `mp4`, `120 MB`, `2 min`, `1920×1080`. */
export function formatFileFacts({ mimeType, size, duration, width, height }: FileFacts): string[] {
	const format = formatMimeType(mimeType);
	const kind = getFileKind(mimeType);
	return [
		// A MIME type without a short name says its kind itself.
		format.includes('/') ? '' : kind,
		format,
		size === undefined ? '' : formatExactSize(size),
		duration === undefined ? '' : formatDuration(duration),
		...formatPixels(width, height)
	].filter((phrase) => phrase !== '');
}

/** `1920×1080`; of one side alone: `1920 px wide`. */
function formatPixels(width: number | undefined, height: number | undefined): string[] {
	if (width !== undefined && height !== undefined) return [`${width}×${height}`];
	if (width !== undefined) return [`${width} px wide`];
	return height === undefined ? [] : [`${height} px tall`];
}
