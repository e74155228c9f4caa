/** The kinds of files that people tell apart. */
export const FILE_KINDS = ['video', 'image', 'audio', 'file'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Short names of formats, as people say them, with their MIME types; the first of a type is its name. */
const FORMATS: readonly (readonly [name: string, mimeType: string])[] = [
	['mp4', 'video/mp4'],
	['mov', 'video/quicktime'],
	['webm', 'video/webm'],
	['mkv', 'video/x-matroska'],
	['avi', 'video/x-msvideo'],
	['3gp', 'video/3gpp'],
	['mpeg', 'video/mpeg'],
	['jpeg', 'image/jpeg'],
	['jpg', 'image/jpeg'],
	['png', 'image/png'],
	['gif', 'image/gif'],
	['webp', 'image/webp'],
	['heic', 'image/heic'],
	['heif', 'image/heif'],
	['avif', 'image/avif'],
	['svg', 'image/svg+xml'],
	['bmp', 'image/bmp'],
	['tiff', 'image/tiff'],
	['mp3', 'audio/mpeg'],
	['m4a', 'audio/mp4'],
	['ogg', 'audio/ogg'],
	['opus', 'audio/ogg; codecs=opus'],
	['wav', 'audio/wav'],
	['flac', 'audio/flac'],
	['aac', 'audio/aac'],
	['amr', 'audio/amr'],
	['pdf', 'application/pdf'],
	['zip', 'application/zip'],
	['doc', 'application/msword'],
	['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
	['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
	['txt', 'text/plain'],
	['csv', 'text/csv'],
	['md', 'text/markdown'],
	['json', 'application/json'],
	['apk', 'application/vnd.android.package-archive']
];

/** Other names of formats. */
const OTHER_NAMES: readonly (readonly [names: string, format: string])[] = [
	['mpeg4, m4v', 'mp4'],
	['quicktime', 'mov'],
	['matroska', 'mkv'],
	['3gpp', '3gp'],
	['tif', 'tiff'],
	['bitmap', 'bmp'],
	['wave', 'wav'],
	['word document, word file', 'docx'],
	['excel, spreadsheet', 'xlsx'],
	['powerpoint', 'pptx'],
	['text file', 'txt']
];

const BY_FORMAT: ReadonlyMap<string, string> = new Map(FORMATS);
const BY_NAME: ReadonlyMap<string, string> = new Map([
	...FORMATS,
	...OTHER_NAMES.flatMap(([names, format]) =>
		names.split(', ').map((name) => [name, BY_FORMAT.get(format) ?? ''] as const)
	)
]);
const BY_TYPE: ReadonlyMap<string, string> = new Map(
	FORMATS.map(([name, mimeType]) => [mimeType, name] as const).reverse()
);

/** The formats that a file of each kind has unless another is named. */
const USUAL_TYPES: Readonly<Record<FileKind, string>> = {
	video: 'video/mp4',
	image: 'image/jpeg',
	audio: 'audio/mpeg',
	file: ''
};

/** The MIME type of a file, as opposed to a pattern such as `image/*`. */
const MIME_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+_-]*$/;

/** The MIME type of a format (`mp4`) or of a MIME type itself; undefined for any other word. */
export function findMimeType(format: string): string | undefined {
	return BY_NAME.get(format) ?? (MIME_TYPE.test(format) ? format : undefined);
}

/** A format of files: its MIME type and its name in sentences. */
export interface FileFormat {
	mimeType: string;
	/** `MP4`; a MIME type without a short name keeps its own. */
	name: string;
}

/** Names that are not all in capitals. */
const NAMES: Readonly<Record<string, string>> = { webm: 'WebM', webp: 'WebP' };

/** The format of a MIME type. */
export function getFormat(mimeType: string): FileFormat {
	const name = formatMimeType(mimeType);
	return { mimeType, name: NAMES[name] ?? (name.includes('/') ? name : name.toUpperCase()) };
}

/** Every name of a format, some of several words, with the format. */
export function listFormatNames(): (readonly [name: string, format: FileFormat])[] {
	return [...BY_NAME].map(([name, mimeType]) => [name, getFormat(mimeType)] as const);
}

/** The type of a file of which only the kind is known: `video/mp4` for a video; empty for any file. */
export function getUsualType(kind: FileKind): string {
	return USUAL_TYPES[kind];
}

/** `mp4`; a MIME type without a short name stays as it is, without parameters; empty: unknown. */
export function formatMimeType(mimeType: string): string {
	const [bare = ''] = mimeType.split(';');
	return BY_TYPE.get(mimeType) ?? BY_TYPE.get(bare) ?? bare;
}

/** The kind of a file by its MIME type. */
export function getFileKind(mimeType: string): FileKind {
	const [family] = mimeType.split('/');
	return FILE_KINDS.find((kind) => kind === family) ?? 'file';
}

/** The named formats of one kind, in the order of a choice. */
export function listFormats(kind: FileKind): readonly string[] {
	return [...new Set(FORMATS.map(([, mimeType]) => mimeType))]
		.filter((mimeType) => getFileKind(mimeType) === kind)
		.map(formatMimeType);
}
