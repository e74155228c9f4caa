import { connection, device } from '$lib/app/app';
import type { HeadlineFigure, HeadlineKey } from '$lib/domain/overview/headline';
import { parseVisits, updateVisits, VISITS_NAME } from '$lib/domain/overview/last-visit';
import { hashText } from '$lib/format/random';

/**
 * Keeps the numbers of the headline on this device for the next visit. Call it while a component is
 * created.
 *
 * @param isWhole - false while the numbers may still grow: then they are neither kept nor compared
 * @returns the numbers at the end of the visit before; undefined while there is nothing to compare
 */
export function useLastVisit(
	getFigures: () => readonly HeadlineFigure[],
	isWhole: () => boolean
): () => Readonly<Partial<Record<HeadlineKey, number>>> | undefined {
	let before = $state.raw<Readonly<Partial<Record<HeadlineKey, number>>>>();

	$effect(() => {
		if (!isWhole()) return;
		const { login } = connection;
		const server = hashText(login?.kind === 'live' ? login.address : 'sample');
		const counts = Object.fromEntries(getFigures().map(({ key, count }) => [key, count]));
		const visits = updateVisits(parseVisits(device.read(VISITS_NAME)), server, {
			at: Date.now(),
			counts
		});
		device.write(VISITS_NAME, JSON.stringify(visits));
		before = visits.before?.counts;
	});

	return () => (isWhole() ? before : undefined);
}
