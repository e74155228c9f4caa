/** How a sample server departs from the documented one, as real servers were seen to. */
export interface Behaviour {
	/**
	 * How cursors of chat lists are made: from a key of the chat, from the time of its last
	 * activity (milliseconds), or from its offset in the list (`c200`, the same under every filter).
	 */
	cursors: 'keys' | 'times' | 'offsets';
	/** How the time of a reminder must be spelt, whatever the version says: `remindAt` or `remindAtMs`. */
	reminders: 'version' | 'iso' | 'ms';
	/** What writes are answered with while reads work, as for a token that may only read; 0: as its scopes say. */
	tokenWrites: 0 | 401 | 403;
	/** Milliseconds after the start when the usual token expires; `Infinity`: never. */
	tokenExpires: number;
}

/** As the documentation has it. */
export const DOCUMENTED: Behaviour = {
	cursors: 'keys',
	reminders: 'version',
	tokenWrites: 0,
	tokenExpires: Infinity
};
