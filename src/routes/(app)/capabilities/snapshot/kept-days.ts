import type { KeptSnapshot } from '$lib/domain/capabilities/snapshot/history';
import { createMissingProblem, type ViewProblem } from '$lib/domain/view-query';

/** The keys of the address that name days of kept snapshots. */
export const DAY_KEYS = ['before', 'after'] as const;

/** The days of an address of which no snapshot is kept, as in an old bookmark. */
export function findMissingDays(
	kept: readonly KeptSnapshot[],
	query: URLSearchParams
): ViewProblem[] {
	return DAY_KEYS.flatMap((key) => {
		const value = query.get(key);
		if (value === null || kept.some(({ taken }) => taken === value)) return [];
		return [createMissingProblem(key, value)];
	});
}
