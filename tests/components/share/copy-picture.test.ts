import { afterEach, expect, test, vi } from 'vitest';
import { copyPicture, PictureNotCopied, RasterError } from '$lib/components/share/picture';

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
