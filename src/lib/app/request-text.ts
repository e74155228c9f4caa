import { DEFAULT_ADDRESS } from '$lib/domain/connection/address';
import type { Mutation, ReactionMutation } from '$lib/domain/mutations/mutation';
import { anonymizeMutation, revealReaction } from '$lib/domain/privacy/anonymize-log';
import type { Login } from '$lib/state/connection.svelte';
import { privacy } from './app';

/** What is said of a write: in disguise while Privacy mode is on. */
export function shownWrite(mutation: Mutation): Mutation {
	return privacy.disguise ? anonymizeMutation(privacy.disguise, mutation) : mutation;
}

/** What is sent for a reaction that was chosen among those shown. */
export function sentReaction(mutation: ReactionMutation): ReactionMutation {
	return privacy.disguise ? revealReaction(privacy.disguise, mutation) : mutation;
}

/** Where a command copied from the page should be sent; a sample's go to `npm run sample-api`. */
export function getRequestAddress(login: Login): string {
	return login.kind === 'live' ? login.address : DEFAULT_ADDRESS;
}
