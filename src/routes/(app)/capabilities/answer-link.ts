import type { SharePage } from '$lib/components/share/share-page';
import { formatCapabilityView, WHOLE_TABLE } from '$lib/domain/capabilities/capability-view';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { findSharePage } from '../../share-address';

interface AnswerSource {
	/** Keys of the networks that the question names; empty: all. */
	networks: readonly string[];
	/** The columns that the question is asked of. */
	columns: readonly CapabilityColumn[];
	/** Origin of this page. */
	origin: string;
	/** Takes a snapshot of the user's own chats of these networks, or of all; absent: there are none. */
	takeSnapshot: ((networks: readonly string[]) => Snapshot) | undefined;
}

/**
 * Creates the link to an answer, for others. The public pages answer from the reference alone, so
 * an answer from the user's own chats goes there as a snapshot of its networks, with the question;
 * every other answer is a link to the question. An answer from a snapshot is linked as a snapshot,
 * too.
 *
 * @returns the link, and the page that it opens
 * @throws SnapshotError when no link can hold the snapshot
 */
export async function createAnswerLink(
	question: string,
	{ networks, columns, origin, takeSnapshot }: AnswerSource
): Promise<{ link: string; page: SharePage }> {
	const isOwn = columns.some(
		({ origin, networkKey = '' }) =>
			origin !== 'reference' && (networks.length === 0 || networks.includes(networkKey))
	);
	const isOfSnapshot = columns.some((column) => column.origin === 'snapshot');
	const snapshotPage = findSharePage(origin, '/capabilities/snapshot');
	const query = formatCapabilityView({ ...WHOLE_TABLE, ask: question });
	if (isOwn && takeSnapshot && (snapshotPage.isPublic || isOfSnapshot)) {
		const { packSnapshot } = await import('$lib/api/snapshot-link');
		const fragment = await packSnapshot(takeSnapshot(networks));
		return { link: `${snapshotPage.address}?${query}#${fragment}`, page: snapshotPage };
	}
	const page = findSharePage(origin, '/capabilities');
	return { link: `${page.address}?${query}`, page };
}
