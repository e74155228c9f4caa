/** Seconds of a unit of time, by its usual spellings. */
export const TIME_UNITS: readonly (readonly [words: string, seconds: number])[] = [
	['s, sec, second', 1],
	['m, min, mins, minute', 60],
	['h, hr, hour', 3_600],
	['d, day', 86_400],
	['w, wk, week', 604_800],
	['month', 2_592_000],
	['y, yr, year', 31_536_000]
];

/** Bytes of a unit of size. */
export const SIZE_UNITS: readonly (readonly [words: string, bytes: number])[] = [
	['b, byte', 1],
	['k, kb, kilobyte', 1e3],
	['mb, meg, mega, megabyte', 1e6],
	['g, gb, gig, giga, gigabyte', 1e9],
	['tb, terabyte', 1e12],
	['kib', 2 ** 10],
	['mib', 2 ** 20],
	['gib', 2 ** 30]
];

export const NUMBER_WORDS: readonly (readonly [words: string, value: number])[] = [
	['a, an, one', 1],
	['two, couple, couple of', 2],
	['three', 3],
	['four', 4],
	['five', 5],
	['six', 6],
	['seven', 7],
	['eight', 8],
	['nine', 9],
	['ten', 10],
	['twelve', 12],
	['fifteen', 15],
	['twenty', 20],
	['thirty', 30],
	['hundred, a hundred, one hundred', 100],
	['thousand, a thousand, one thousand', 1_000]
];

/** Times that people say without a number. */
export const TIMES: readonly (readonly [words: string, seconds: number])[] = [
	['half an hour, half hour', 1_800],
	['yesterday, next day, the next day, overnight, tomorrow', 86_400],
	['last week, next week', 604_800],
	['last month, next month', 2_592_000]
];

/** A format of files: its MIME type and its name in sentences. */
export interface FileFormat {
	mimeType: string;
	/** `MP4`; for a MIME type that was typed, the type itself. */
	name: string;
}

const FORMATS: readonly (readonly [words: string, mimeType: string, name?: string])[] = [
	['mp4, mpeg4, m4v', 'video/mp4', 'MP4'],
	['mov, quicktime', 'video/quicktime', 'MOV'],
	['webm', 'video/webm', 'WebM'],
	['mkv, matroska', 'video/x-matroska', 'MKV'],
	['avi', 'video/x-msvideo', 'AVI'],
	['3 gp, 3 gpp', 'video/3gpp', '3GP'],
	['jpg, jpeg', 'image/jpeg', 'JPEG'],
	['png', 'image/png', 'PNG'],
	['webp', 'image/webp', 'WebP'],
	['heic, heif', 'image/heic', 'HEIC'],
	['avif', 'image/avif', 'AVIF'],
	['svg', 'image/svg+xml', 'SVG'],
	['bmp, bitmap', 'image/bmp', 'BMP'],
	['tiff, tif', 'image/tiff', 'TIFF'],
	['apng', 'image/apng', 'APNG'],
	['mp3', 'audio/mpeg', 'MP3'],
	['m4a', 'audio/mp4', 'M4A'],
	['ogg, opus, oga', 'audio/ogg', 'OGG'],
	['wav, wave', 'audio/wav', 'WAV'],
	['flac', 'audio/flac', 'FLAC'],
	['aac', 'audio/aac', 'AAC'],
	['amr', 'audio/amr', 'AMR'],
	['pdf', 'application/pdf', 'PDF'],
	['zip, archive file', 'application/zip', 'ZIP'],
	[
		'docx, word document, word file',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'Word document'
	],
	[
		'xlsx, excel, spreadsheet',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'spreadsheet'
	],
	['txt, text file, plain text file', 'text/plain', 'text file'],
	['csv', 'text/csv', 'CSV'],
	['json', 'application/json', 'JSON file'],
	['apk', 'application/vnd.android.package-archive', 'APK'],
	['lottie', 'video/lottie+json', 'Lottie animation']
];

/** The formats by the words for them. */
export const FILE_FORMATS: readonly (readonly [words: string, format: FileFormat])[] = FORMATS.map(
	([words, mimeType, name = mimeType]) => [words, { mimeType, name }]
);

/** The file that a type of attachment stands for, where no format is given. */
export const TYPICAL_FILES: ReadonlyMap<string, FileFormat> = new Map([
	['m.image', { mimeType: 'image/jpeg', name: 'image' }],
	['m.video', { mimeType: 'video/mp4', name: 'video' }],
	['m.audio', { mimeType: 'audio/mpeg', name: 'audio file' }],
	['fi.mau.gif', { mimeType: 'image/gif', name: 'GIF' }],
	['m.file', { mimeType: 'application/octet-stream', name: 'file' }]
]);
