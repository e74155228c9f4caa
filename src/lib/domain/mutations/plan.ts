import { formatCount, formatNumber } from '$lib/format/number';
import type { Chat } from '../chat/chat';
import { formatForMany } from './actions';
import { getAction, type Mutation } from './mutation';
import { getMutationPermission, type PermissionContext } from './permission';
import { isApplied } from './verify';

/** A bulk action before it is carried out, for confirmation. */
export interface Plan {
	mutations: readonly Mutation[];
	/** Chats that cannot be changed. */
	skipped: readonly { chat: Chat; reason: string }[];
	/** Chats that already have the wanted value. */
	already: readonly Chat[];
	/**
	 * `Archive 412 chats in 6 networks; 9 don’t support it and stay as they are`; without mutations,
	 * why there is nothing to do.
	 */
	words: string;
}

/** Plan the same mutation for many chats. */
export function createPlan(
	chats: readonly Chat[],
	toMutation: (chat: Chat) => Mutation,
	permissionContext: PermissionContext
): Plan {
	const mutations: Mutation[] = [];
	const skipped: { chat: Chat; reason: string }[] = [];
	const already: Chat[] = [];
	const networks = new Set<string>();
	for (const chat of chats) {
		const mutation = toMutation(chat);
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
		const many = formatForMany(getAction(toMutation(first)), formatCount(mutations.length, 'chat'));
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

/** The mutations of a plan that have not been started. */
export function getRemainder(
	mutations: readonly Mutation[],
	begun: readonly Mutation[]
): readonly Mutation[] {
	const others = new Set(begun);
	return mutations.filter((mutation) => !others.has(mutation));
}

/** The items whose mutation is not in the list. */
export function excludeMutations<Item extends { mutation: Mutation }>(
	items: readonly Item[],
	mutations: readonly Mutation[]
): readonly Item[] {
	const others = new Set(mutations);
	return items.filter(({ mutation }) => !others.has(mutation));
}
