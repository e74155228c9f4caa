import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';

export type Measures = Pick<FileFacts, 'width' | 'height' | 'duration'>;

/** Milliseconds after which a file that tells nothing is given up. */
const PATIENCE = 5_000;
/** Bytes of a picture: it is read whole to be measured. */
const LARGEST_PICTURE = 200_000_000;

/**
 * What the browser can tell of a picture, a film or a sound. Nothing leaves the computer.
 *
 * @returns only what is known: nothing for other types, and for what the browser cannot read
 */
export async function measureFile(file: Blob, mimeType: string): Promise<Measures> {
	const [family] = mimeType.split('/');
	if (family !== 'image' && family !== 'video' && family !== 'audio') return {};
	if (family === 'image' && file.size > LARGEST_PICTURE) return {};
	// The type as found: a browser may refuse a film that is named as something else.
	const url = URL.createObjectURL(file.slice(0, file.size, mimeType));
	try {
		return await (family === 'image' ? measureImage(url) : measureMedia(url, family));
	} finally {
		URL.revokeObjectURL(url);
	}
}

async function measureImage(url: string): Promise<Measures> {
	const image = new Image();
	const isLoaded = happens(image, 'load');
	image.src = url;
	return (await isLoaded) ? sizeOf(image.naturalWidth, image.naturalHeight) : {};
}

async function measureMedia(url: string, family: 'video' | 'audio'): Promise<Measures> {
	const media = document.createElement(family);
	media.preload = 'metadata';
	media.muted = true;
	const isLoaded = happens(media, 'loadedmetadata');
	media.src = url;
	const measures = (await isLoaded) ? readMedia(media) : {};
	// Else the browser goes on reading.
	media.removeAttribute('src');
	media.load();
	return measures;
}

function readMedia(media: HTMLMediaElement): Measures {
	const { duration } = media;
	return {
		...(media instanceof HTMLVideoElement && sizeOf(media.videoWidth, media.videoHeight)),
		// Recordings made by a browser do not say how long they are: infinite until played.
		...(Number.isFinite(duration) && { duration })
	};
}

function sizeOf(width: number, height: number): Measures {
	return width > 0 && height > 0 ? { width, height } : {};
}

/** Whether an element gets there; not when it reports an error or nothing at all. */
function happens(element: HTMLElement, event: 'load' | 'loadedmetadata'): Promise<boolean> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(false), PATIENCE);
		function end(isThere: boolean) {
			clearTimeout(timer);
			resolve(isThere);
		}
		element.addEventListener(event, () => end(true), { once: true });
		element.addEventListener('error', () => end(false), { once: true });
	});
}
