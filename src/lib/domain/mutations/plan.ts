import { formatCount, formatNumber } from '$lib/format/number';
import type { Chat } from '../chat/chat';
import { getMutationPermission, type PermissionContext } from './permission';
import { isApplied } from './verify';
import { ACTION_WORDS, getAction, type Action } from './actions';
import type { Mutation } from './mutation';

/** What a bulk action will do, told before it does. */
export interface Plan {
	mutations: readonly Mutation[];
	/** Chats that stay as they are, because they cannot be changed. */
	skipped: readonly { chat: Chat; reason: string }[];
	/** Chats that are so already. */
	already: readonly Chat[];
	/**
	 * `Archive 412 chats in 6 networks; 9 don’t support it and stay as they are`; without mutations, that
	 * nothing can be done, and why.
	 */
	words: string;
}

/** Plan the same write for many chats. */
export function createPlan(
	chats: readonly Chat[],
	writeFor: (chat: Chat) => Mutation,
	permissionContext: PermissionContext
): Plan {
	const mutations: Mutation[] = [];
	const skipped: { chat: Chat; reason: string }[] = [];
	const already: Chat[] = [];
	const networks = new Set<string>();
	for (const chat of chats) {
		const mutation = writeFor(chat);
		const permission = getMutationPermission(chat, mutation, permissionContext);
		if (isApplied(mutation, chat) === true) already.push(chat);
		else if (permission.kind === 'refused') skipped.push({ chat, reason: permission.reason });
		else {
			mutations.push(mutation);
			networks.add(permissionContext.getNetwork(chat).key);
		}
	}
	return { mutations, skipped, already, words: sentence() };

	function sentence(): string {
		const [first] = chats;
		if (!first) return 'No chats are selected';
		if (mutations.length === 0) return describeNothing(skipped, already);
		const many = describeForMany(getAction(writeFor(first)), formatCount(mutations.length, 'chat'));
		return [
			`${many} in ${formatCount(networks.size, 'network')}`,
			skipped.length === 1 && '1 doesn’t support it and stays as it is',
			skipped.length > 1 && `${formatNumber(skipped.length)} don’t support it and stay as they are`,
			already.length > 0 && `${formatCount(already.length, 'needs', 'need')} no change`
		]
			.filter(Boolean)
			.join('; ');
	}
}

function describeNothing(skipped: Plan['skipped'], already: Plan['already']): string {
	if (skipped.length === 0) {
		return `Nothing to do: ${formatCount(already.length, 'chat needs', 'chats need')} no change`;
	}
	const [reason = '', ...others] = new Set(skipped.map((one) => one.reason));
	const why = others.length === 0 ? `: ${reason.replace(/\.$/, '')}` : ', for several reasons';
	const need =
		already.length > 0 ? `; ${formatCount(already.length, 'needs', 'need')} no change` : '';
	return `Nothing can be done${why}${need}`;
}

/** @param chats - `412 chats` */
export function describeForMany(action: Action, chats: string): string {
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
export function getRemainder(
	mutations: readonly Mutation[],
	begun: readonly Mutation[]
): readonly Mutation[] {
	const others = new Set(begun);
	return mutations.filter((mutation) => !others.has(mutation));
}

/** What is about none of these writes. */
export function excludeMutations<Item extends { mutation: Mutation }>(
	items: readonly Item[],
	mutations: readonly Mutation[]
): readonly Item[] {
	const others = new Set(mutations);
	return items.filter(({ mutation }) => !others.has(mutation));
}
