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

/** The unit of a limit, or of each item of a list. `starts`: the moment a disappearing timer starts. */
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

/** One capability: a row of the table, without its values. */
export interface CapabilityRow {
	/** Path of the field in the API, dotted; `state.title` for `state.title.level`. Unique. */
	path: string;
	section: Section;
	/** Name of the attachment type that the row belongs to; several rows share it. */
	part?: string;
	/** For people; unique within section and part. */
	name: string;
	/** A sentence that fits one line. */
	meaning: string;
	/** `reported`: a field that this dashboard does not know yet, of any type. */
	kind: 'level' | 'flag' | 'limit' | 'list' | 'reported';
	unit?: Unit;
	/** Path of the level without which this limit has no meaning. */
	levelPath?: string;
	/** Path of the row, in the same section, that this row is a detail of: a limit's level, the type of an attachment. */
	parentPath?: string;
	/** 0 means no limit. */
	isZeroUnlimited?: boolean;
	/** Reported by bridges, but not documented by the API: the row is shown only where a chat reports it. */
	isUndocumented?: boolean;
}

/** A name that is clear without section and part: `Image: size`. */
export function getFullName({ part, name }: CapabilityRow): string {
	if (part === undefined || part === name) return name;
	// Abbreviations and MIME types keep their capitals.
	const isPlain = /^[A-Z][a-z ]+$/.test(name);
	return `${part}: ${isPlain ? name.toLowerCase() : name}`;
}
