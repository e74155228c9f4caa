import { SIZE_LIMITS } from './size-limits';

/**
 * True for the URL of a file that the API serves. No other URL, such as one of `https:`, is ever
 * requested: the request would tell another server that the message is read, and when.
 */
export function isServedAsset(url: string): boolean {
	return /^(?:file|mxc|localmxc):\/\/./.test(url) && url.length <= SIZE_LIMITS.id;
}

/** True for a `data:` URL of a picture. SVG is left out, as it may hold scripts and links. */
export function isInlinePicture(url: string): boolean {
	return /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/.test(url);
}
