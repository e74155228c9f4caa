/** The reason why a snapshot can't be opened or written. */
export type SnapshotFailure =
	/** The file or link is larger than any table that people could read. */
	| 'too-large'
	/** The file or link is not JSON, or not a snapshot. */
	| 'no-snapshot'
	/** The format is newer than this dashboard. */
	| 'newer'
	/** The link is cut off or altered. */
	| 'broken-link'
	/** The table is too large for a link, but not for a file. */
	| 'too-large-for-link';

/** Messages for people: the problem, and its remedy. */
export const SNAPSHOT_FAILURES: Readonly<Record<SnapshotFailure, string>> = {
	'too-large': 'Too large for a snapshot, so it wasn’t opened.',
	'no-snapshot': 'Not a snapshot. Choose a file saved with “Save snapshot”.',
	newer: 'This snapshot is from a newer version of the dashboard. Update yours to open it.',
	'broken-link': 'This link is incomplete or damaged. Ask for it again, or for the file.',
	'too-large-for-link': 'This table is too large for a link. Save a file instead.'
};

/** The only expected error of reading and writing snapshots; its message is for people. */
export class SnapshotError extends Error {
	override readonly name = 'SnapshotError';

	constructor(
		readonly failure: SnapshotFailure,
		options: ErrorOptions = {}
	) {
		super(SNAPSHOT_FAILURES[failure], options);
	}
}
