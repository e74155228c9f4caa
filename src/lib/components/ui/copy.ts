/** The browser denied access to the clipboard, so the user has to copy the text by hand. */
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
 * Copy a text to the clipboard.
 *
 * @throws NotCopied when access is denied, or when there is no clipboard: pages have none unless
 *   served from this computer or over HTTPS
 */
export async function copyText(text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch (cause) {
		throw new NotCopied(text, { cause });
	}
}
