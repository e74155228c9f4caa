import { counted, numberWords } from '../capabilities/quantity';
import type { Chat } from '../chat/chat';
import { permissionOf, type Circumstances } from './permission';
import { isSettled } from './verify';
import { ACTION_WORDS, actionOf, type Action } from './actions';
import type { Write } from './mutation';

/** What a bulk action will do, told before it does. */
export interface Plan {
	writes: readonly Write[];
	/** Chats that stay as they are, because they cannot be changed. */
	skipped: readonly { chat: Chat; reason: string }[];
	/** Chats that are so already. */
	already: readonly Chat[];
	/**
	 * `Archive 412 chats in 6 networks; 9 don’t support it and stay as they are`; without writes, that
	 * nothing can be done, and why.
	 */
	words: string;
}

/** Plan the same write for many chats. */
export function planOf(
	chats: readonly Chat[],
	writeFor: (chat: Chat) => Write,
	circumstances: Circumstances
): Plan {
	const writes: Write[] = [];
	const skipped: { chat: Chat; reason: string }[] = [];
	const already: Chat[] = [];
	const networks = new Set<string>();
	for (const chat of chats) {
		const write = writeFor(chat);
		const permission = permissionOf(chat, write, circumstances);
		if (isSettled(write, chat) === true) already.push(chat);
		else if (permission.kind === 'refused') skipped.push({ chat, reason: permission.reason });
		else {
			writes.push(write);
			networks.add(circumstances.networkOf(chat).key);
		}
	}
	return { writes, skipped, already, words: sentence() };

	function sentence(): string {
		const [first] = chats;
		if (!first) return 'No chats are selected';
		if (writes.length === 0) return wordsForNothing(skipped, already);
		const many = wordsForMany(actionOf(writeFor(first)), counted(writes.length, 'chat'));
		return [
			`${many} in ${counted(networks.size, 'network')}`,
			skipped.length === 1 && '1 doesn’t support it and stays as it is',
			skipped.length > 1 && `${numberWords(skipped.length)} don’t support it and stay as they are`,
			already.length > 0 && `${counted(already.length, 'needs', 'need')} no change`
		]
			.filter(Boolean)
			.join('; ');
	}
}

function wordsForNothing(skipped: Plan['skipped'], already: Plan['already']): string {
	if (skipped.length === 0) {
		return `Nothing to do: ${counted(already.length, 'chat needs', 'chats need')} no change`;
	}
	const [reason = '', ...others] = new Set(skipped.map((one) => one.reason));
	const why = others.length === 0 ? `: ${reason.replace(/\.$/, '')}` : ', for several reasons';
	const need = already.length > 0 ? `; ${counted(already.length, 'needs', 'need')} no change` : '';
	return `Nothing can be done${why}${need}`;
}

/** @param chats - `412 chats` */
export function wordsForMany(action: Action, chats: string): string {
	switch (action) {
		case 'read':
			return `Mark ${chats} as read`;
		case 'unread':
			return `Mark ${chats} as unread`;
		case 'low-priority':
			return `Move ${chats} to low priority`;
		case 'normal-priority':
			return `Move ${chats} out of low priority`;
		case 'remind':
			return `Remind me about ${chats}`;
		case 'clear-reminder':
			return `Clear the reminders of ${chats}`;
		default:
			return `${ACTION_WORDS[action].verb} ${chats}`;
	}
}

/** The writes of a plan that were not begun. */
export function remainderOf(writes: readonly Write[], begun: readonly Write[]): readonly Write[] {
	const others = new Set(begun);
	return writes.filter((write) => !others.has(write));
}

/** What is about none of these writes. */
export function without<Item extends { write: Write }>(
	items: readonly Item[],
	writes: readonly Write[]
): readonly Item[] {
	const others = new Set(writes);
	return items.filter(({ write }) => !others.has(write));
}
