/** The facts of a file that decide whether it can be sent. An absent measure is unknown, not zero. */
export interface FileFacts {
	name: string;
	/** Empty: unknown. */
	mimeType: string;
	/** Bytes. */
	size: number;
	/** Pixels. */
	width?: number;
	/** Pixels. */
	height?: number;
	/** Seconds. */
	duration?: number;
}
