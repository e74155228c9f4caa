/** A file uploaded to Beeper, for a draft. */
export interface Uploaded {
	uploadID: string;
	fileName?: string;
	/** Bytes. */
	fileSize?: number;
	mimeType?: string;
}

/** The response to an upload that the server accepted. */
export interface UploadAnswer {
	uploaded: Uploaded;
	status: number;
	/** The response body, unchanged. */
	json: string;
}

/** @param fraction - share of the file sent so far, 0 to 1 */
export type OnProgress = (fraction: number) => void;

export interface Uploader {
	/** Sends a file once, without a timeout: only `signal` ends it early. */
	upload(file: File, signal: AbortSignal, onprogress?: OnProgress): Promise<UploadAnswer>;
}

/** `Uploader.upload`, reduced to the uploaded file. */
export type Upload = (
	file: File,
	signal: AbortSignal,
	onprogress?: OnProgress
) => Promise<Uploaded>;
