import type { Account } from './account';
import type { Chat, ChatID, MessagePreview } from './chat';
import type { Network, NetworkIndex } from './network';

/** Merged chats and their members within a list of chats. */
export interface MergeIndex {
	/**
	 * The chats that lists show and count: merged chats, with `Chat.members` filled in, instead of
	 * their members. The input array itself when no chat is merged.
	 */
	listed: readonly Chat[];
	/**
	 * The chats of single networks: members, but no merged chats. The input array itself when no chat
	 * is merged.
	 */
	unmerged: readonly Chat[];
	/** The merged chat that replaces this member in lists; undefined for any other chat. */
	getMergedChat(id: ChatID): Chat | undefined;
	/** A merged chat with its members, by ID; undefined for any other chat. */
	getFilledChat(id: ChatID): Chat | undefined;
	/** IDs of all members that merged chats name, including members that are not loaded. */
	memberIDs: ReadonlySet<ChatID>;
}

export function isMerged({ merge }: Chat): boolean {
	return merge !== undefined && merge.chatIDs.length > 0;
}

/** Assignment of members to merged chats. A merged chat is never a member itself. */
interface Memberships {
	/** Merged chats by ID. */
	merged: ReadonlyMap<ChatID, Chat>;
	/** IDs of merged chats by the ID of a member. */
	mergedIDs: ReadonlyMap<ChatID, ChatID>;
	/** IDs of the members that merged chats name. */
	memberIDs: ReadonlySet<ChatID>;
	/** IDs of chats that name a merged chat which is not loaded. */
	orphanIDs: ReadonlySet<ChatID>;
}

function findMemberships(concerned: readonly Chat[]): Memberships {
	const merged = new Map(concerned.filter(isMerged).map((chat) => [chat.id, chat]));
	const mergedIDs = new Map<ChatID, ChatID>();
	const orphanIDs = new Set<ChatID>();
	for (const { id, merge } of merged.values()) {
		for (const memberID of merge?.chatIDs ?? []) {
			if (!merged.has(memberID) && !mergedIDs.has(memberID)) mergedIDs.set(memberID, id);
		}
	}
	const memberIDs = new Set(mergedIDs.keys());
	// A member's own `mergedIntoChatID` outranks the member lists of merged chats.
	for (const { id, mergedIntoChatID } of concerned) {
		if (mergedIntoChatID === undefined || merged.has(id)) continue;
		if (merged.has(mergedIntoChatID)) mergedIDs.set(id, mergedIntoChatID);
		else if (!mergedIDs.has(id)) orphanIDs.add(id);
	}
	return { merged, mergedIDs, memberIDs, orphanIDs };
}

/** A merged chat as sent by the server, its members, and the chat with its members filled in. */
interface Filled {
	chat: Chat;
	members: readonly Chat[];
	filled: Chat;
}

/**
 * Create an indexer of merged chats, to be called with each new list of chats. A merged chat keeps
 * its identity while neither it nor its members change.
 *
 * Once all chats are loaded, a member is hidden only if its merged chat is loaded too, so that no
 * inconsistent response makes a conversation disappear.
 *
 * @returns a function of the chats; `isWhole` is false while chats are still loading: until then a
 *   member without its merged chat stays hidden, so that no row appears only to disappear again
 */
export function createMergeIndexer(): (chats: readonly Chat[], isWhole: boolean) => MergeIndex {
	let before: ReadonlyMap<ChatID, Filled> = new Map();
	const findConcerned = createMergeFinder();

	return (chats, isWhole) => {
		const concerned = findConcerned(chats);
		const { merged, mergedIDs, memberIDs, orphanIDs } = findMemberships([...concerned.values()]);
		const waitingIDs: ReadonlySet<ChatID> = isWhole ? new Set() : orphanIDs;
		const places = findPlaces(chats, concerned, mergedIDs);
		const members = new Map<ChatID, Chat[]>([...merged.keys()].map((id) => [id, []]));
		for (const [id, mergedID] of mergedIDs) {
			const member = chats[places.get(id) ?? -1];
			if (member) members.get(mergedID)?.push(member);
		}
		const filled = new Map<ChatID, Filled>();
		for (const [id, chat] of merged) {
			filled.set(id, fill(chat, members.get(id) ?? [], before.get(id)));
		}
		before = filled;

		function replaceAt(ids: Iterable<ChatID>, chatFor: (id: ChatID) => Chat | undefined) {
			return new Map([...ids].map((id) => [places.get(id) ?? -1, chatFor(id)]));
		}
		const hidden = replaceAt([...mergedIDs.keys(), ...waitingIDs], () => undefined);
		const shown = replaceAt(merged.keys(), (id) => filled.get(id)?.filled);
		return {
			listed: replaceItems(chats, new Map([...hidden, ...shown])),
			unmerged: replaceItems(
				chats,
				replaceAt(merged.keys(), () => undefined)
			),
			getMergedChat: (id) => filled.get(mergedIDs.get(id) ?? '')?.filled,
			getFilledChat: (id) => filled.get(id)?.filled,
			memberIDs
		};
	};
}

