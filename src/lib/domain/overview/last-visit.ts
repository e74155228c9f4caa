import { isRecord, parseJSONOrUndefined } from '$lib/format/parse-json';
import { HEADLINE_KEYS, type HeadlineKey } from './headline';

/** Numbers of the headline at one time. */
interface VisitCounts {
	/** Epoch milliseconds. */
	at: number;
	counts: Readonly<Partial<Record<HeadlineKey, number>>>;
}

/** The numbers that changes are counted from, and the latest ones. Nothing but numbers is kept. */
export interface Visits {
	/** Tells one Beeper from another without naming it. */
	server: number;
	/** The end of the visit before this one; absent: this is the first. */
	before?: VisitCounts;
	latest: VisitCounts;
}

/** The name under which they are stored. */
export const VISITS_NAME = 'overview-visits';

/** Milliseconds without the page after which another visit begins. */
const VISIT_ENDS_AFTER = 30 * 60_000;

/** Continues a visit with its present numbers, or begins another after a while. */
export function updateVisits(
	known: Visits | undefined,
	server: number,
	latest: VisitCounts
): Visits {
	const own = known?.server === server ? known : undefined;
	const isOver = own && latest.at - own.latest.at > VISIT_ENDS_AFTER;
	const before = isOver ? own.latest : own?.before;
	return { server, ...(before && { before }), latest };
}

/** @param text - anything that was stored; undefined: nothing that can be read */
export function parseVisits(text: string | null): Visits | undefined {
	const stored = parseJSONOrUndefined(text);
	if (!isRecord(stored) || typeof stored.server !== 'number') return undefined;
	const [before, latest] = [parseCounts(stored.before), parseCounts(stored.latest)];
	return latest && { server: stored.server, ...(before && { before }), latest };
}

function parseCounts(stored: unknown): VisitCounts | undefined {
	if (!isRecord(stored) || typeof stored.at !== 'number' || !isRecord(stored.counts)) {
		return undefined;
	}
	const counts: Partial<Record<HeadlineKey, number>> = {};
	for (const key of HEADLINE_KEYS) {
		const count = stored.counts[key];
		if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) counts[key] = count;
	}
	return { at: stored.at, counts };
}
