import type { MessageAttachment } from '$lib/domain/chat/message';

/** Pixels. */
interface PictureSize {
	width: number;
	height: number;
}

/** The largest that a picture is shown among messages. */
const MOST: PictureSize = { width: 320, height: 320 };
/** A narrower picture would be a line, and could not be clicked. */
const LEAST = 48;
/** For pictures that state no size, or none that makes sense. */
const UNKNOWN: PictureSize = { width: 240, height: 180 };

/** The room that a picture takes, known before it has loaded, so that nothing moves when it has. */
export function getShownSize(stated: MessageAttachment['size']): PictureSize {
	const { width = NaN, height = NaN } = stated ?? {};
	if (!(width > 0 && height > 0 && Number.isFinite(width / height))) return UNKNOWN;
	const scale = Math.min(1, MOST.width / width, MOST.height / height);
	return { width: clamp(width * scale, MOST.width), height: clamp(height * scale, MOST.height) };
}

function clamp(length: number, most: number): number {
	return Math.round(Math.min(most, Math.max(LEAST, length)));
}
