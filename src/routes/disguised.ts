import type { ReactionWrite, Write } from '$lib/domain/mutations/mutation';
import { disguiseWrite, revealReaction } from '$lib/domain/privacy/anonymize-log';
import { privacy } from './dashboard';

/** What is said of a write: in disguise while Privacy mode is on. */
export function shownWrite(write: Write): Write {
	return privacy.disguise ? disguiseWrite(privacy.disguise, write) : write;
}

/** What is sent for a reaction that was chosen among those shown. */
export function sentReaction(write: ReactionWrite): ReactionWrite {
	return privacy.disguise ? revealReaction(privacy.disguise, write) : write;
}
