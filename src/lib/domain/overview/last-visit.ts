import { getFields, isRecord, parseJSONOrUndefined } from '$lib/format/parse-json';
import { HEADLINE_KEYS, type HeadlineKey } from './headline-figures';

/** Numbers of the headline at one time. */
interface VisitCounts {
	/** Epoch milliseconds. */
	at: number;
	counts: Readonly<Partial<Record<HeadlineKey, number>>>;
}

/** The numbers that changes are counted from, and the latest ones. Nothing but numbers is kept. */
export interface Visit {
	/** The end of the visit before this one; absent: this is the first. */
	before?: VisitCounts;
	latest: VisitCounts;
}

/** By a number that tells one Beeper from another without naming it. */
export type Visits = Readonly<Record<string, Visit>>;

/** The name under which they are stored. */
export const VISITS_NAME = 'overview-visits';

/** Milliseconds without the page after which another visit begins. */
const VISIT_ENDS_AFTER = 30 * 60_000;

/** Continues a visit with its present numbers, or begins another after a while. */
export function updateVisit(known: Visit | undefined, latest: VisitCounts): Visit {
	const isOver = known && latest.at - known.latest.at > VISIT_ENDS_AFTER;
	const before = isOver ? known.latest : known?.before;
	return { ...(before && { before }), latest };
}

/** @param text - as stored, perhaps by another version; entries that can't be read are left out */
export function parseVisits(text: string | null): Visits {
	const visits: Record<string, Visit> = {};
	for (const [server, stored] of Object.entries(getFields(parseJSONOrUndefined(text)))) {
		const { before: earlier, latest: last } = getFields(stored);
		const [before, latest] = [parseCounts(earlier), parseCounts(last)];
		if (latest) visits[server] = { ...(before && { before }), latest };
	}
	return visits;
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
