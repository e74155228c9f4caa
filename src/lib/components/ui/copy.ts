/** The browser did not let the page copy a text, so somebody has to copy it by hand. */
export class NotCopied extends Error {
	override readonly name = 'NotCopied';

	constructor(
		readonly text: string,
		options: ErrorOptions = {}
	) {
		super('not copied', options);
	}
}

/**
 * Put a text on the clipboard.
 *
 * @throws NotCopied where that is not permitted, or where there is no clipboard: a page that came
 *   neither from this computer nor over HTTPS has none
 */
export async function copyText(text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch (cause) {
		throw new NotCopied(text, { cause });
	}
}
