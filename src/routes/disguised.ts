import type { ReactionMutation, Mutation } from '$lib/domain/mutations/mutation';
import { anonymizeMutation, revealReaction } from '$lib/domain/privacy/anonymize-log';
import { privacy } from './dashboard';

/** What is said of a write: in disguise while Privacy mode is on. */
export function shownWrite(mutation: Mutation): Mutation {
	return privacy.disguise ? anonymizeMutation(privacy.disguise, mutation) : mutation;
}

/** What is sent for a reaction that was chosen among those shown. */
export function sentReaction(mutation: ReactionMutation): ReactionMutation {
	return privacy.disguise ? revealReaction(privacy.disguise, mutation) : mutation;
}
