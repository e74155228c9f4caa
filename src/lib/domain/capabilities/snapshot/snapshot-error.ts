/** Why a file or a link cannot be opened as a snapshot, or none be made. */
export type SnapshotFailure =
	/** Larger than any table that people could read. */
	| 'too-large'
	/** Not JSON, or JSON about something else. */
	| 'no-snapshot'
	/** Made by a newer dashboard, in a way that this one cannot read. */
	| 'newer'
	/** A link that was cut off or changed on its way. */
	| 'broken-link'
	/** The table is too large for a link; a file holds it. */
	| 'too-large-for-link';

/** For people: what is wrong, and what they can do. */
export const SNAPSHOT_FAILURES: Readonly<Record<SnapshotFailure, string>> = {
	'too-large': 'This is too large for a snapshot, so it was not opened.',
	'no-snapshot': 'This is not a snapshot. Choose a file that was saved with “Save snapshot”.',
	newer: 'This snapshot was made with a newer version of the dashboard. Update yours to open it.',
	'broken-link': 'This link is incomplete or damaged. Ask for it again, or for the file.',
	'too-large-for-link': 'This table is too large for a link. Save it as a file instead.'
};

/** The only error that reading or writing a snapshot throws. */
export class SnapshotError extends Error {
	override readonly name = 'SnapshotError';

	constructor(
		readonly failure: SnapshotFailure,
		options: ErrorOptions = {}
	) {
		super(SNAPSHOT_FAILURES[failure], options);
	}
}
