/** Milliseconds until the URL of a saved file is revoked: some browsers begin to save late. */
const REVOKE_DELAY = 60_000;

/** Saves a file as a download. */
export function saveFile(content: Blob, name: string) {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), REVOKE_DELAY);
}
