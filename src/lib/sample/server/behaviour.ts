/** How a sample server departs from the documented one, as real servers were seen to. */
export interface Behaviour {
	/**
	 * How cursors of chat lists are made: from a key of the chat, from the time of its last
	 * activity (milliseconds), or from its offset in the list (`c200`, the same under every filter).
	 */
	cursors: 'keys' | 'times' | 'offsets';
}

/** As the documentation has it. */
export const DOCUMENTED: Behaviour = { cursors: 'keys' };
