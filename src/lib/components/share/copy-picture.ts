/** The browser did not take a picture for the clipboard; its message is for people. */
export class PictureNotCopied extends Error {
	override readonly name = 'PictureNotCopied';

	constructor(options: ErrorOptions = {}) {
		super(
			'Your browser does not let this page write pictures to the clipboard: save it instead.',
			options
		);
	}
}

/**
 * Put a picture on the clipboard.
 *
 * @param png - still being made, as some browsers forget the click while they wait for it
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
