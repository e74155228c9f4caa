import type { Chat, ChatID } from '../chat/chat';

/** What should become of a chat, shown until the server has answered: see `toOptimisticUpdate`. */
export interface OptimisticUpdate {
	/** Absent for what is about no chat. */
	chatID: ChatID | undefined;
	apply: (chat: Chat) => Chat;
}

/** Chats with all guesses applied, in their order; the same list when there are none. */
export function applyOptimisticUpdates(
	chats: readonly Chat[],
	guesses: readonly OptimisticUpdate[]
): readonly Chat[] {
	if (guesses.length === 0) return chats;
	const byChat = new Map<ChatID | undefined, OptimisticUpdate[]>();
	for (const guess of guesses) {
		const others = byChat.get(guess.chatID);
		if (others) others.push(guess);
		else byChat.set(guess.chatID, [guess]);
	}
	return chats.map(
		(chat) => byChat.get(chat.id)?.reduce((before, { apply }) => apply(before), chat) ?? chat
	);
}
