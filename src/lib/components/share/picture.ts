/** A picture in pixels. */
export interface Raster {
	/** PNG. */
	blob: Blob;
	/** Pixels of the picture for each of the drawing; less than wanted where the browser cannot. */
	scale: number;
	/** What to tell people when it is less. */
	message?: string;
}

/** A drawing that no browser, or not this one, can turn into pixels; its message is for people. */
export class RasterError extends Error {
	override readonly name = 'RasterError';
}

/** What the common browsers can hold, by side and in all. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 16_384 * 16_384;

/**
 * The scales to try, the wanted one first: those smaller are for drawings that are too large.
 *
 * @param width - of the drawing, like `height` in its own pixels
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
 * A drawing as PNG. Nothing is fetched: the page must allow images from `blob:`.
 *
 * @param svg - with its own width and height, opaque, standing alone
 * @throws RasterError when it cannot be drawn, however small
 */
export async function rasterise(svg: string, { scale }: { scale: 1 | 2 }): Promise<Raster> {
	const image = await load(svg);
	for (const possible of findScales(image.naturalWidth, image.naturalHeight, scale)) {
		const blob = await paint(image, possible);
		if (blob) return { blob, scale: possible, ...(possible < scale && { message: SMALLER }) };
	}
	throw new RasterError('This browser cannot make so large a picture. Save it as SVG.');
}

const SMALLER = 'So large a table does not fit a picture of that size: it was made smaller.';

async function load(svg: string): Promise<HTMLImageElement> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	const image = new Image();
	try {
		image.src = url;
		await image.decode();
	} catch (cause) {
		throw new RasterError('This browser cannot draw the picture. Save it as SVG.', { cause });
	} finally {
		URL.revokeObjectURL(url);
	}
	return image;
}

/** @returns null where the browser cannot hold so many pixels */
function paint(image: HTMLImageElement, scale: number): Promise<Blob | null> {
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
	canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
	const context = canvas.getContext('2d');
	if (!context) return Promise.resolve(null);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	// Beyond its limits a browser draws nothing and says nothing.
	if (context.getImageData(0, 0, 1, 1).data[3] === 0) return Promise.resolve(null);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
