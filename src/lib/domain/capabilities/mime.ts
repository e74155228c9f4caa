import type { AttachmentCapability, SupportLevel } from './model';

export interface MimeMatch {
	/** The entry of `mimeTypes` that decides. */
	pattern: string;
	level: SupportLevel;
}

/**
 * Finds the entry that decides about a MIME type, the most specific first: the exact string, the type
 * without its parameters, `type/*`, `*\/*`. A specific entry wins even where a pattern allows more.
 *
 * @param mime - may include parameters; a pattern matches its own entry or a wider one
 * @returns undefined where no entry matches, which counts as rejected
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

/** The level of one MIME type within an attachment type; `rejected` where either is not listed. */
export function getMimeLevel(
	attachment: AttachmentCapability | undefined,
	mime: string
): SupportLevel {
	return (attachment && matchMime(attachment, mime)?.level) ?? 'rejected';
}
