import { SIZE_LIMITS } from './size-limits';

/**
 * True for the URL of a file that the API serves. Any other, such as `https:`, is never asked for: it
 * would tell another server who reads the message, and when.
 */
export function isServedAsset(url: string): boolean {
	return /^(?:file|mxc|localmxc):\/\/./.test(url) && url.length <= SIZE_LIMITS.id;
}

/** True for a picture that its URL holds. SVG is left out, as it may hold scripts and links. */
export function isInlinePicture(url: string): boolean {
	return /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/.test(url);
}
