/** What is known of a file before it is sent. An absent measure is unknown, not zero. */
export interface FileFacts {
	name: string;
	/** May be empty: nobody knows. */
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
