import type { AttachmentField } from '../path';
import type { FileFormat } from '../check/file-formats';
import { FORMATTING_PATHS } from './capability-words';
import type { Measure, Pieces, Question } from './question';

/** The file that a type of attachment stands for, where no format is given. */
const TYPICAL_FILES: ReadonlyMap<string, FileFormat> = new Map([
	['m.image', { mimeType: 'image/jpeg', name: 'image' }],
	['m.video', { mimeType: 'video/mp4', name: 'video' }],
	['m.audio', { mimeType: 'audio/mpeg', name: 'audio file' }],
	['fi.mau.gif', { mimeType: 'image/gif', name: 'GIF' }],
	['m.file', { mimeType: 'application/octet-stream', name: 'file' }]
]);

/** Types of recordings, which have a duration. */
const RECORDED: ReadonlySet<string> = new Set(['m.video', 'm.audio']);

/** Combines the words of a question: “video” and “size” are one capability, “120 MB” and “mp4” one file. */
export function combinePieces(
	pieces: Pieces
): Pick<Question, 'paths' | 'file' | 'age' | 'timer' | 'textLength' | 'exceeded' | 'above'> {
	const { time, characters, fields, exceeded } = pieces;
	const file = findFile(pieces);
	const rest = file ? { ...pieces, types: [], fields: [], measures: [] } : pieces;
	const isAge = time !== undefined && !(file && file.facts.duration !== undefined);
	const isText = characters !== undefined && !fields.includes('caption') && !file;
	const paths = findPaths({
		...rest,
		// “10,000 characters” is a text, and asks for no other capability by these words.
		...(isText && { measures: [] })
	});
	const changes = paths.filter(isChange).map(toChange);
	// “24 hour edit window” is about the window, not about a message of that age.
	const isWindow =
		!pieces.isAge &&
		exceeded === undefined &&
		(pieces.measures.includes('length') || paths.some((path) => path.endsWith('MaxAge')));
	const isChangeAsked =
		isAge && !isWindow && (changes.length > 0 || (pieces.isAge && paths.length === 0));
	const isTimer = isAge && paths.some((path) => path.includes('disappearingTimer'));
	const isLimit = !file && !isChangeAsked && !isTimer && !isText;
	const above = exceeded === 'time' ? time : exceeded === 'length' ? characters : undefined;
	return {
		paths: isChangeAsked
			? [...new Set(changes.length > 0 ? changes : ['edit', 'delete'])]
			: isText && paths.every((path) => path.startsWith('formatting.'))
				? ['maxTextLength', ...paths]
				: paths,
		...(file && { file }),
		...(isChangeAsked && { age: time }),
		...(isTimer && { timer: time }),
		...(isText && { textLength: characters }),
		...(exceeded !== undefined && { exceeded }),
		...(isLimit && above !== undefined && { above })
	};
}

/** The capabilities whose window depends on a message's age. */
function isChange(path: string): boolean {
	return /^(edit|delete)(MaxAge|MaxCount)?$/.test(path);
}

function toChange(path: string): string {
	return path.startsWith('edit') ? 'edit' : 'delete';
}

function findFile({
	size,
	pixels,
	time,
	types,
	formats,
	fields,
	characters,
	paths
}: Pieces): Question['file'] {
	const [given] = formats;
	const type = types.find((each) => TYPICAL_FILES.has(each));
	const isOther = types.some((each) => !TYPICAL_FILES.has(each));
	const isRecording = time !== undefined && type !== undefined && RECORDED.has(type);
	const isDescribed =
		size !== undefined || pixels !== undefined || (isRecording && !paths.some(isChange));
	const hasCaption = fields.includes('caption');
	// “webp stickers” are a row of the table, as is “jpeg images”; no file becomes a sticker.
	if (isOther || (!isDescribed && (given === undefined || (type !== undefined && !hasCaption))))
		return undefined;
	const typical = TYPICAL_FILES.get(type ?? 'm.file');
	const format = given ?? typical;
	if (!format) return undefined;
	const [width = 0, height = 0] = pixels ?? [];
	return {
		format,
		facts: {
			name: format.name,
			mimeType: format.mimeType,
			isDescribed: true,
			...(size !== undefined && { size }),
			...(isRecording && { duration: time }),
			...(width > 0 && { width }),
			...(height > 0 && { height })
		},
		caption: hasCaption ? (characters ?? 1) : null
	};
}

