/** A file that Beeper has taken, for a draft. */
export interface Uploaded {
	uploadID: string;
	fileName?: string;
	/** Bytes. */
	fileSize?: number;
	mimeType?: string;
}

/** What came of an upload that the server took. */
export interface UploadAnswer {
	uploaded: Uploaded;
	status: number;
	/** The body as it came. */
	json: string;
}

/** @param fraction - of the file that is on its way, 0 to 1 */
export type OnProgress = (fraction: number) => void;

export interface Uploader {
	/** Sent once, without a time limit: `signal` is the only end. */
	upload(file: File, signal: AbortSignal, onprogress?: OnProgress): Promise<UploadAnswer>;
}

/** The same for those who only want the file. */
export type Upload = (
	file: File,
	signal: AbortSignal,
	onprogress?: OnProgress
) => Promise<Uploaded>;
