import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { PictureNotCopied, RasterError } from './picture';

/** The result of copying or saving, for people. */
export interface ShareResult {
	tone: 'good' | 'bad';
	text: string;
}

/** Copies or saves something; resolves to a message that it is done. */
export type ShareTask = () => string | Promise<string>;

/**
 * Turns an expected error into a result.
 *
 * @throws any other error: a bug is not a result
 */
export function toShareResult(error: unknown): ShareResult {
	const isExpected =
		error instanceof PictureNotCopied ||
		error instanceof RasterError ||
		error instanceof SnapshotError;
	if (!isExpected) throw error;
	return { tone: 'bad', text: error.message };
}
