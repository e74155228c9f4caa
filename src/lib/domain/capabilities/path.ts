import type { AttachmentCapability } from './model';

export type AttachmentField = Exclude<keyof AttachmentCapability, 'mimeTypes'>;

/** A parsed path. Keys may contain dots, so a path can't simply be split at its dots. */
export type ParsedPath =
	| { in: 'fields'; path: string; keys: readonly string[] }
	| { in: 'formatting'; feature: string }
	/** The level of an attachment type. */
	| { in: 'attachment'; type: string }
	| { in: 'attachment-field'; type: string; field: AttachmentField }
	| { in: 'mime'; type: string; pattern: string };

/** The fields of an attachment type without its MIME types, in the order of the table. */
export const ATTACHMENT_FIELDS = [
	'caption',
	'maxCaptionLength',
	'maxSize',
	'maxDuration',
	'maxWidth',
	'maxHeight',
	'viewOnce'
] as const satisfies readonly AttachmentField[];

/** The message types that the API documents; chats may report others. */
export const ATTACHMENT_TYPES = [
	'm.image',
	'm.video',
	'm.audio',
	'm.file',
	'org.matrix.msc3245.voice',
	'fi.mau.gif',
	'm.sticker'
] as const;

/** The fields of `state`, each an object with a level. */
const STATE = /^state\.(avatar|description|disappearingTimer|title)(\.level)?$/;

/** Parses a path of a row, also as written in URLs. Any text is a path, though perhaps one that the API does not have. */
export function parsePath(path: string): ParsedPath {
	const state = STATE.exec(path)?.[1];
	if (state !== undefined)
		return { in: 'fields', path: `state.${state}`, keys: ['state', state, 'level'] };
	const feature = removePrefix('formatting.', path);
	if (feature !== undefined) return { in: 'formatting', feature };
	const attachment = removePrefix('attachments.', path);
	return attachment === undefined ? toField(path) : parseAttachment(attachment);
}

function parseAttachment(rest: string): ParsedPath {
	const [type = '', ...patterns] = rest.split('.mimeTypes.');
	if (patterns.length > 0) return { in: 'mime', type, pattern: patterns.join('.mimeTypes.') };
	const last = ATTACHMENT_FIELDS.find((name) => rest.endsWith(`.${name}`));
	if (last) return { in: 'attachment-field', type: rest.slice(0, -last.length - 1), field: last };
	// An unknown field of a documented type, which this chat does not report.
	if (ATTACHMENT_TYPES.some((known) => rest.startsWith(`${known}.`)))
		return toField(`attachments.${rest}`);
	return { in: 'attachment', type: rest };
}

function toField(path: string): ParsedPath {
	return { in: 'fields', path, keys: path.split('.') };
}

function removePrefix(prefix: string, path: string): string | undefined {
	return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
