import { readSnapshotFile, type SnapshotReading } from '$lib/api/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';

/**
 * Reads a snapshot from a file that the user chose or dropped.
 *
 * @throws SnapshotError also if the file cannot be read: a folder, or a file that no longer exists
 */
export async function readFile(file: File): Promise<SnapshotReading> {
	try {
		return await readSnapshotFile(file);
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		throw new SnapshotError('no-snapshot', { cause: error });
	}
}
