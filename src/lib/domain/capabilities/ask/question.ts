import type { ChatTypeName } from '$lib/domain/chat/chat';
import type { Network } from '$lib/domain/chat/network';
import type { FileFacts } from '../check/file-facts';
import type { FileFormat } from '../check/file-formats';
import type { QuestionUnit } from '../check/units';
import type { AttachmentField } from '../path';

/** A question as it was understood. */
export interface Question {
	/** The networks that are named, of those in the table; empty: all of them. */
	networks: readonly Network[];
	/** Networks that are left out: “who besides WhatsApp”. */
	excluded: readonly Network[];
	/** Names of networks that are named and known, but not in the table. */
	missing: readonly string[];
	/** The types of chats that are named, “in groups”; empty: all. */
	chatTypes: readonly ChatTypeName[];
	/** Paths of the capabilities that are asked for. */
	paths: readonly string[];
	/**
	 * The paths among them that a network must lack while it has the others: “but not polls”; empty:
	 * none.
	 */
	unwanted: readonly string[];
	/** A file that may be sent, with the length of its caption; null: without one. */
	file?: { facts: FileFacts; format: FileFormat; caption: number | null };
	/** The age of a message that may still be changed, in seconds. */
	age?: number;
	/** The length of a text that may be sent, in characters. */
	textLength?: number;
	/** The time after which messages may disappear, in seconds. */
	timer?: number;
	/** Asks for networks that can't: “without polls”. */
	isNegated: boolean;
	/** Asks for the smallest limit first. */
	isLeast: boolean;
	/** Asks for every capability. */
	isEverything: boolean;
	/**
	 * Asks only for capabilities that differ between networks, or only for those that all have;
	 * absent: for both.
	 */
	comparison?: 'differences' | 'similarities';
	/** Asks for the advantages of the first network over the others. */
	isAdvantage: boolean;
	/** The amount that a limit must be above, as in “larger than 10 MB”; absent: it must be reached. */
	exceeded?: QuestionUnit['measures'];
	/** The seconds or characters that the limits asked for must be above. */
	above?: number;
	/** An emoji to react with. */
	emoji?: string;
	/** Subjects that no table is about, such as calls, as typed. */
	foreign: readonly string[];
	/** Words without a meaning here, as typed. */
	unknown: readonly string[];
	/**
	 * Words that were read as others: mistyped ones, and those such as “video note” without a row of
	 * their own.
	 */
	corrections: readonly Correction[];
	nearMisses: readonly NearMiss[];
}

/** A measure turns a capability into its limit: “how long” with “edit” asks for the edit window. */
export type Measure = 'size' | 'length' | 'count' | 'limit';

/** A word and the one it was read as: `dissapearing`, `disappearing`; `video note`, `video`. */
export interface Correction {
	typed: string;
	meant: string;
}

/** A word that was probably meant by an unknown one. */
export interface NearMiss {
	/** As typed: `whatsup`. */
	typed: string;
	/** `WhatsApp` */
	meant: string;
	/** The whole question with the meant word. */
	question: string;
}

/** The pieces of a question, before they are combined. */
export interface Pieces {
	/** The names of networks that each word may mean: “google” means any of three. */
	mentions: (readonly string[])[];
	/** The names of networks that are left out, for each word. */
	exclusions: (readonly string[])[];
	chatTypes: ChatTypeName[];
	paths: string[];
	types: string[];
	fields: AttachmentField[];
	measures: Measure[];
	/** Asks for the formats of a type of attachment: “sticker formats”. */
	isFormats: boolean;
	formats: FileFormat[];
	size?: number;
	time?: number;
	characters?: number;
	pixels?: readonly [width: number, height: number];
	isAge: boolean;
	isNegated: boolean;
	isLeast: boolean;
	isEverything: boolean;
	comparison?: 'differences' | 'similarities';
	exceeded?: QuestionUnit['measures'];
	emoji?: string;
	foreign: string[];
	/** Words for only a part of the subject of a row: “video note”, read as “video”. */
	broadened: Correction[];
	unknown: { text: string; start: number; end: number }[];
}
