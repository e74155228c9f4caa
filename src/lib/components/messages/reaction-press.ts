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

/** A message, and who looks at it. */
export interface Reacting {
	chat: Chat;
	message: Message;
	/** Who the user is in the chat; undefined when unknown. */
	selfID: string | undefined;
}

/** What pressing a reaction does: gives it, or takes back one's own. */
export interface Press {
	mutation: ReactionMutation;
	isOwn: boolean;
	/** Whether this very reaction may be given; one's own can always be taken back. */
	permission: Permission;
	/** The reaction that goes when this one comes, in words. */
	replaces: string | undefined;
}

export function getPress({ chat, message, selfID }: Reacting, key: string): Press {
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

/** What to know before a reaction is chosen; undefined when there is nothing. */
export function getWarning({ chat, message, selfID }: Reacting): string | undefined {
	const most = chat.capabilities?.reactionCount;
	const own = selfID === undefined ? [] : getReactionsBy(message, selfID);
	const [first] = own;
	if (most === undefined || !first || own.length < most) return undefined;
	return most === 1
		? `You can give one reaction: another takes the place of your ${formatReaction(first.key)}.`
		: `You can give a message ${most} reactions. Remove one first.`;
}
