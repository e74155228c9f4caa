/** Other names for a type, and the one that networks list. */
const USUAL: ReadonlyMap<string, string> = new Map([
	['audio/x-m4a', 'audio/mp4'],
	['audio/wave', 'audio/wav'],
	['audio/vnd.wave', 'audio/wav'],
	['audio/x-wav', 'audio/wav'],
	['video/x-m4v', 'video/mp4'],
	['video/matroska', 'video/x-matroska'],
	['video/vnd.avi', 'video/x-msvideo']
]);

/** What holds many kinds of files; the name tells more than the first bytes. */
const WRAPPERS: ReadonlySet<string> = new Set([
	'application/zip',
	'application/x-cfb',
	'application/xml',
	'application/gzip'
]);

/** For names that not every browser knows. */
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
 * The type of a file: as its first bytes say, else as its browser or its name does.
 *
 * @param found - what the bytes say; undefined: nothing
 * @param declared - what the browser says; may be empty
 * @returns empty when nobody knows
 */
export function detectMimeType(found: string | undefined, declared: string, name: string): string {
	const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const named = usual(isSaid(declared) ? declared : (BY_EXTENSION.get(extension) ?? ''));
	if (found === undefined) return named;
	if (named && (WRAPPERS.has(found) || isSameFormat(found, named))) return named;
	return usual(found);
}

/** Browsers without a name for a type may say just that it is bytes. */
function isSaid(declared: string): boolean {
	return declared !== '' && declared !== 'application/octet-stream';
}

function usual(mimeType: string): string {
	return USUAL.get(mimeType) ?? mimeType;
}

/** One format may hold a film or a sound alone: `video/webm`, `audio/webm`. */
function isSameFormat(found: string, named: string): boolean {
	return /^(audio|video)\//.test(named) && found.split('/')[1] === named.split('/')[1];
}
