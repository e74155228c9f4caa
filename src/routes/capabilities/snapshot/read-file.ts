import { readSnapshotFile, type SnapshotReading } from '$lib/api/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';

/**
 * A snapshot from a file that somebody chose or dropped.
 *
 * @throws SnapshotError, also for what only looks like a file: a folder, or one that has gone since
 */
export async function readFile(file: File): Promise<SnapshotReading> {
	try {
		return await readSnapshotFile(file);
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		throw new SnapshotError('no-snapshot', { cause: error });
	}
}
