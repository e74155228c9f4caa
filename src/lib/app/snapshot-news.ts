import { unpackSnapshot } from '$lib/api/snapshot-link';
import { listNewsDays, type KeptSnapshot } from '$lib/domain/capabilities/snapshot/history';
import { formatNews, listNews } from '$lib/domain/capabilities/snapshot/news';
import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { listKeptSnapshots, packFragment } from './snapshot-history';

/** The changes since a kept snapshot. */
export interface SnapshotNews {
	/** `Since 3 October: Signal polls Rejected → Full, and 2 more` */
	text: string;
	/** The day of the earlier snapshot, ISO. */
	since: string;
	/** The snapshot of now, as the fragment of a link. */
	fragment: string;
}

/**
 * Compares a snapshot of now with the latest kept one that differs; undefined if none of the last
 * months does.
 */
export async function findSnapshotNews(now: Snapshot): Promise<SnapshotNews | undefined> {
	const kept = await listKeptSnapshots();
	const days = kept.map(({ taken }) => taken);
	for (const day of listNewsDays(days, now.taken)) {
		const found = kept.find(({ taken }) => taken === day);
		const before = found && (await unpackKept(found));
		const lines = before ? listNews(before, now) : [];
		if (lines.length === 0) continue;
		return {
			text: formatNews(day, lines, now.taken),
			since: day,
			fragment: await packFragment(now)
		};
	}
	return undefined;
}

/** @returns undefined if it is damaged */
async function unpackKept({ fragment }: KeptSnapshot): Promise<Snapshot | undefined> {
	try {
		return (await unpackSnapshot(fragment)).snapshot;
	} catch (error) {
		if (!(error instanceof SnapshotError)) throw error;
		return undefined;
	}
}