/** The limit that a measure asks for, by the capability it belongs to. */
const MEASURED: Readonly<Record<string, Partial<Record<Measure, string>>>> = {
	edit: { length: 'editMaxAge', count: 'editMaxCount' },
	delete: { length: 'deleteMaxAge' },
	reaction: { count: 'reactionCount', limit: 'reactionCount' },
	poll: { count: 'pollMaxOptions' },
	'state.disappearingTimer': { length: 'disappearingTimer.timers' }
};

/** The part of an attachment that a measure asks for. */
const MEASURED_FIELDS: Readonly<Record<Measure, AttachmentField | undefined>> = {
	size: 'maxSize',
	length: 'maxDuration',
	count: undefined,
	limit: 'maxSize'
};

/** The types that a part of an attachment is asked for, where none is named. */
const FIELD_TYPES: Readonly<Record<AttachmentField, readonly string[]>> = {
	caption: ['m.image', 'm.video', 'm.file'],
	maxCaptionLength: ['m.image', 'm.video', 'm.file'],
	maxSize: ['m.image', 'm.video', 'm.file'],
	maxDuration: ['m.video', 'm.audio', 'org.matrix.msc3245.voice'],
	maxWidth: ['m.image'],
	maxHeight: ['m.image'],
	viewOnce: ['m.image', 'm.video']
};

function findPaths(pieces: Pieces): string[] {
	const { types, fields, formats, characters, isFormats } = pieces;
	// “Maximum length” is a length: the size isn’t asked for.
	const isExact = pieces.measures.some((measure) => measure === 'size' || measure === 'length');
	const measures = isExact
		? pieces.measures.filter((measure) => measure !== 'limit')
		: pieces.measures;
	const wanted = new Set(fields);
	if (pieces.time !== undefined && types.includes('org.matrix.msc3245.voice'))
		wanted.add('maxDuration');
	if (types.length > 0 && fields.length === 0)
		for (const measure of measures) {
			const field = MEASURED_FIELDS[measure];
			if (field) wanted.add(field);
		}
	const isLongCaption = characters !== undefined || measures.some((each) => each !== 'size');
	if (wanted.has('caption') && isLongCaption) {
		wanted.delete('caption');
		wanted.add('maxCaptionLength');
	}
	const asked = types.length === 0 ? [] : types;
	const attachments = isFormats
		? asked.map((type) => `attachments.${type}.mimeTypes`)
		: wanted.size > 0
			? [...wanted].flatMap((field) =>
					(asked.length > 0 ? asked : FIELD_TYPES[field]).map(
						(type) => `attachments.${type}.${field}`
					)
				)
			: asked.flatMap((type) =>
					formats.length > 0
						? formats.map(({ mimeType }) => `attachments.${type}.mimeTypes.${mimeType}`)
						: [`attachments.${type}`]
				);
	const paths = [...pieces.paths.map((path) => findMeasured(path, measures)), ...attachments];
	if (paths.length > 0 || pieces.size !== undefined) return [...new Set(paths)];
	if (isFormats) return [...FORMATTING_PATHS];
	if (measures.includes('length')) return ['maxTextLength'];
	const sizes = FIELD_TYPES.maxSize.map((type) => `attachments.${type}.maxSize`);
	if (measures.includes('size')) return sizes;
	return measures.includes('limit') ? ['maxTextLength', ...sizes] : [];
}

function findMeasured(path: string, measures: readonly Measure[]): string {
	const limits = MEASURED[path];
	const wanted = measures.find((each) => limits?.[each] !== undefined);
	return (wanted !== undefined && limits?.[wanted]) || path;
}
