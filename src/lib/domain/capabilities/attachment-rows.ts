import { ATTACHMENT_FIELDS, ATTACHMENT_TYPES, type AttachmentField } from './path';
import type { CapabilityRow } from './row';

const TYPE_NAMES: Readonly<Record<(typeof ATTACHMENT_TYPES)[number], string>> = {
	'm.image': 'Image',
	'm.video': 'Video',
	'm.audio': 'Audio',
	'm.file': 'File',
	'org.matrix.msc3245.voice': 'Voice note',
	'fi.mau.gif': 'GIF',
	'm.sticker': 'Sticker'
};

type FieldRow = Pick<CapabilityRow, 'name' | 'meaning' | 'kind' | 'unit'> & {
	/** The level without which a limit has no meaning: that of the type, or of its captions. */
	belongsTo?: 'type' | 'caption';
};

const FIELDS: Readonly<Record<AttachmentField, FieldRow>> = {
	caption: { name: 'Caption', meaning: 'Text sent together with the attachment.', kind: 'level' },
	maxCaptionLength: {
		name: 'Caption length',
		meaning: 'The longest caption.',
		kind: 'limit',
		unit: 'characters',
		belongsTo: 'caption'
	},
	maxSize: {
		name: 'Size',
		meaning: 'The largest file.',
		kind: 'limit',
		unit: 'bytes',
		belongsTo: 'type'
	},
	maxDuration: {
		name: 'Duration',
		meaning: 'The longest recording.',
		kind: 'limit',
		unit: 'seconds',
		belongsTo: 'type'
	},
	maxWidth: {
		name: 'Width',
		meaning: 'The widest picture.',
		kind: 'limit',
		unit: 'pixels',
		belongsTo: 'type'
	},
	maxHeight: {
		name: 'Height',
		meaning: 'The tallest picture.',
		kind: 'limit',
		unit: 'pixels',
		belongsTo: 'type'
	},
	viewOnce: { name: 'View once', meaning: 'Can be opened only once.', kind: 'flag' }
};

/** The name of an attachment type for people; an unknown type keeps the API's name. */
export function getTypeName(type: string): string {
	const known = ATTACHMENT_TYPES.find((name) => name === type);
	return known ? TYPE_NAMES[known] : type;
}

/**
 * Builds the rows of all attachment types: the documented types, then other reported types, A–Z.
 * Each type has a row for its level, a row for each field, then its MIME types, exact ones before
 * patterns.
 *
 * @param reported - reported MIME types and patterns by attachment type
 */
export function buildAttachmentRows(
	reported: ReadonlyMap<string, ReadonlySet<string>>
): CapabilityRow[] {
	const known: ReadonlySet<string> = new Set(ATTACHMENT_TYPES);
	const others = [...reported.keys()].filter((type) => !known.has(type)).sort();
	return [...known, ...others].flatMap((type) => [
		createTypeRow(type),
		...createFieldRows(type),
		...createMimeRows(type, reported.get(type) ?? new Set())
	]);
}

function createTypeRow(type: string): CapabilityRow {
	const part = getTypeName(type);
	return {
		path: getTypePath(type),
		section: 'Attachments',
		part,
		name: part,
		meaning: 'Support for the best of its MIME types.',
		kind: 'level'
	};
}

function createFieldRows(type: string): CapabilityRow[] {
	return ATTACHMENT_FIELDS.map((field) => {
		const { name, meaning, kind, unit } = FIELDS[field];
		const levelPath = getLevelPath(type, field);
		return {
			path: `attachments.${type}.${field}`,
			section: 'Attachments',
			part: getTypeName(type),
			parentPath: getTypePath(type),
			name,
			meaning,
			kind,
			...(unit && { unit }),
			...(levelPath !== undefined && { levelPath })
		};
	});
}

/** The path of the level that a limit of an attachment type belongs to; undefined for other fields. */
export function getLevelPath(type: string, field: AttachmentField): string | undefined {
	const { belongsTo } = FIELDS[field];
	if (belongsTo === undefined) return undefined;
	return belongsTo === 'caption' ? `attachments.${type}.caption` : getTypePath(type);
}

/** The path of the row of an attachment type, of which the type's other rows are details. */
function getTypePath(type: string): string {
	return `attachments.${type}`;
}

function createMimeRows(type: string, patterns: ReadonlySet<string>): CapabilityRow[] {
	return [...patterns]
		.sort((a, b) => getBreadth(a) - getBreadth(b) || (a < b ? -1 : 1))
		.map((pattern) => ({
			path: `attachments.${type}.mimeTypes.${pattern}`,
			section: 'Attachments',
			part: getTypeName(type),
			parentPath: getTypePath(type),
			...describePattern(pattern),
			kind: 'level'
		}));
}

/** Exact types sort before patterns, narrow patterns before wide ones. */
function getBreadth(pattern: string): number {
	if (pattern === '*/*') return 2;
	return pattern.endsWith('/*') ? 1 : 0;
}

function describePattern(pattern: string): Pick<CapabilityRow, 'name' | 'meaning'> {
	if (getBreadth(pattern) === 0)
		return { name: pattern, meaning: `Support for files of type ${pattern}.` };
	const [kind = ''] = pattern.split('/');
	return {
		name: kind === '*' ? `Any other type (${pattern})` : `Other ${kind} types (${pattern})`,
		meaning: 'Support for files whose type has no row of its own.'
	};
}
