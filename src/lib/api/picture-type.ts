/** How pictures begin, as Latin-1; a dot stands for any byte. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, type: string])[] = [
	[/^\x89PNG/, 'image/png'],
	[/^\xff\xd8\xff/, 'image/jpeg'],
	[/^GIF8[79]a/, 'image/gif'],
	[/^RIFF.{4}WEBP/s, 'image/webp'],
	[/^.{4}ftypavi[fs]/s, 'image/avif']
];

/** The MIME type of a picture that browsers show, by its first bytes; undefined for anything else. */
export function findPictureType(bytes: Uint8Array): string | undefined {
	const start = String.fromCharCode(...bytes.subarray(0, 12));
	return BEGINNINGS.find(([beginning]) => beginning.test(start))?.[1];
}
