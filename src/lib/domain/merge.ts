import type { Account } from './account';
import type { Chat, ChatID } from './chat';
import type { MessagePreview } from './message';
import type { Network, NetworkIndex } from './network';

/** How merged chats and their members belong together, among some chats. */
export interface MergeIndex {
	/**
	 * The chats that lists show and count: merged chats instead of their members, with
	 * `Chat.members` filled in. The very same array where nothing is merged.
	 */
	listed: readonly Chat[];
	/** The chats of single networks: members, but no merged chats. The very same array too. */
	unmerged: readonly Chat[];
	/** The merged chat that stands for this member in lists; undefined for any other chat. */
	mergedChatOf(id: ChatID): Chat | undefined;
	/** By the ID of a merged chat, with its members; undefined for any other chat. */
	filledChat(id: ChatID): Chat | undefined;
	/** The members that merged chats name, those that are not among the chats too. */
	memberIDs: ReadonlySet<ChatID>;
}

export function isMerged({ merge }: Chat): boolean {
	return merge !== undefined && merge.chatIDs.length > 0;
}

/** Which chat is a member of which merged chat. A merged chat is never a member itself. */
interface Memberships {
	/** By ID. */
	merged: ReadonlyMap<ChatID, Chat>;
	/** By the ID of the member: the ID of its merged chat. */
	mergedIDs: ReadonlyMap<ChatID, ChatID>;
	/** The members that merged chats name. */
	memberIDs: ReadonlySet<ChatID>;
	/** Chats that call themselves members of merged chats which are not among the chats. */
	orphanIDs: ReadonlySet<ChatID>;
}

function findMemberships(chats: readonly Chat[]): Memberships {
	const concerned = chats.filter((chat) => chat.merge ?? chat.mergedIntoChatID);
	const merged = new Map(concerned.filter(isMerged).map((chat) => [chat.id, chat]));
	const mergedIDs = new Map<ChatID, ChatID>();
	const orphanIDs = new Set<ChatID>();
	for (const { id, merge } of merged.values()) {
		for (const memberID of merge?.chatIDs ?? []) {
			if (!merged.has(memberID) && !mergedIDs.has(memberID)) mergedIDs.set(memberID, id);
		}
	}
	const memberIDs = new Set(mergedIDs.keys());
	// What a member says of itself outranks what a merged chat says of it.
	for (const { id, mergedIntoChatID } of concerned) {
		if (mergedIntoChatID === undefined || merged.has(id)) continue;
		if (merged.has(mergedIntoChatID)) mergedIDs.set(id, mergedIntoChatID);
		else if (!mergedIDs.has(id)) orphanIDs.add(id);
	}
	return { merged, mergedIDs, memberIDs, orphanIDs };
}

/** A merged chat as the server describes it, its members, and both in one. */
interface Filled {
	chat: Chat;
	members: readonly Chat[];
	filled: Chat;
}

/**
 * Index the merged chats of one list of chats after another. A merged chat stays the very same
 * object as long as neither it nor its members change.
 *
 * A member is hidden only while its merged chat is among the chats: no answer, however odd, makes a
 * person vanish.
 *
 * @returns a function of the chats; `isWhole` is false while chats are still coming: until all are
 * there, a member waits unlisted for its merged chat, so that no row comes only to go again
 */
