/** Milliseconds until a saved file is let go: some browsers begin to save late. */
const KEPT = 60_000;

/** Hand somebody a file, as a download. */
export function saveFile(content: Blob, name: string) {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
