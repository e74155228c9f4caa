import { connection, device } from '$lib/app/app';
import type { HeadlineFigure, HeadlineKey } from '$lib/domain/overview/headline-figures';
import { parseVisits, updateVisit, VISITS_NAME } from '$lib/domain/overview/last-visit';
import { hashText } from '$lib/format/random';

/**
 * Keeps numbers of the headline on this device for the next visit. Call it while a component is
 * created.
 *
 * @param getFigures - without those that may still grow, which are neither kept nor compared
 * @returns the same numbers at the end of the visit before, as far as they are known
 */
export function useLastVisit(
	getFigures: () => readonly HeadlineFigure[]
): () => Readonly<Partial<Record<HeadlineKey, number>>> {
	const login = $derived(connection.login);
	const server = $derived(hashText(login?.kind === 'live' ? login.address : 'sample'));
	/** Undefined while there is no figure to keep. */
	const visit = $derived.by(() => {
		const figures = getFigures();
		if (figures.length === 0) return undefined;
		const counts = Object.fromEntries(figures.map(({ key, count }) => [key, count]));
		return updateVisit(readVisits()[server], { at: Date.now(), counts });
	});

	$effect(() => {
		// A sign-out has just removed what was kept.
		if (visit && login)
			device.write(VISITS_NAME, JSON.stringify({ ...readVisits(), [server]: visit }));
	});

	return () => {
		const before = visit?.before?.counts ?? {};
		return Object.fromEntries(
			getFigures().flatMap(({ key }) => (key in before ? [[key, before[key]]] : []))
		);
	};
}

function readVisits() {
	return parseVisits(device.read(VISITS_NAME));
}
