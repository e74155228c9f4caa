import type { Participants } from './chat';

/**
 * Who is in a chat after another answer: most answers hold 20 or 100 people at most, so a longer
 * list stays, unless the number of people says that somebody has come or gone.
 */
export function mergeParticipants(known: Participants, later: Participants): Participants {
	const isCut = later.items.length < known.items.length && later.total === known.total;
	return isCut ? known : later;
}
