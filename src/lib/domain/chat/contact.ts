import type { Page } from '../connection/source';
import type { User } from './participant';

export interface ContactPage extends Page<User> {
	/** Opaque; absent at the end. */
	next?: string;
}

/** The people an account knows. */
export interface ContactSource {
	/**
	 * All of them, or those whose names hold every word of `query`.
	 *
	 * @param cursor - `next` of the page before; absent: the first
	 */
	contacts(
		accountID: string,
		query: string,
		cursor: string | undefined,
		signal: AbortSignal
	): Promise<ContactPage>;
	/** Looks people up on the network itself, where it allows that. */
	findContacts(accountID: string, query: string, signal: AbortSignal): Promise<Page<User>>;
}
