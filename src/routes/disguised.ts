import type { Write } from '$lib/domain/actions/write';
import { disguiseWrite } from '$lib/domain/privacy/entry';
import { privacy } from './dashboard';

/** What is said of a write: in disguise while Privacy mode is on. */
export function shownWrite(write: Write): Write {
	return privacy.disguise ? disguiseWrite(privacy.disguise, write) : write;
}
