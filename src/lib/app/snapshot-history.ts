import { packSnapshot } from '$lib/api/snapshot-link';
import { SnapshotStore, type KeepResult } from '$lib/cache/snapshot-store';
import { isSnapshotDue, type KeptSnapshot } from '$lib/domain/capabilities/snapshot/history';
import { describeSnapshot, type Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { toDay } from '$lib/format/time';
import { connection, keepChats } from './app';

/** The address whose snapshots are kept: of the server in use, else of the last one. */
function getServer(): string | null {
	const { login } = connection;
	if (login) return login.kind === 'live' ? login.address : null;
	return connection.knownAddress;
}

function openStore(): SnapshotStore | undefined {
	const server = getServer();
	return server === null || !keepChats.isOn ? undefined : new SnapshotStore(server);
}

/** Why no snapshot is kept, in a sentence; undefined when they are. */
export function explainNoSnapshots(): string | undefined {
	if (connection.login?.kind === 'sample') return 'Snapshots of sample data aren’t kept.';
	if (getServer() === null) return 'Connect to Beeper to keep snapshots.';
	return keepChats.isOn ? undefined : 'Kept only while chats are kept for the next visit.';
}

/** The kept snapshots of the server in use, latest first; none of the sample data. */
export async function listKeptSnapshots(): Promise<readonly KeptSnapshot[]> {
	return (await openStore()?.list()) ?? [];
}

export async function removeKeptSnapshot(taken: string): Promise<void> {
	await openStore()?.remove(taken);
}

/** Removes all snapshots of the server in use, for when another Beeper answers there. */
export async function eraseKeptSnapshots(): Promise<void> {
	await openStore()?.erase();
}

/**
 * Keeps a snapshot in this browser if a week has passed since the last one, and some column reports
 * capabilities.
 *
 * @param take - called only if a week has passed
 */
export async function keepWeeklySnapshot(take: () => Snapshot): Promise<void> {
	const today = toDay(Date.now());
	const days = await openStore()?.listDays();
	if (!days || !isSnapshotDue(days, today)) return;
	const snapshot = take();
	if (snapshot.columns.some(({ reported }) => reported > 0))
		await keep(snapshot, (kept) => isSnapshotDue(kept, today));
}

/** Keeps a snapshot of today, in place of another one of today. */
export async function keepSnapshot(snapshot: Snapshot): Promise<KeepResult> {
	return keep(snapshot, () => true);
}

async function keep(
	snapshot: Snapshot,
	isWanted: (days: readonly string[]) => boolean
): Promise<KeepResult> {
	const store = openStore();
	const { login } = connection;
	if (!store || !login) return 'unavailable';
	const fragment = await packFragment(snapshot);
	if (!fragment) return 'unavailable';
	const kept = { taken: snapshot.taken, about: describeSnapshot(snapshot), fragment };
	// After a sign-out nothing is written anymore.
	return store.keep(kept, (days) => connection.login === login && isWanted(days));
}

/** The fragment of a link to a snapshot; empty if it is too large for one. */
export async function packFragment(snapshot: Snapshot): Promise<string> {
	try {
		return await packSnapshot(snapshot);
	} catch (error) {
		if (!(error instanceof SnapshotError)) throw error;
		return '';
	}
}
