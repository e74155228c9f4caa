import type { AttachmentCapability } from './model';

export type AttachmentField = Exclude<keyof AttachmentCapability, 'mimeTypes'>;

/** Where a path points. Keys hold dots themselves, so a path cannot simply be split at them. */
export type ParsedPath =
	| { in: 'fields'; path: string; keys: readonly string[] }
	| { in: 'formatting'; feature: string }
	/** A type of attachment as a whole. */
	| { in: 'attachment'; type: string }
	| { in: 'attachment-field'; type: string; field: AttachmentField }
	| { in: 'mime'; type: string; pattern: string };

/** Everything that is said of a type of attachment beside its MIME types, in the order of the table. */
export const ATTACHMENT_FIELDS = [
	'caption',
	'maxCaptionLength',
	'maxSize',
	'maxDuration',
	'maxWidth',
	'maxHeight',
	'viewOnce'
] as const satisfies readonly AttachmentField[];

/** The message types the API documents; others may be reported. */
export const ATTACHMENT_TYPES = [
	'm.image',
	'm.video',
	'm.audio',
	'm.file',
	'org.matrix.msc3245.voice',
	'fi.mau.gif',
	'm.sticker'
] as const;

/** The parts of a chat's state, each an object with a level. */
const STATE = /^state\.(avatar|description|disappearingTimer|title)(\.level)?$/;

/** Read a path as the catalogue and the addresses write it; anything makes a place, perhaps one without anything there. */
export function parsePath(path: string): ParsedPath {
	const state = STATE.exec(path)?.[1];
	if (state !== undefined)
		return { in: 'fields', path: `state.${state}`, keys: ['state', state, 'level'] };
	const feature = after('formatting.', path);
	if (feature !== undefined) return { in: 'formatting', feature };
	const attachment = after('attachments.', path);
	return attachment === undefined ? field(path) : within(attachment);
}

function within(rest: string): ParsedPath {
	const [type = '', ...patterns] = rest.split('.mimeTypes.');
	if (patterns.length > 0) return { in: 'mime', type, pattern: patterns.join('.mimeTypes.') };
	const last = ATTACHMENT_FIELDS.find((name) => rest.endsWith(`.${name}`));
	if (last) return { in: 'attachment-field', type: rest.slice(0, -last.length - 1), field: last };
	// A field the API added to a type, in a chat that does not report it: no place, not a type.
	if (ATTACHMENT_TYPES.some((known) => rest.startsWith(`${known}.`)))
		return field(`attachments.${rest}`);
	return { in: 'attachment', type: rest };
}

function field(path: string): ParsedPath {
	return { in: 'fields', path, keys: path.split('.') };
}

function after(prefix: string, path: string): string | undefined {
	return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
