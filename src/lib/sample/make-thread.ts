import { Random, combineSeeds } from '$lib/format/random';
import { getPictureSize } from './paint-picture';
import { EMOJI_REACTIONS, FILES, LINES, NOTICES } from './texts';
import type { WireAttachment, WireChat, WireMessage, WireParticipant } from './api-types';

/** A chat of the sample world, with the server's own data about it. */
export interface ChatRecord {
	/** Holds every participant; responses include only some of them. */
	chat: WireChat;
	/** Epoch milliseconds of the last activity, the sort key of lists. */
	activity: number;
	seed: number;
	/**
	 * Epoch milliseconds of the last activity when the world was made; invented messages count back
	 * from it.
	 */
	born: number;
	/** Number of invented messages. */
	history: number;
	/** Newest first. Created on first access, since most chats are never opened. */
	thread?: WireMessage[];
	/** The members of a merged chat. The merged chat itself has no messages. */
	members?: readonly ChatRecord[];
	/** The merged chat of a member. */
	mergedInto?: ChatRecord;
}

export const FIRST_SORT_KEY = 100_000;
const MINUTE = 60_000;

const MESSAGE_TYPE = { img: 'IMAGE', video: 'VIDEO', audio: 'VOICE', unknown: 'FILE' } as const;

function attach(random: Random): WireAttachment {
	const [fileName, mimeType, type] = random.pick(FILES);
	const id = `mxc://beeper.local/file-${random.token(16)}`;
	const attachment: WireAttachment = {
		id,
		type,
		fileName,
		mimeType,
		srcURL: `${id.replace('mxc:', 'localmxc:')}/${encodeURIComponent(fileName)}`,
		fileSize: random.int(4_000, 9_000_000)
	};
	if (type === 'img') attachment.size = getPictureSize(attachment.srcURL ?? '');
	if (type === 'video') {
		attachment.posterImg = `${id.replace('mxc:', 'localmxc:')}/poster.png`;
		attachment.size = getPictureSize(attachment.posterImg);
	}
	if (type === 'img') attachment.isGif = mimeType === 'image/gif';
	if (type === 'audio') attachment.isVoiceNote = true;
	if (type === 'audio' || type === 'video') attachment.duration = random.int(2, 180);
	return attachment;
}

/**
 * Adds the content of a message: mostly text, sometimes a file, a notice, a reaction or a deleted
 * message.
 */
function fill(message: WireMessage, random: Random, isLast: boolean) {
	const kind = random.next();
	if (kind < 0.8) {
		message.type = 'TEXT';
		message.text = random.pick(LINES);
	} else if (kind < 0.9) {
		const attachment = attach(random);
		message.type = MESSAGE_TYPE[attachment.type];
		message.attachments = [attachment];
		if (random.chance(0.3)) message.text = random.pick(LINES);
	} else if (kind < 0.93) {
		message.type = 'NOTICE';
		message.text = random.pick(NOTICES);
	} else if (kind < 0.95) {
		message.isDeleted = true;
		message.type = 'TEXT';
	} else if (isLast && kind < 0.98) {
		message.type = 'REACTION';
		message.text = `{{sender}} reacted ${random.pick(EMOJI_REACTIONS)} to &quot;${random.pick(LINES)}&quot;`;
	} else {
		message.type = 'TEXT';
		message.text = random.pick(LINES);
		if (isLast) message.isHidden = true;
		else message.editedTimestamp = new Date(Date.parse(message.timestamp) + MINUTE).toISOString();
	}
}

function react(people: readonly WireParticipant[], random: Random) {
	return people.slice(1, 1 + random.int(1, 4)).map(({ id }) => ({
		id,
		participantID: id,
		reactionKey: random.pick(EMOJI_REACTIONS),
		emoji: true
	}));
}

/**
 * The message `steps` places before the last one, which is 0. Always the same for the same chat, so
 * that a preview needs no thread.
 */
function inventMessage(record: ChatRecord, steps: number): WireMessage {
	const { chat, seed, born, history } = record;
	const random = new Random(combineSeeds(seed, steps));
	const step = MINUTE * new Random(seed).int(3, 600);
	const age = steps === 0 ? 0 : (steps - random.next() * 0.8) * step;
	const people = chat.participants.items.slice(0, 13);
	const [self, ...others] = people;
	const isUnread = steps < chat.unreadCount;
	const isSender = !isUnread && !chat.isReadOnly && random.chance(others.length > 1 ? 0.2 : 0.45);
	const sender = isSender ? self : (others[random.int(0, others.length - 1)] ?? self);
	const message: WireMessage = {
		id: String(FIRST_SORT_KEY + history - steps),
		accountID: chat.accountID,
		chatID: chat.id,
		senderID: sender?.id ?? '@unknown:beeper.local',
		senderName: sender?.fullName ?? sender?.phoneNumber ?? 'Unknown',
		sortKey: String(FIRST_SORT_KEY + history - steps),
		timestamp: new Date(born - age).toISOString(),
		isSender,
		isUnread
	};
	fill(message, random, steps === 0);
	if (steps < (chat.unreadMentionsCount ?? 0) && self) message.mentions = [self.id];
	if (message.type !== 'NOTICE' && random.chance(0.12)) message.reactions = react(people, random);
	if (steps + 3 < history && random.chance(0.06))
		message.linkedMessageID = String(FIRST_SORT_KEY + history - steps - 2);
	if (isSender) {
		message.seen = random.chance(0.7);
		message.sendStatus = { status: 'SUCCESS', timestamp: message.timestamp };
	}
	return message;
}

/** The messages of a chat, newest first; callers may change them. */
export function makeThread(record: ChatRecord): WireMessage[] {
	record.thread ??= Array.from({ length: record.history }, (_, steps) =>
		inventMessage(record, steps)
	);
	return record.thread;
}

/**
 * The last message, possibly a reaction or hidden; absent in a chat without messages. A merged chat
 * has that of its newest member.
 */
export function getLastMessage(record: ChatRecord): WireMessage | undefined {
	const [newest] = record.members?.toSorted((a, b) => b.activity - a.activity) ?? [];
	if (newest) return getLastMessage(newest);
	if (record.thread) return record.thread[0];
	return record.history > 0 ? inventMessage(record, 0) : undefined;
}
