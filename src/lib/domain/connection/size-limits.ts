/**
 * Limits of the values in a response of any server, many times as high as those of Beeper and its
 * networks. A longer name, text or list is cut and reported as a parse issue; a value that would
 * have another meaning when cut (an ID, an address, a draft) is left out.
 */
export const SIZE_LIMITS = {
	/** Bytes of a response. */
	response: 64 * 1024 * 1024,
	/** Characters of an ID or a cursor. */
	id: 2_000,
	/** Characters of a name, a title or a word. */
	name: 1_000,
	/** Characters of a message of the server about a failure. */
	message: 500,
	/** Characters of a message, a draft or an address, which may be a whole picture. */
	text: 100_000,
	/** Characters of raw JSON, as shown. */
	json: 1_000_000,
	/** Objects within objects. */
	levels: 32,
	/** Entries of a list or a dictionary. */
	entries: 1_000,
	/** Participants of a chat. */
	participants: 10_000,
	/** Rows of a page, and of a list without pages. */
	rows: 10_000,
	/** Pages of one list. */
	pages: 20_000,
	/** Chats of one list. */
	chats: 1_000_000,
	/** Characters of the capabilities of a chat, as JSON. */
	capabilities: 100_000,
	/** Fields of capabilities that are not known. */
	unknownFields: 200,
	/** Parse issues of one row. */
	issues: 100,
	/** Milliseconds that a server may ask to wait. */
	wait: 24 * 60 * 60_000
} as const;

/** A text with at most `most` characters; if cut, it ends in an ellipsis. */
export function cutText(text: string, most: number): string {
	if (text.length <= most) return text;
	// Half of a surrogate pair is no character.
	return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
