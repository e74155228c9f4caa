import type { AttachmentCapability, SupportLevel } from './model';

export interface MimeMatch {
	/** The entry of `mimeTypes` that decides. */
	pattern: string;
	level: SupportLevel;
}

/**
 * What decides about one MIME type, the most exact entry first: the very string, the type without
 * its parameters, `type/*`, `*\/*`. An exact entry wins even where a pattern would allow more.
 *
 * @param mime - as the file says it, parameters included; a pattern finds itself, or a wider one
 * @returns undefined when nothing matches, which counts as rejected
 */
export function matchMime(
	{ mimeTypes }: AttachmentCapability,
	mime: string
): MimeMatch | undefined {
	const bare = (mime.split(';')[0] ?? '').trim();
	const candidates = [mime, bare, `${bare.split('/')[0] ?? ''}/*`, '*/*'];
	for (const pattern of candidates) {
		const level = Object.hasOwn(mimeTypes, pattern) ? mimeTypes[pattern] : undefined;
		if (level !== undefined) return { pattern, level };
	}
	return undefined;
}

/** How well a chat carries one MIME type as one type of attachment; what it leaves out is rejected. */
export function getMimeLevel(
	attachment: AttachmentCapability | undefined,
	mime: string
): SupportLevel {
	return (attachment && matchMime(attachment, mime)?.level) ?? 'rejected';
}
