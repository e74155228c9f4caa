import type { Random } from '$lib/format/random';
import { FIRST_SORT_KEY, makeThread, type ChatRecord } from './make-thread';
import { LINES } from './texts';
import type { World } from './world';

/** Events from elsewhere, such as the user's phone; only `message` moves a chat to the top. */
export const CHANGES = ['message', 'read', 'mute', 'pin', 'archive', 'rename', 'delete'] as const;
export type Change = (typeof CHANGES)[number];

/** Applies one change to a chat. @param time - epoch milliseconds */
export function change(world: World, record: ChatRecord, kind: Change, time: number) {
	const { chat } = record;
	switch (kind) {
		case 'message':
			return receive(world, record, time);
		case 'read':
			chat.unreadCount = 0;
			chat.isMarkedUnread = false;
			return;
		case 'mute':
			chat.isMuted = !chat.isMuted;
			return;
		case 'pin':
			chat.isPinned = !chat.isPinned;
			return;
		case 'archive':
			chat.isArchived = !chat.isArchived;
			return;
		case 'rename':
			chat.title = `${chat.title.replace(/ \(\d+\)$/, '')} (${time % 1000})`;
			return;
		case 'delete':
			return world.remove(record);
	}
}

/**
 * Applies a random change to a random chat: messages most often, deletions rarely.
 *
 * @returns null in a world without chats
 */
export function churn(
	world: World,
	random: Random,
	time: number
): { record: ChatRecord; kind: Change } | null {
	const record = world.chats[random.int(0, world.chats.length - 1)];
	if (!record) return null;
	const picked = random.chance(0.6) ? 'message' : random.pick(CHANGES);
	const kind = picked === 'delete' && random.chance(0.9) ? 'mute' : picked;
	change(world, record, kind, time);
	return { record, kind };
}

function receive(world: World, record: ChatRecord, time: number) {
	// A merged chat has no messages of its own.
	const [member] = record.members ?? [];
	if (member) return receive(world, member, time);
	const { chat } = record;
	const thread = makeThread(record);
	const sortKey = String(Number(thread[0]?.sortKey ?? FIRST_SORT_KEY) + 1);
	const [self, other = self] = chat.participants.items;
	thread.unshift({
		id: sortKey,
		accountID: chat.accountID,
		chatID: chat.id,
		senderID: other?.id ?? '',
		senderName: other?.fullName ?? '',
		sortKey,
		timestamp: new Date(time).toISOString(),
		isSender: false,
		isUnread: true,
		type: 'TEXT',
		text: LINES[Number(sortKey) % LINES.length] ?? LINES[0]
	});
	chat.unreadCount += 1;
	world.touch(record, time);
}