export function keepMerges(): (chats: readonly Chat[], isWhole: boolean) => MergeIndex {
	let before: ReadonlyMap<ChatID, Filled> = new Map();

	return (chats, isWhole) => {
		const { merged, mergedIDs, memberIDs, orphanIDs } = findMemberships(chats);
		const waitingIDs: ReadonlySet<ChatID> = isWhole ? new Set() : orphanIDs;
		const members = new Map<ChatID, Chat[]>([...merged.keys()].map((id) => [id, []]));
		if (merged.size > 0) {
			for (const chat of chats) {
				members.get(mergedIDs.get(chat.id) ?? '')?.push(chat);
			}
		}
		const filled = new Map<ChatID, Filled>();
		for (const [id, chat] of merged) {
			filled.set(id, fill(chat, members.get(id) ?? [], before.get(id)));
		}
		before = filled;

		const isPlain = merged.size === 0 && waitingIDs.size === 0;
		return {
			listed: isPlain
				? chats
				: chats
						.filter(({ id }) => !mergedIDs.has(id) && !waitingIDs.has(id))
						.map((chat) => filled.get(chat.id)?.filled ?? chat),
			unmerged: merged.size === 0 ? chats : chats.filter(({ id }) => !merged.has(id)),
			mergedChatOf: (id) => filled.get(mergedIDs.get(id) ?? '')?.filled,
			filledChat: (id) => filled.get(id)?.filled,
			memberIDs
		};
	};
}

function fill(chat: Chat, unordered: readonly Chat[], before: Filled | undefined): Filled {
	const members = inOrder(chat, unordered);
	const isSame =
		before?.chat === chat &&
		before.members.length === members.length &&
		before.members.every((member, place) => member === members[place]);
	if (isSame) return before;
	const preview = chat.preview ?? newestPreview(members);
	return { chat, members, filled: { ...chat, members, ...(preview && { preview }) } };
}

/** The default one first, the others in the order in which the merged chat names them. */
function inOrder({ merge }: Chat, members: readonly Chat[]): readonly Chat[] {
	const ids = [merge?.defaultChatID, ...(merge?.chatIDs ?? [])];
	function placeOf({ id }: Chat): number {
		const place = ids.indexOf(id);
		return place < 0 ? ids.length : place;
	}
	return members.toSorted(
		(one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1)
	);
}

function newestPreview(members: readonly Chat[]): MessagePreview | undefined {
	return newestOf(members.filter(({ preview }) => preview))?.preview;
}

function newestOf(members: readonly Chat[]): Chat | undefined {
	const [first, ...others] = members;
	return others.reduce(
		(newest, member) =>
			(member.lastActivity ?? 0) > (newest?.lastActivity ?? 0) ? member : newest,
		first
	);
}

/** The chats a chat stands for: its members, where they are known; else itself. */
export function membersOf(chat: Chat): readonly Chat[] {
	return chat.members && chat.members.length > 0 ? chat.members : [chat];
}

/** The networks a chat is on, each once; a merged chat is on those of its members. */
export function networksOf(chat: Chat, networkOf: NetworkIndex): readonly Network[] {
	return chat.members ? unique(membersOf(chat).map(networkOf)) : [networkOf(chat)];
}

/** The accounts a chat belongs to, by ID, each once. */
export function accountIDsOf(chat: Chat): readonly Account['accountID'][] {
	if (!chat.members) return [chat.accountID];
	return unique(membersOf(chat).map(({ accountID }) => accountID));
}

function unique<Thing>(things: readonly Thing[]): readonly Thing[] {
	return [...new Set(things)];
}

/** Everybody in the chat; a merged chat has as many people as the largest of its members. */
export function participantTotal(chat: Chat): number {
	const { total } = chat.participants;
	if (total > 0 || !chat.members) return total;
	return Math.max(...membersOf(chat).map(({ participants }) => participants.total));
}

/**
 * Where the last message of a chat is read.
 *
 * @param known - a chat by its ID
 * @returns the chat's own ID; of a merged chat, which has no messages, that of its newest member
 */
export function messagesIDOf(chat: Chat, known: (id: ChatID) => Chat | undefined): ChatID {
	if (!chat.merge || !isMerged(chat)) return chat.id;
	const { chatIDs, defaultChatID } = chat.merge;
	const members = chatIDs.map(known).filter((member) => member !== undefined);
	return newestOf(members)?.id ?? defaultChatID ?? chatIDs[0] ?? chat.id;
}
