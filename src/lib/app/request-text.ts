import { toRequest } from '$lib/api/requests';
import { DEFAULT_ADDRESS } from '$lib/domain/connection/address';
import type { Mutation, ReactionMutation } from '$lib/domain/mutations/mutation';
import { anonymizeMutation, revealReaction } from '$lib/domain/privacy/anonymize-log';
import type { Server } from '$lib/domain/connection/server';
import type { Login } from '$lib/state/connection.svelte';
import { privacy, showRequests } from './app';

/** The mutation to display: anonymized while Privacy mode is on. */
export function toShownMutation(mutation: Mutation): Mutation {
	return privacy.anonymizer ? anonymizeMutation(privacy.anonymizer, mutation) : mutation;
}

/** The requests of mutations to display, in order; none while “Show requests” is off. */
export function getShownRequests(mutations: readonly Mutation[], server: Server | undefined) {
	if (!showRequests.isOn) return [];
	return mutations.map((mutation) => toRequest(toShownMutation(mutation), server));
}

/** The mutation to send for a reaction chosen from the displayed ones, which may be anonymized. */
export function toRealReaction(mutation: ReactionMutation): ReactionMutation {
	return privacy.anonymizer ? revealReaction(privacy.anonymizer, mutation) : mutation;
}

/** The address for a copied command; for the sample, that of `npm run sample-api`. */
export function getRequestAddress(login: Login | null): string {
	return login?.kind === 'live' ? login.address : DEFAULT_ADDRESS;
}
