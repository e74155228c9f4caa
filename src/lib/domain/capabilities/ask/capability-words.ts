import {
	FIELD_WORDS,
	FORMATTING_WORDS,
	sayHas,
	sayUpTo,
	type Entry,
	type Wording
} from './field-words';
import { buildAttachmentRows, getTypeName } from '../attachment-rows';
import { FIELD_ROWS } from '../field-rows';
import { buildFormattingRows } from '../formatting-rows';
import { ATTACHMENT_TYPES, parsePath, type AttachmentField } from '../path';
import { getFullName, type CapabilityRow } from '../row';

/** A capability, its wording and the phrases that ask for it; capitals and endings do not matter. */
interface Capability extends Wording {
	path: string;
	phrases: readonly string[];
}

/** The words for types of attachments, by message type. */
export const TYPE_WORDS: ReadonlyMap<string, { what: string; phrases: string }> = new Map([
	['m.image', { what: 'images', phrases: 'image, picture, photo, pic, photograph, screenshot' }],
	['m.video', { what: 'videos', phrases: 'video, clip, movie, film, vid' }],
	[
		'm.audio',
		{ what: 'audio files', phrases: 'audio, audio file, music, song, sound, sound file' }
	],
	['m.file', { what: 'files', phrases: 'file, document, doc' }],
	[
		'org.matrix.msc3245.voice',
		{
			what: 'voice notes',
			phrases:
				'voice note, voice message, voice memo, audio message, voice recording, voice clip, voice'
		}
	],
	['fi.mau.gif', { what: 'GIFs', phrases: 'gif, animated gif, animation' }],
	['m.sticker', { what: 'stickers', phrases: 'sticker, sticker pack' }]
]);

/** The words for parts of an attachment, by the API's field. */
export const ATTACHMENT_WORDS: Readonly<Record<AttachmentField, string>> = {
	caption:
		'caption, captioned, text with it, with (text|words|description|message|comment), description text',
	maxCaptionLength:
		'caption length, length of caption, long caption, caption limit, longest caption, caption size, caption characters',
	maxSize:
		'size limit, max size, maximum size, size, attachment size, upload limit, upload size, big attachment',
	maxDuration: 'duration, max duration, duration limit, recording length, length of recording',
	maxWidth: 'width, max width, wide, image width, widest',
	maxHeight: 'height, max height, tall, image height, tallest',
	viewOnce:
		'view once, once only, one time view, open once, disappearing photo, disappearing picture, view only once'
};

/** Phrases that stand for several capabilities. */
const TOPICS: readonly (readonly [phrases: string, isIn: (path: string) => boolean])[] = [
	[
		'formatting, markdown, rich text, text formatting, formatted text, format text, styles, text styles',
		(path) => isIn('formatting.', path)
	],
	[
		'attachment, media, attach, send media, kinds of files, types of files, attachment types, file (type|format), (which|what) (files|attachments)',
		(path) => ATTACHMENT_TYPES.some((type) => path === `attachments.${type}`)
	],
	[
		'member, manage members, group management, member actions, manage group, moderation, moderate, participants, admin',
		(path) => isIn('participantActions.', path)
	],
	['chat details, group details, group settings, chat settings', (path) => isIn('state.', path)]
];

function isIn(prefix: string, path: string): boolean {
	return path.startsWith(prefix);
}

const WORDINGS: ReadonlyMap<string, Wording> = new Map(
	[
		...FIELD_WORDS,
		...FORMATTING_WORDS.map(([feature, wording, phrases]): Entry => [
			`formatting.${feature}`,
			wording,
			phrases
		])
	].map(([path, wording]) => [path, wording])
);

