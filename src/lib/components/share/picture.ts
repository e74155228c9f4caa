/** A picture in pixels. */
export interface Raster {
	/** PNG. */
	blob: Blob;
	/** Pixels per pixel of the drawing; smaller than requested where the browser has a lower limit. */
	scale: number;
	/** For people; absent where `scale` is as requested. */
	message?: string;
}

/** The browser can't turn a drawing into pixels; the message is for people. */
export class RasterError extends Error {
	override readonly name = 'RasterError';
}

/** Limits of the common browsers, in pixels. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 16_384 * 16_384;

/**
 * The scales to try, the wanted one first, then smaller ones for a drawing that is too large.
 *
 * @param width - width of the drawing in pixels
 */
export function findScales(width: number, height: number, wanted: number): number[] {
	const greatest = Math.min(
		LONGEST_SIDE / width,
		LONGEST_SIDE / height,
		Math.sqrt(MOST_PIXELS / (width * height))
	);
	const fitting = [wanted, 1, 0.5].filter((scale) => scale <= wanted && scale <= greatest);
	return fitting.length > 0 ? [...new Set(fitting)] : [greatest];
}

/**
 * Turns a drawing into a PNG. The page's policy must allow images from `blob:`.
 *
 * @param svg - self-contained and opaque, with width and height
 * @throws RasterError when the drawing can't be drawn at any scale
 */
export async function rasterise(svg: string, { scale }: { scale: 1 | 2 }): Promise<Raster> {
	const image = await load(svg);
	for (const possible of findScales(image.naturalWidth, image.naturalHeight, scale)) {
		const blob = await paint(image, possible);
		if (blob) return { blob, scale: possible, ...(possible < scale && { message: SMALLER }) };
	}
	throw new RasterError('The picture is too large for this browser. Save it as SVG.');
}

const SMALLER = 'The table was too large, so the picture was scaled down.';

async function load(svg: string): Promise<HTMLImageElement> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	const image = new Image();
	try {
		image.src = url;
		await image.decode();
	} catch (cause) {
		throw new RasterError('This browser can’t draw the picture. Save it as SVG.', { cause });
	} finally {
		URL.revokeObjectURL(url);
	}
	return image;
}

/** @returns null where the picture exceeds the browser's limits */
function paint(image: HTMLImageElement, scale: number): Promise<Blob | null> {
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
	canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
	const context = canvas.getContext('2d');
	if (!context) return Promise.resolve(null);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	// Beyond their limits, browsers draw nothing and report nothing.
	if (context.getImageData(0, 0, 1, 1).data[3] === 0) return Promise.resolve(null);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The browser refused to write a picture to the clipboard; the message is for people. */
export class PictureNotCopied extends Error {
	override readonly name = 'PictureNotCopied';

	constructor(options: ErrorOptions = {}) {
		super('Your browser doesn’t let this page copy pictures. Save it instead.', options);
	}
}

/**
 * Writes a picture to the clipboard.
 *
 * @param png - a promise, as some browsers refuse to write when the click was too long ago
 * @throws PictureNotCopied, or what `png` throws
 */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
	try {
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
	} catch (cause) {
		await png;
		throw new PictureNotCopied({ cause });
	}
}
