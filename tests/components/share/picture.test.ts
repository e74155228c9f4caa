import { describe, expect, test, afterEach, vi } from 'vitest';
import {
	findScales,
	copyPicture,
	PictureNotCopied,
	RasterError
} from '$lib/components/share/picture';

describe('the scales to try', () => {
	test.for([
		['a usual table, at the wanted scale first', [1_200, 2_400], 2, [2, 1, 0.5]],
		['at one pixel each when that is wanted', [1_200, 2_400], 1, [1, 0.5]],
		['a table too long for two', [1_200, 9_000], 2, [1, 0.5]],
		['a table too long for one', [1_200, 30_000], 2, [0.5]],
		['the greatest that fits, for one longer still', [1_200, 65_536], 2, [0.25]]
	] as const)('%s', ([, [width, height], wanted, scales]) => {
		expect(findScales(width, height, wanted)).toEqual(scales);
	});
});

afterEach(() => vi.unstubAllGlobals());

const png = new Blob(['png'], { type: 'image/png' });

/** A clipboard that awaits promises of its content, as browsers do. */
function grant(write: () => void) {
	class Item {
		constructor(readonly types: Record<string, Promise<Blob>>) {}
	}
	vi.stubGlobal('ClipboardItem', Item);
	vi.stubGlobal('navigator', {
		clipboard: {
			async write(items: Item[]) {
				write();
				await items[0]?.types['image/png'];
			}
		}
	});
}

test('a browser without such a clipboard: save it instead', async () => {
	await expect(copyPicture(Promise.resolve(png))).rejects.toThrow(/Save it instead/);
});

test('a browser that refuses: save it instead', async () => {
	grant(() => {
		throw new DOMException('refused', 'NotAllowedError');
	});
	await expect(copyPicture(Promise.resolve(png))).rejects.toBeInstanceOf(PictureNotCopied);
});

test('a picture that could not be made is not blamed on the clipboard', async () => {
	grant(() => undefined);
	const broken = Promise.reject(new RasterError('too large'));
	await expect(copyPicture(broken)).rejects.toBeInstanceOf(RasterError);
});

test('is asked before the picture is ready', async () => {
	const write = vi.fn();
	grant(write);
	let finish: (blob: Blob) => void = () => undefined;
	const copied = copyPicture(new Promise((resolve) => (finish = resolve)));
	expect(write).toHaveBeenCalledOnce();
	finish(png);
	await expect(copied).resolves.toBeUndefined();
});