/** The wording of a row in answers; rows that the dashboard doesn't know go by their names. */
export function getWording(row: CapabilityRow): Wording {
	const known = WORDINGS.get(row.path);
	if (known) return known;
	const target = parsePath(row.path);
	switch (target.in) {
		case 'attachment':
			return { verb: 'allows', what: getPlural(target.type) };
		case 'attachment-field':
			return getFieldWording(getPlural(target.type), target.field);
		case 'mime':
			return { verb: 'allows', what: `${getPlural(target.type)} of type ${target.pattern}` };
		default:
			return {
				...sayHas(`“${getFullName(row)}”`),
				...(row.kind === 'limit' && { limit: { before: 'up to' } })
			};
	}
}

function getPlural(type: string): string {
	return TYPE_WORDS.get(type)?.what ?? getTypeName(type);
}

function getFieldWording(what: string, field: AttachmentField): Wording {
	switch (field) {
		case 'caption':
			return { verb: 'allows', what: `captions on ${what}` };
		case 'maxCaptionLength':
			return sayUpTo(`captions on ${what}`);
		case 'maxSize':
			return sayUpTo(what);
		case 'maxDuration':
			return sayUpTo(what, 'up to', 'long');
		case 'maxWidth':
			return sayUpTo(what, 'up to', 'wide');
		case 'maxHeight':
			return sayUpTo(what, 'up to', 'tall');
		case 'viewOnce':
			return sayHas(`view-once ${what}`);
	}
}

/**
 * Every phrase that asks for capabilities, with the paths it stands for. Attachments are asked for
 * by a type, by a part of an attachment, or by both: see `TYPE_WORDS` and `ATTACHMENT_WORDS`.
 */
export function listCapabilityPhrases(): Map<string, string[]> {
	const paths = new Map<string, string[]>();
	for (const { path, phrases } of listCapabilities())
		for (const phrase of phrases) paths.set(phrase, [...(paths.get(phrase) ?? []), path]);
	for (const [phrases, isMember] of TOPICS) {
		const members = USUAL_ROWS.filter(({ path }) => isMember(path)).map(({ path }) => path);
		for (const phrase of splitPhrases(phrases)) paths.set(phrase, members);
	}
	return paths;
}

/** The rows that topics stand for, without the formatting that few networks have. */
const USUAL_ROWS: readonly CapabilityRow[] = [
	...FIELD_ROWS,
	...buildFormattingRows(new Set()),
	...buildAttachmentRows(new Map())
];

/** The formatting that “formatting” asks for. */
export const FORMATTING_PATHS: readonly string[] = USUAL_ROWS.map(({ path }) => path).filter(
	(path) => isIn('formatting.', path)
);

/** The rows that every table may have: those of the API, and formatting. */
const KNOWN_ROWS: readonly CapabilityRow[] = [
	...FIELD_ROWS,
	...buildFormattingRows(new Set(FORMATTING_WORDS.map(([feature]) => feature))),
	...buildAttachmentRows(new Map())
];

/** The rows that can be asked for in every table, whether a chat reports them or not. */
export function listKnownRows(): readonly CapabilityRow[] {
	return KNOWN_ROWS;
}

/** Each capability of `FIELD_WORDS` and `FORMATTING_WORDS` with its phrases. */
export function listCapabilities(): Capability[] {
	return [
		...FIELD_WORDS,
		...FORMATTING_WORDS.map(([feature, ...rest]) => [`formatting.${feature}`, ...rest] as const)
	].map(([path, wording, phrases]) => ({ path, ...wording, phrases: splitPhrases(phrases) }));
}

/** The phrases of a list that is separated by commas: `gif, (send|drop) pin` are three. */
export function splitPhrases(phrases: string): string[] {
	return phrases.split(',').flatMap((phrase) => listAlternatives(phrase.trim()));
}

/** `(send|drop) pin` → `send pin`, `drop pin`. */
function listAlternatives(phrase: string): string[] {
	const [brackets, words] = /\(([^)]*)\)/.exec(phrase) ?? [];
	if (brackets === undefined || words === undefined) return [phrase];
	return words.split('|').flatMap((word) => listAlternatives(phrase.replace(brackets, word)));
}
