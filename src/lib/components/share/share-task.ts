import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { PictureNotCopied } from './copy-picture';
import { RasterError } from './picture';

/** How copying or saving ended, in words. */
export interface ShareResult {
	tone: 'good' | 'bad';
	text: string;
}

/** Something to copy or save; resolves to the words that say it is done. */
export type ShareTask = () => string | Promise<string>;

/** @throws whatever nobody expected, after all: a bug is no outcome */
export function toShareResult(error: unknown): ShareResult {
	const isExpected =
		error instanceof PictureNotCopied ||
		error instanceof RasterError ||
		error instanceof SnapshotError;
	if (!isExpected) throw error;
	return { tone: 'bad', text: error.message };
}
