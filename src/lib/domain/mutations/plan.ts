import { joinList } from '$lib/format/list';
import { formatCount } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import { isUnread, type Chat, type ChatID } from '../chat/chat';
import type { NetworkIndex } from '../chat/network';
import { formatDoing, formatForMany } from './actions';
import { hasDraft } from './draft';
import { getAction, type Mutation } from './mutation';
import { getMutationPermission, type PermissionContext } from './permission';
import { groupByChat, type LogEntry } from './result';
import { isApplied } from './verify';

/** A bulk action before it is carried out, for confirmation. */
export interface Plan {
	mutations: readonly Mutation[];
	/** The chats of the mutations, in the same order. */
	chats: readonly Chat[];
	/** Chats that cannot be changed. */
	skipped: readonly { chat: Chat; reason: string }[];
	/** Chats that already have the wanted value. */
	already: readonly Chat[];
	/** `Archive 412 chats in 6 networks`; without mutations, why there is nothing to do. */
	words: string;
}

/** Plan the same mutation for many chats. */
export function createPlan(
	chats: readonly Chat[],
	toMutation: (chat: Chat) => Mutation,
	permissionContext: PermissionContext
): Plan {
	const planned: { chat: Chat; mutation: Mutation }[] = [];
	const skipped: { chat: Chat; reason: string }[] = [];
	const already: Chat[] = [];
	for (const chat of chats) {
		const mutation = toMutation(chat);
		const permission = getMutationPermission(chat, mutation, permissionContext);
		if (isApplied(mutation, chat) === true) already.push(chat);
		else if (permission.kind === 'refused') skipped.push({ chat, reason: permission.reason });
		else planned.push({ chat, mutation });
	}
	return assemblePlan(planned, { skipped, already }, permissionContext.getNetwork);
}

/** The same plan without some of its chats, which stay as they are. */
export function excludeChats(
	plan: Plan,
	excluded: ReadonlySet<ChatID>,
	getNetwork: NetworkIndex
): Plan {
	const planned = plan.chats.flatMap((chat, index) => {
		const mutation = plan.mutations[index];
		return mutation && !excluded.has(chat.id) ? [{ chat, mutation }] : [];
	});
	return assemblePlan(planned, plan, getNetwork);
}

function assemblePlan(
	planned: readonly { chat: Chat; mutation: Mutation }[],
	{ skipped, already }: Pick<Plan, 'skipped' | 'already'>,
	getNetwork: NetworkIndex
): Plan {
	const mutations = planned.map(({ mutation }) => mutation);
	const chats = planned.map(({ chat }) => chat);
	const networks = new Set(chats.map((chat) => getNetwork(chat).key));
	const [first] = mutations;
	const words = first
		? `${formatForMany(getAction(first), formatCount(chats.length, 'chat'))} in ${formatCount(networks.size, 'network')}`
		: describeNothing(skipped, already);
	return { mutations, chats, skipped, already, words };
}

function describeNothing(skipped: Plan['skipped'], already: Plan['already']): string {
	if (skipped.length === 0 && already.length === 0) return 'No chats are selected';
	if (skipped.length === 0) {
		return `Nothing to do: ${formatCount(already.length, 'chat needs', 'chats need')} no change`;
	}
	const [reason = '', ...others] = new Set(skipped.map((one) => one.reason));
	const why = others.length === 0 ? `: ${reason.replace(/\.$/, '')}` : ', for several reasons';
	return `Nothing can be done${why}`;
}

/** A plan while it is carried out: `Archiving 412 chats`. */
export function describeProgress({ mutations, words }: Plan): string {
	const [first] = mutations;
	if (!first) return words;
	return capitalize(formatDoing(getAction(first), formatCount(mutations.length, 'chat')));
}

/**
 * The chats of a plan that may deserve a second look: `153 are unread, 10 mention you and 57 have a
 * draft`; empty if there are none.
 */
export function describeAffected(chats: readonly Chat[]): string {
	const counts: readonly (readonly [count: number, one: string, many: string])[] = [
		[chats.filter(isUnread).length, 'is unread', 'are unread'],
		[
			chats.filter(({ unreadMentionsCount = 0 }) => unreadMentionsCount > 0).length,
			'mentions you',
			'mention you'
		],
		[chats.filter(hasDraft).length, 'has a draft', 'have a draft']
	];
	return joinList(
		counts.filter(([count]) => count > 0).map(([count, one, many]) => formatCount(count, one, many))
	);
}

/** The plan of mutations that have been carried out, without the chats that it left out. */
export function toPastPlan(entries: readonly LogEntry[]): Plan {
	const mutations = entries.map(({ mutation }) => mutation);
	const chats = entries.flatMap(({ after, before }) => after ?? before ?? []);
	const [first] = mutations;
	const count = formatCount(groupByChat(entries).length, 'chat');
	const words = first ? formatForMany(getAction(first), count) : '';
	return { mutations, chats, skipped: [], already: [], words };
}

/** The items whose mutation is not in the list. */
export function excludeMutations<Item extends { mutation: Mutation }>(
	items: readonly Item[],
	mutations: readonly Mutation[]
): readonly Item[] {
	const others = new Set(mutations);
	return items.filter(({ mutation }) => !others.has(mutation));
}
