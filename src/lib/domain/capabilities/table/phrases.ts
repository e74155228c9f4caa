/** How a sentence says that a network has something. */
export interface Phrase {
	/** For one network, for several: `takes`, `take`. */
	verb: readonly [one: string, several: string];
	/** `images`; absent where the verb says it all. */
	object?: string;
	/** A limit in the sentence: `for 15 min`. */
	limited?: (limit: string) => string;
}

const HAS = ['has', 'have'] as const;
const TAKES = ['takes', 'take'] as const;

/** What people ask about first, by path, the most important first. */
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

/** What several chats say of one thing, for a sentence. */
export interface Claim {
	works: boolean;
	/** `for 15 min`, `in part`, `in 14 of 17 chats`; empty where there is nothing to add. */
	how: string;
}

/** A clause's subject: one name, or several in one. */
export interface Subject {
	name: string;
	isPlural: boolean;
}

/** The first clause: `Signal edits for 24 h`, `Signal has no polls`. */
export function formatFirstClause(
	{ name, isPlural }: Subject,
	{ works, how }: Claim,
	phrase: Phrase
): string {
	const verb = phrase.verb[isPlural ? 1 : 0];
	if (works) return spaced(name, verb, phrase.object, how);
	if (phrase.object) return spaced(name, verb, 'no', phrase.object);
	return spaced(name, isPlural ? 'do not' : 'does not', phrase.verb[1]);
}

/** A clause that leans on the first: `WhatsApp for 15 min`, `WhatsApp has`, `WhatsApp has none`. */
export function formatNextClause(
	{ name, isPlural }: Subject,
	{ works, how }: Claim,
	phrase: Phrase,
	first: Claim
): string {
	const verb = phrase.verb[isPlural ? 1 : 0];
	const does = isPlural ? 'do' : 'does';
	if (!works) return phrase.object ? spaced(name, verb, 'none') : spaced(name, does, 'not');
	if (first.works) return spaced(name, how || 'fully');
	if (phrase.verb[0] !== HAS[0]) return spaced(name, does, how);
	return spaced(name, verb, how && 'them', how);
}

function spaced(...words: readonly (string | undefined)[]): string {
	return words.filter(Boolean).join(' ');
}
