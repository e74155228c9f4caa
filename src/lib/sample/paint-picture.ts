import { hashText } from '$lib/format/random';

/** In pixels. */
interface PictureSize {
	width: number;
	height: number;
}

const SQUARE: PictureSize = { width: 256, height: 256 };
const SIZES: readonly PictureSize[] = [
	{ width: 1280, height: 960 },
	{ width: 960, height: 1280 },
	{ width: 1280, height: 720 },
	{ width: 960, height: 960 }
];
/**
 * Messages state the size of the photo; the painted picture is smaller by this factor, to be made
 * faster.
 */
const SCALE = 4;

/** The size of the picture at a URL: pictures of people and groups are small squares. */
export function getPictureSize(url: string): PictureSize {
	if (!url.includes('/file-')) return SQUARE;
	return SIZES[hashText(url) % SIZES.length] ?? SQUARE;
}

function scaleDown({ width, height }: PictureSize): PictureSize {
	return { width: width / SCALE, height: height / SCALE };
}

/** A PNG of a sun above hills, in colours derived from the URL. */
export async function paintPicture(url: string): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height } = scaleDown(getPictureSize(url));
	const hash = hashText(url);
	const hue = hash % 360;
	const palette = [
		toRGB(hue, 0.5, 0.78),
		toRGB(hue + 30, 0.7, 0.9),
		toRGB(hue + 60, 0.4, 0.5),
		toRGB(hue + 90, 0.4, 0.36)
	];
	const sun = { x: (0.2 + (hash % 61) / 100) * width, y: 0.35 * height, radius: 0.16 * height };

	function getColour(x: number, y: number): number {
		if (y > height * (0.82 + 0.08 * Math.sin(5 * (x / width) + hue))) return 3;
		if (y > height * (0.66 + 0.12 * Math.sin(7 * (x / width) + 2 * hue))) return 2;
		return Math.hypot(x - sun.x, y - sun.y) < sun.radius ? 1 : 0;
	}

	const lines = Array.from({ length: height }, (_, y) => [
		// Each line begins with its filter: none.
		0,
		...Array.from({ length: width }, (_, x) => getColour(x, y))
	]);
	return joinBytes([
		Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
		// Eight bits for each pixel, as an index of the palette.
		makeChunk('IHDR', Uint8Array.of(...toUint32(width), ...toUint32(height), 8, 3, 0, 0, 0)),
		makeChunk('PLTE', Uint8Array.from(palette.flat())),
		makeChunk('IDAT', await compress(Uint8Array.from(lines.flat()))),
		makeChunk('IEND', new Uint8Array())
	]);
}

async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

function makeChunk(type: string, content: Uint8Array): Uint8Array {
	const named = joinBytes([new TextEncoder().encode(type), content]);
	return joinBytes([toUint32(content.length), named, toUint32(getChecksum(named))]);
}

/** The CRC-32 of PNG. */
function getChecksum(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}

/** Big-endian. */
function toUint32(value: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let end = 0;
	for (const part of parts) {
		whole.set(part, end);
		end += part.length;
	}
	return whole;
}

/** @param hue - degrees; the others are from 0 to 1 */
function toRGB(hue: number, saturation: number, lightness: number): number[] {
	const reach = saturation * Math.min(lightness, 1 - lightness);
	return [0, 8, 4].map((offset) => {
		const place = (offset + hue / 30) % 12;
		const part = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
		return Math.round(255 * part);
	});
}
