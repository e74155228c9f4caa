import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';

export type Measures = Pick<FileFacts, 'width' | 'height' | 'duration'>;

/** Milliseconds; a file that has fired no event by then is given up. */
const TIMEOUT = 5_000;
/** Bytes; a larger picture is not measured, as the browser would decode all of it. */
const MAX_PICTURE_SIZE = 200_000_000;

/**
 * Measures a picture, video or sound by the browser's own decoders. Nothing leaves the computer.
 *
 * @returns the known measures; none for other types and for files that the browser can't decode
 */
export async function measureFile(file: Blob, mimeType: string): Promise<Measures> {
	const [family] = mimeType.split('/');
	if (family !== 'image' && family !== 'video' && family !== 'audio') return {};
	if (family === 'image' && file.size > MAX_PICTURE_SIZE) return {};
	// With the detected type, as browsers refuse a video of a wrong type.
	const url = URL.createObjectURL(file.slice(0, file.size, mimeType));
	try {
		return await (family === 'image' ? measureImage(url) : measureMedia(url, family));
	} finally {
		URL.revokeObjectURL(url);
	}
}

async function measureImage(url: string): Promise<Measures> {
	const image = new Image();
	const isLoaded = waitFor(image, 'load');
	image.src = url;
	return (await isLoaded) ? toSize(image.naturalWidth, image.naturalHeight) : {};
}

async function measureMedia(url: string, family: 'video' | 'audio'): Promise<Measures> {
	const media = document.createElement(family);
	media.preload = 'metadata';
	media.muted = true;
	const isLoaded = waitFor(media, 'loadedmetadata');
	media.src = url;
	const measures = (await isLoaded) ? readMedia(media) : {};
	// Without this the browser would continue to load the file.
	media.removeAttribute('src');
	media.load();
	return measures;
}

function readMedia(media: HTMLMediaElement): Measures {
	const { duration } = media;
	return {
		...(media instanceof HTMLVideoElement && toSize(media.videoWidth, media.videoHeight)),
		// Recordings of a browser contain no duration, which is then infinite.
		...(Number.isFinite(duration) && { duration })
	};
}

function toSize(width: number, height: number): Measures {
	return width > 0 && height > 0 ? { width, height } : {};
}

/** Waits for an event; resolves to false after an error or a timeout. */
function waitFor(element: HTMLElement, event: 'load' | 'loadedmetadata'): Promise<boolean> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(false), TIMEOUT);
		function end(isThere: boolean) {
			clearTimeout(timer);
			resolve(isThere);
		}
		element.addEventListener(event, () => end(true), { once: true });
		element.addEventListener('error', () => end(false), { once: true });
	});
}