/**
 * Create a function that finds the chats involved in merging, by index, in each new list of chats.
 * Lists may hold tens of thousands of chats, so only chats that changed at their index are
 * inspected.
 */
function createMergeFinder(): (chats: readonly Chat[]) => ReadonlyMap<number, Chat> {
	let before: readonly Chat[] = [];
	let concerned: ReadonlyMap<number, Chat> = new Map();
	return (chats) => {
		const next = new Map<number, Chat>();
		for (let place = 0; place < chats.length; place++) {
			const chat = chats[place];
			if (chat === undefined || chat === before[place]) continue;
			if (chat.merge !== undefined || chat.mergedIntoChatID !== undefined) next.set(place, chat);
		}
		for (const [place, chat] of concerned) if (chats[place] === chat) next.set(place, chat);
		before = chats;
		return (concerned = next);
	};
}

/**
 * Indexes of all chats involved in merging, by ID, including members that do not name their merged
 * chat.
 */
function findPlaces(
	chats: readonly Chat[],
	concerned: ReadonlyMap<number, Chat>,
	mergedIDs: ReadonlyMap<ChatID, ChatID>
): ReadonlyMap<ChatID, number> {
	const places = new Map<ChatID, number>();
	for (const [place, { id }] of concerned) places.set(id, place);
	if ([...mergedIDs.keys()].every((id) => places.has(id))) return places;
	chats.forEach(({ id }, place) => {
		if (mergedIDs.has(id)) places.set(id, place);
	});
	return places;
}

/**
 * A copy of the list with the items at some indexes replaced, or removed where undefined; the list itself when
 * there is nothing to replace.
 */
function replaceItems(
	chats: readonly Chat[],
	others: ReadonlyMap<number, Chat | undefined>
): readonly Chat[] {
	if (others.size === 0) return chats;
	const list: Chat[] = [];
	for (let place = 0; place < chats.length; place++) {
		const chat = others.has(place) ? others.get(place) : chats[place];
		if (chat !== undefined) list.push(chat);
	}
	return list;
}

function fill(chat: Chat, unordered: readonly Chat[], before: Filled | undefined): Filled {
	const members = sortMembers(chat, unordered);
	const isSame =
		before?.chat === chat &&
		before.members.length === members.length &&
		before.members.every((member, place) => member === members[place]);
	if (isSame) return before;
	const preview = chat.preview ?? findNewestPreview(members);
	return { chat, members, filled: { ...chat, members, ...(preview && { preview }) } };
}

/** Default member first, the others in the order of the merged chat's `chatIDs`. */
function sortMembers({ merge }: Chat, members: readonly Chat[]): readonly Chat[] {
	const ids = [merge?.defaultChatID, ...(merge?.chatIDs ?? [])];
	function getPosition({ id }: Chat): number {
		const place = ids.indexOf(id);
		return place < 0 ? ids.length : place;
	}
	return members.toSorted(
		(one, other) => getPosition(one) - getPosition(other) || (one.id < other.id ? -1 : 1)
	);
}

function findNewestPreview(members: readonly Chat[]): MessagePreview | undefined {
	return findNewest(members.filter(({ preview }) => preview))?.preview;
}

function findNewest(members: readonly Chat[]): Chat | undefined {
	const [first, ...others] = members;
	return others.reduce(
		(newest, member) =>
			(member.lastActivity ?? 0) > (newest?.lastActivity ?? 0) ? member : newest,
		first
	);
}

/** The known members of a merged chat; otherwise the chat itself. */
export function getMembers(chat: Chat): readonly Chat[] {
	return chat.members && chat.members.length > 0 ? chat.members : [chat];
}

/** The networks of a chat, each once; a merged chat has the networks of its members. */
export function getNetworks(chat: Chat, getNetwork: NetworkIndex): readonly Network[] {
	return chat.members ? unique(getMembers(chat).map(getNetwork)) : [getNetwork(chat)];
}

/** IDs of the accounts a chat belongs to, each once. */
export function getAccountIDs(chat: Chat): readonly Account['accountID'][] {
	if (!chat.members) return [chat.accountID];
	return unique(getMembers(chat).map(({ accountID }) => accountID));
}

function unique<Thing>(things: readonly Thing[]): readonly Thing[] {
	return [...new Set(things)];
}

/** Number of people in the chat; a merged chat counts as its largest member. */
export function countParticipants(chat: Chat): number {
	const { total } = chat.participants;
	if (total > 0 || !chat.members) return total;
	return Math.max(...getMembers(chat).map(({ participants }) => participants.total));
}

/**
 * The ID of the chat that holds the last message.
 *
 * @param known - looks up a chat by ID
 * @returns the chat's own ID; for a merged chat, which has no messages, the ID of its most recently
 *   active member
 */
export function getMessagesChatID(chat: Chat, known: (id: ChatID) => Chat | undefined): ChatID {
	if (!chat.merge || !isMerged(chat)) return chat.id;
	const { chatIDs, defaultChatID } = chat.merge;
	const members = chatIDs.map(known).filter((member) => member !== undefined);
	return findNewest(members)?.id ?? defaultChatID ?? chatIDs[0] ?? chat.id;
}
