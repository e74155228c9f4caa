/**
 * The facts of a file that decide whether it can be sent: measured, or described in words. An absent
 * measure is not zero: see `isDescribed`.
 */
export interface FileFacts {
	/** Name of the file; for a described file its type in words. */
	name: string;
	/** Empty: unknown. */
	mimeType: string;
	/** Bytes. */
	size?: number;
	/** Pixels. */
	width?: number;
	/** Pixels. */
	height?: number;
	/** Seconds. */
	duration?: number;
	/**
	 * An absent measure is left open, as the file may have any: limits are then remarks. Without it,
	 * the measure of a real file is unknown, and so is whether the file is within the limit.
	 */
	isDescribed?: boolean;
}
