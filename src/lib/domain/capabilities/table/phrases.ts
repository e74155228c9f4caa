/** The wording of a row in sentences: `Signal edits for 24 h`, `Slack has no polls`. */
export interface Phrase {
	/** Singular and plural: `takes`, `take`. */
	verb: readonly [singular: string, plural: string];
	/** `images`; absent where the verb needs none. */
	object?: string;
	/** Formats a limit as part of the sentence: `for 15 min`. Absent: limits are not mentioned. */
	limited?: (limit: string) => string;
}

const HAS = ['has', 'have'] as const;
const TAKES = ['takes', 'take'] as const;

/** The rows that matter most to people, by path, most important first. */
export const PHRASES: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
	['edit', { verb: ['edits', 'edit'], limited: (limit) => `for ${limit}` }],
	[
		'delete',
		{ verb: ['deletes for everyone', 'delete for everyone'], limited: (limit) => `for ${limit}` }
	],
	['poll', { verb: HAS, object: 'polls' }],
	['reaction', { verb: HAS, object: 'reactions', limited: (limit) => `(${limit})` }],
	['thread', { verb: HAS, object: 'threads' }],
	['reply', { verb: HAS, object: 'replies' }],
	['attachments.m.image', { verb: TAKES, object: 'images', limited: (limit) => `up to ${limit}` }],
	['attachments.m.video', { verb: TAKES, object: 'videos', limited: (limit) => `up to ${limit}` }],
	['attachments.m.file', { verb: TAKES, object: 'files', limited: (limit) => `up to ${limit}` }],
	[
		'attachments.org.matrix.msc3245.voice',
		{ verb: TAKES, object: 'voice notes', limited: (limit) => `up to ${limit}` }
	],
	['maxTextLength', { verb: TAKES, object: 'texts', limited: (limit) => `of up to ${limit}` }],
	['readReceipts', { verb: HAS, object: 'read receipts' }],
	['typingNotifications', { verb: HAS, object: 'typing notifications' }],
	['locationMessage', { verb: HAS, object: 'locations' }],
	[
		'state.disappearingTimer',
		{ verb: HAS, object: 'disappearing messages', limited: (limit) => `after ${limit}` }
	]
]);

/** The statements of a column's chats, condensed for a sentence. */
export interface Claim {
	works: boolean;
	/** `for 15 min`, `in part`, `in 14 of 17 chats`; empty where it works without restriction. */
	how: string;
}

/** The subject of a clause: the name of one column, or a list of names. */
export interface ClauseSubject {
	name: string;
	isPlural: boolean;
}

/** The first clause: `Signal edits for 24 h`, `Signal has no polls`. */
export function formatFirstClause(
	{ name, isPlural }: ClauseSubject,
	{ works, how }: Claim,
	phrase: Phrase
): string {
	const verb = phrase.verb[isPlural ? 1 : 0];
	if (works) return joinWords(name, verb, phrase.object, how);
	if (phrase.object) return joinWords(name, verb, 'no', phrase.object);
	return joinWords(name, isPlural ? 'don’t' : 'doesn’t', phrase.verb[1]);
}

/** A clause that continues the first: `WhatsApp for 15 min`, `WhatsApp has`, `WhatsApp has none`. */
export function formatNextClause(
	{ name, isPlural }: ClauseSubject,
	{ works, how }: Claim,
	phrase: Phrase,
	first: Claim
): string {
	const verb = phrase.verb[isPlural ? 1 : 0];
	const does = isPlural ? 'do' : 'does';
	if (!works) return joinWords(name, ...(phrase.object ? [verb, 'none'] : [`${does}n’t`]));
	if (first.works) return joinWords(name, how || 'fully');
	if (phrase.verb[0] !== HAS[0]) return joinWords(name, does, how);
	return joinWords(name, verb, how && 'them', how);
}

function joinWords(...words: readonly (string | undefined)[]): string {
	return words.filter(Boolean).join(' ');
}
