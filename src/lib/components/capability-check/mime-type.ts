/** Aliases of MIME types, and the name that networks list. */
const USUAL: ReadonlyMap<string, string> = new Map([
	['audio/x-m4a', 'audio/mp4'],
	['audio/wave', 'audio/wav'],
	['audio/vnd.wave', 'audio/wav'],
	['audio/x-wav', 'audio/wav'],
	['video/x-m4v', 'video/mp4'],
	['video/matroska', 'video/x-matroska'],
	['video/vnd.avi', 'video/x-msvideo']
]);

/** Container formats of many types, for which the file's name is more specific than its first bytes. */
const CONTAINERS: ReadonlySet<string> = new Set([
	'application/zip',
	'application/x-cfb',
	'application/xml',
	'application/gzip'
]);

/** Types of extensions that not every browser knows. */
const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
	['avif', 'image/avif'],
	['csv', 'text/csv'],
	['heic', 'image/heic'],
	['json', 'application/json'],
	['m4a', 'audio/mp4'],
	['md', 'text/markdown'],
	['mkv', 'video/x-matroska'],
	['opus', 'audio/ogg; codecs=opus'],
	['svg', 'image/svg+xml'],
	['txt', 'text/plain']
]);

/**
 * Detects the MIME type of a file by its first bytes, or else by the browser or the file's name.
 *
 * @param found - the type of the first bytes; undefined: unknown
 * @param declared - the type according to the browser; may be empty
 * @returns empty: unknown
 */
export function detectMimeType(found: string | undefined, declared: string, name: string): string {
	const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const named = toUsual(isDeclared(declared) ? declared : (BY_EXTENSION.get(extension) ?? ''));
	if (found === undefined) return named;
	if (named && (CONTAINERS.has(found) || isSameFormat(found, named))) return named;
	return toUsual(found);
}

/** Browsers declare unknown types as mere bytes. */
function isDeclared(declared: string): boolean {
	return declared !== '' && declared !== 'application/octet-stream';
}

function toUsual(mimeType: string): string {
	return USUAL.get(mimeType) ?? mimeType;
}

/** One format may contain a video or a sound alone: `video/webm`, `audio/webm`. */
function isSameFormat(found: string, named: string): boolean {
	return /^(audio|video)\//.test(named) && found.split('/')[1] === named.split('/')[1];
}
