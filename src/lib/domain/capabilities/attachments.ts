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
	/** What has to work for a limit to mean anything: the whole type, or its captions. */
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
	viewOnce: { name: 'View once', meaning: 'It can be opened a single time.', kind: 'flag' }
};

/** What people call a type of attachment; one we do not know keeps the API's name. */
export function getTypeName(type: string): string {
	const known = ATTACHMENT_TYPES.find((name) => name === type);
	return known ? TYPE_NAMES[known] : type;
}

/**
 * Rows for each known type, then for each other that was reported, A–Z: the type as a whole, its
 * fields, then its MIME types, the exact ones before the patterns.
 *
 * @param reported - MIME types and patterns by type
 */
export function buildAttachmentRows(
	reported: ReadonlyMap<string, ReadonlySet<string>>
): CapabilityRow[] {
	const known: ReadonlySet<string> = new Set(ATTACHMENT_TYPES);
	const others = [...reported.keys()].filter((type) => !known.has(type)).sort();
	return [...known, ...others].flatMap((type) => [
		typeRow(type),
		...fieldRows(type),
		...mimeRows(type, reported.get(type) ?? new Set())
	]);
}

function typeRow(type: string): CapabilityRow {
	const part = getTypeName(type);
	return {
		path: `attachments.${type}`,
		section: 'Attachments',
		part,
		name: part,
		meaning: 'How well the best of its MIME types is carried.',
		kind: 'level'
	};
}

function fieldRows(type: string): CapabilityRow[] {
	return ATTACHMENT_FIELDS.map((field) => {
		const { name, meaning, kind, unit } = FIELDS[field];
		const levelPath = getLevelPath(type, field);
		return {
			path: `attachments.${type}.${field}`,
			section: 'Attachments',
			part: getTypeName(type),
			name,
			meaning,
			kind,
			...(unit && { unit }),
			...(levelPath !== undefined && { levelPath })
		};
	});
}

/** The path of the level that a field of an attachment belongs to; undefined for all but limits. */
export function getLevelPath(type: string, field: AttachmentField): string | undefined {
	const { belongsTo } = FIELDS[field];
	if (belongsTo === undefined) return undefined;
	return belongsTo === 'caption' ? `attachments.${type}.caption` : `attachments.${type}`;
}

function mimeRows(type: string, patterns: ReadonlySet<string>): CapabilityRow[] {
	return [...patterns]
		.sort((a, b) => breadthOf(a) - breadthOf(b) || (a < b ? -1 : 1))
		.map((pattern) => ({
			path: `attachments.${type}.mimeTypes.${pattern}`,
			section: 'Attachments',
			part: getTypeName(type),
			...wordsFor(pattern),
			kind: 'level'
		}));
}

function breadthOf(pattern: string): number {
	if (pattern === '*/*') return 2;
	return pattern.endsWith('/*') ? 1 : 0;
}

function wordsFor(pattern: string): Pick<CapabilityRow, 'name' | 'meaning'> {
	if (breadthOf(pattern) === 0)
		return { name: pattern, meaning: `How well files of type ${pattern} are carried.` };
	const [kind = ''] = pattern.split('/');
	return {
		name: kind === '*' ? `Any other type (${pattern})` : `Other ${kind} types (${pattern})`,
		meaning: 'How well files are carried whose type is not listed more exactly.'
	};
}
