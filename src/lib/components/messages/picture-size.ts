import type { MessageAttachment } from '$lib/domain/chat/message';

/** Pixels. */
interface PictureSize {
	width: number;
	height: number;
}

/** The largest that a picture is shown among messages. */
const MOST: PictureSize = { width: 320, height: 320 };
/** The shortest side in pixels: a narrower picture would be a line that can't be clicked. */
const LEAST = 48;
/** The size of a picture that states none, or an invalid one. */
const UNKNOWN: PictureSize = { width: 240, height: 180 };

/**
 * The size at which a picture is shown. It is known before the picture has loaded, so that nothing
 * moves then.
 */
export function getShownSize(stated: MessageAttachment['size']): PictureSize {
	const { width = NaN, height = NaN } = stated ?? {};
	if (!(width > 0 && height > 0 && Number.isFinite(width / height))) return UNKNOWN;
	const scale = Math.min(1, MOST.width / width, MOST.height / height);
	return { width: clamp(width * scale, MOST.width), height: clamp(height * scale, MOST.height) };
}

function clamp(length: number, most: number): number {
	return Math.round(Math.min(most, Math.max(LEAST, length)));
}
