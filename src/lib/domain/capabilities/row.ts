/** The sections of the table, in the order they are shown. */
export const SECTIONS = [
	'Messages',
	'Editing & deleting',
	'Reactions',
	'Receipts & chat actions',
	'Chat details',
	'Disappearing messages',
	'Members',
	'Message requests',
	'Formatting',
	'Attachments',
	'Other'
] as const;
export type Section = (typeof SECTIONS)[number];

/** What a number, or each item of a list, counts. `starts`: when a disappearing timer begins. */
export type Unit =
	| 'seconds'
	| 'milliseconds'
	| 'bytes'
	| 'characters'
	| 'pixels'
	| 'edits'
	| 'options'
	| 'count'
	| 'emoji'
	| 'starts';

/** One capability, as the table shows it. */
export interface CapabilityRow {
	/** Its place in the API, dotted; `state.title` for `state.title.level`. Unique. */
	path: string;
	section: Section;
	/** The type of attachment it is about, in plain English; several rows share it. */
	part?: string;
	/** Plain English; unique within section and part. */
	name: string;
	/** One line, a whole sentence. */
	meaning: string;
	/** `reported`: a field the API added since, whatever it holds. */
	kind: 'level' | 'flag' | 'limit' | 'list' | 'reported';
	unit?: Unit;
	/** The row of the level without which this limit means nothing. */
	levelPath?: string;
	/** A limit of 0 is none. */
	isZeroUnlimited?: boolean;
	/** The API does not document it, though bridges know it: a row only where it is reported. */
	isUndocumented?: boolean;
}

/** A name that says enough on its own: `Image: size`. */
export function getFullName({ part, name }: CapabilityRow): string {
	if (part === undefined || part === name) return name;
	// An abbreviation or a MIME type keeps its letters.
	const plain = /^[A-Z][a-z ]+$/.test(name);
	return `${part}: ${plain ? name.toLowerCase() : name}`;
}
