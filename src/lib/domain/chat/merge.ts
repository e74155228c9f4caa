import type { Account } from './account';
import type { Chat, ChatID, MessagePreview } from './chat';
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
	const findConcerned = keepConcerned();

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

		function inPlaceOf(ids: Iterable<ChatID>, chatFor: (id: ChatID) => Chat | undefined) {
			return new Map([...ids].map((id) => [places.get(id) ?? -1, chatFor(id)]));
		}
		const hidden = inPlaceOf([...mergedIDs.keys(), ...waitingIDs], () => undefined);
		const shown = inPlaceOf(merged.keys(), (id) => filled.get(id)?.filled);
		return {
			listed: replaced(chats, new Map([...hidden, ...shown])),
			unmerged: replaced(
				chats,
				inPlaceOf(merged.keys(), () => undefined)
			),
			mergedChatOf: (id) => filled.get(mergedIDs.get(id) ?? '')?.filled,
			filledChat: (id) => filled.get(id)?.filled,
			memberIDs
		};
	};
}

/**
 * The chats that say something of merging, by their place, of one list after another. There may be
 * tens of thousands, and each is looked at once: a chat that stands where it stood is not.
 */
function keepConcerned(): (chats: readonly Chat[]) => ReadonlyMap<number, Chat> {
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

/** The places of all chats concerned, and of members that know nothing of it themselves, by ID. */
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

/** With other chats in some places, or none; the very same list where there is nothing to replace. */
function replaced(
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
export function getMembers(chat: Chat): readonly Chat[] {
	return chat.members && chat.members.length > 0 ? chat.members : [chat];
}

/** The networks a chat is on, each once; a merged chat is on those of its members. */
export function getNetworks(chat: Chat, getNetwork: NetworkIndex): readonly Network[] {
	return chat.members ? unique(getMembers(chat).map(getNetwork)) : [getNetwork(chat)];
}

/** The accounts a chat belongs to, by ID, each once. */
export function getAccountIDs(chat: Chat): readonly Account['accountID'][] {
	if (!chat.members) return [chat.accountID];
	return unique(getMembers(chat).map(({ accountID }) => accountID));
}

function unique<Thing>(things: readonly Thing[]): readonly Thing[] {
	return [...new Set(things)];
}

/** Everybody in the chat; a merged chat has as many people as the largest of its members. */
export function countParticipants(chat: Chat): number {
	const { total } = chat.participants;
	if (total > 0 || !chat.members) return total;
	return Math.max(...getMembers(chat).map(({ participants }) => participants.total));
}

/**
 * Where the last message of a chat is read.
 *
 * @param known - a chat by its ID
 * @returns the chat's own ID; of a merged chat, which has no messages, that of its newest member
 */
export function getMessagesChatID(chat: Chat, known: (id: ChatID) => Chat | undefined): ChatID {
	if (!chat.merge || !isMerged(chat)) return chat.id;
	const { chatIDs, defaultChatID } = chat.merge;
	const members = chatIDs.map(known).filter((member) => member !== undefined);
	return newestOf(members)?.id ?? defaultChatID ?? chatIDs[0] ?? chat.id;
}
