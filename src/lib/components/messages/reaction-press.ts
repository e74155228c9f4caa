import { foldReaction, type Message } from '$lib/domain/chat/message';
import type { ReactionMutation } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';
import {
	findSpelling,
	formatReaction,
	getReactionPermission,
	getReactionsBy
} from '$lib/domain/mutations/reactions';
import type { Permission } from '$lib/domain/mutations/permission';

/** A message as seen by the user. */
export interface ReactionContext {
	chat: Chat;
	message: Message;
	/** The user's own ID in the chat; undefined when unknown. */
	selfID: string | undefined;
}

/** The effect of pressing a reaction: it adds or removes the user's own. */
export interface ReactionPress {
	mutation: ReactionMutation;
	isOwn: boolean;
	/** The permission to add this reaction; the user's own can always be removed. */
	permission: Permission;
	/** The user's reaction that this one would replace, in words. */
	replaces: string | undefined;
}

export function getPress({ chat, message, selfID }: ReactionContext, key: string): ReactionPress {
	const own = selfID === undefined ? [] : getReactionsBy(message, selfID);
	const same = own.find((reaction) => foldReaction(reaction.key) === foldReaction(key));
	const isOnly = chat.capabilities?.reactionCount === 1;
	const replaced = isOnly && !same ? own[0] : undefined;
	return {
		mutation: {
			kind: same ? 'unreact' : 'react',
			chatID: chat.id,
			messageID: message.id,
			reactionKey: same?.key ?? findSpelling(chat, message, key),
			...(replaced && { replaces: replaced.key })
		},
		isOwn: same !== undefined,
		permission: same ? { kind: 'allowed' } : getReactionPermission(chat, message, key, selfID),
		replaces: replaced && formatReaction(replaced.key)
	};
}

/** Warning before a reaction is chosen; undefined when none is needed. */
export function getWarning({ chat, message, selfID }: ReactionContext): string | undefined {
	const most = chat.capabilities?.reactionCount;
	const own = selfID === undefined ? [] : getReactionsBy(message, selfID);
	const [first] = own;
	if (most === undefined || !first || own.length < most) return undefined;
	return most === 1
		? `One reaction per message. Another replaces your ${formatReaction(first.key)}.`
		: `Up to ${most} reactions per message. Remove one first.`;
}
