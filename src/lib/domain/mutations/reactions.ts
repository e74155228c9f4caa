import type { Chat } from '../chat/chat';
import { foldReaction, type Message, type MessageReaction } from '../chat/message';
import type { ReactionMutation } from './mutation';
import { ALLOWED, UNREPORTED, type Permission } from './permission';

/** Maximum characters shown of a reaction; the longest emoji have about a dozen. */
const MAX_CHARACTERS = 40;

/** Display text of a reaction: networks name custom emoji by URLs, or by texts of any length. */
export function formatReaction(key: string): string {
	if (/^\w+:\/\//.test(key)) return 'custom emoji';
	const signs = [...key];
	return signs.length > MAX_CHARACTERS ? `${signs.slice(0, MAX_CHARACTERS).join('')}…` : key;
}

/** The reactions that a picker may offer. */
export interface ReactionChoices {
	/** Spelled as by the server, without duplicates; `null`: any emoji. */
	keys: readonly string[] | null;
	/** True when keys other than emoji may be offered. */
	custom: boolean;
}

export function getReactionChoices({ capabilities }: Chat): ReactionChoices {
	const { allowedReactions, customEmojiReactions } = capabilities ?? {};
	return {
		keys: allowedReactions ? toDistinct(allowedReactions) : null,
		custom: customEmojiReactions === true
	};
}

/** The first spelling of each key, in the given order, without empty keys. */
function toDistinct(keys: readonly string[]): readonly string[] {
	const spellings = new Map<string, string>();
	for (const key of keys) {
		const folded = foldReaction(key);
		if (key.trim() !== '' && !spellings.has(folded)) spellings.set(folded, key);
	}
	return [...spellings.values()];
}

/**
 * The server's spelling of a key: as on the message, else as in the chat's list, else unchanged.
 */
export function findSpelling(chat: Chat, message: Message, key: string): string {
	const known = [
		...message.reactions.map((reaction) => reaction.key),
		...(chat.capabilities?.allowedReactions ?? [])
	];
	return known.find((other) => foldReaction(other) === foldReaction(key)) ?? key;
}

export function isEmoji(key: string): boolean {
	return /\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3/u.test(key);
}

/** The reactions of one person to a message. */
export function getReactionsBy(
	message: Message,
	participantID: string
): readonly MessageReaction[] {
	return message.reactions.filter((reaction) => reaction.participantID === participantID);
}

/**
 * The permission to add another reaction, provided that the chat allows reactions at all.
 *
 * @param selfID - the user's own ID in this chat; undefined when unknown
 */
export function getReactionPermission(
	chat: Chat,
	message: Message,
	key: string,
	selfID: string | undefined
): Permission {
	const { allowedReactions, reactionCount, customEmojiReactions } = chat.capabilities ?? {};
	const folded = foldReaction(key);
	if (allowedReactions && !allowedReactions.some((other) => foldReaction(other) === folded)) {
		return { kind: 'refused', reason: `This chat doesn’t allow ${key} as a reaction.` };
	}
	const own = selfID === undefined ? [] : getReactionsBy(message, selfID);
	// If only one reaction is allowed, a second replaces it.
	if (reactionCount !== undefined && reactionCount > 1 && own.length >= reactionCount) {
		const reason = `Up to ${reactionCount} reactions per message. Remove one first.`;
		return { kind: 'refused', reason };
	}
	if (allowedReactions || isEmoji(key)) return ALLOWED;
	if (customEmojiReactions === false) {
		return { kind: 'refused', reason: 'This chat allows only emoji as reactions.' };
	}
	return customEmojiReactions ? ALLOWED : UNREPORTED;
}

/** The mutation that restores the user's own reactions. */
export function invertReaction({ replaces, ...mutation }: ReactionMutation): ReactionMutation {
	const { kind, reactionKey } = mutation;
	if (kind === 'unreact') return { ...mutation, kind: 'react' };
	if (replaces === undefined) return { ...mutation, kind: 'unreact' };
	return { ...mutation, reactionKey: replaces, replaces: reactionKey };
}

/**
 * The message after a reaction was added or removed.
 *
 * @param chat - its capabilities decide whether a new reaction replaces the previous one
 */
export function applyReaction(
	message: Message,
	mutation: ReactionMutation,
	selfID: string,
	chat: Chat
): Message {
	const folded = foldReaction(mutation.reactionKey);
	const isOnly = chat.capabilities?.reactionCount === 1;
	const isAdded = mutation.kind === 'react';
	const others = message.reactions.filter(
		({ participantID, key }) =>
			participantID !== selfID || !(foldReaction(key) === folded || (isOnly && isAdded))
	);
	const { reactionKey: key } = mutation;
	const added = { key, participantID: selfID, isEmoji: isEmoji(key) };
	return { ...message, reactions: isAdded ? [...others, added] : others };
}
