import type { ChatRecord } from './make-thread';
import type { WireChat } from './api-types';
import type { World } from './world';

/**
 * One merged person for every 25 chats; with two or three chats each, about a tenth of the chats
 * are members.
 */
const CHATS_PER_PERSON = 25;

/** Gives some people of a world chats on two or three networks, merged into one chat. */
export function mergePeople(world: World) {
	const direct = world.chats.filter(
		({ chat, history }) =>
			chat.type === 'single' && chat.accountID !== 'matrix' && chat.title !== '' && history > 0
	);
	const people = Math.max(2, Math.floor(world.chats.length / CHATS_PER_PERSON));
	for (let person = 0; person < people; person++) {
		const members = takeOneOfEach(direct, person % 3 === 2 ? 3 : 2);
		if (members.length > 1) merge(world, members, person);
	}
}

/** Removes the newest chats of different networks from the list and returns them. */
function takeOneOfEach(records: ChatRecord[], count: number): ChatRecord[] {
	const taken: ChatRecord[] = [];
	for (const record of records) {
		if (taken.length === count) break;
		if (taken.every(({ chat }) => chat.network !== record.chat.network)) taken.push(record);
	}
	for (const record of taken) records.splice(records.indexOf(record), 1);
	return taken;
}

function merge(world: World, members: readonly ChatRecord[], person: number) {
	const [newest] = members;
	if (!newest) return;
	const { title, lastActivity, isArchived, isMuted, isPinned } = newest.chat;
	const chat: WireChat = {
		id: `!union${person}:beeper.com`,
		localChatID: null,
		accountID: 'matrix',
		network: 'Beeper (Matrix)',
		title,
		type: 'single',
		participants: { items: [], hasMore: false, total: 0 },
		unreadCount: 0,
		isArchived: isArchived ?? false,
		isMuted: isMuted ?? false,
		isPinned: isPinned ?? false,
		isLowPriority: newest.chat.isLowPriority ?? false,
		merge: { chatIDs: members.map((member) => member.chat.id), defaultChatID: newest.chat.id },
		...(lastActivity !== undefined && { lastActivity })
	};
	const { activity, born, seed } = newest;
	const record: ChatRecord = { chat, activity, born, seed, history: 0, members };
	for (const member of members) {
		member.chat.title = title;
		member.chat.mergedIntoChatID = chat.id;
		member.mergedInto = record;
	}
	world.insert(record);
}
