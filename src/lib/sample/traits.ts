import type { Random } from '$lib/format/random';
import type { ChatRecord } from './make-thread';
import { DRAFT_LINES, FILES } from './texts';
import type { WireChat, WireDraft } from './api-types';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A property of some chats. */
interface Trait {
	/** The share of chats that get the trait; at least one does, if any chat fits. */
	share: number;
	/** True when a chat may get the trait; `rank` runs from 0, the newest chat, to 1. */
	fits: (chat: WireChat, rank: number) => boolean;
	give: (chat: WireChat, random: Random, now: number) => void;
}

function isInbox(chat: WireChat) {
	return chat.isArchived !== true && chat.isLowPriority !== true;
}

function hasTimer(chat: WireChat) {
	return (chat.capabilities?.state?.disappearingTimer?.level ?? 0) > 0;
}

function isBroadcast(chat: WireChat) {
	return chat.participants.total >= 1000 || /announcements|Alerts|Weather|News/.test(chat.title);
}

function isoAfter(now: number, milliseconds: number) {
	return new Date(now + milliseconds).toISOString();
}

function draftFile(random: Random): WireDraft {
	const [fileName, mimeType] = random.pick(FILES);
	const id = `draft-${random.token(8)}`;
	const type =
		mimeType === 'image/gif' ? 'gif' : mimeType === 'audio/ogg' ? 'recorded_audio' : 'file';
	const filePath = `/Users/robin/Library/Drafts/${fileName}`;
	const file = { id, type, fileName, filePath, mimeType, fileSize: random.int(900, 4e6) } as const;
	return { text: random.chance(0.5) ? '' : random.pick(DRAFT_LINES), attachments: { [id]: file } };
}

function expire(chat: WireChat, random: Random) {
	const timers = chat.capabilities?.disappearingTimer?.timers ?? [
		HOUR,
		8 * HOUR,
		7 * DAY,
		28 * DAY
	];
	const timer = timers[random.int(0, Math.min(6, timers.length - 1))] ?? DAY;
	chat.messageExpirySeconds = timer / 1000;
}

/** In the order of assignment: a later trait may depend on earlier ones. */
const TRAITS: readonly Trait[] = [
	{ share: 0.22, fits: (_, rank) => rank > 0.25, give: (chat) => void (chat.isArchived = true) },
	{ share: 0.02, fits: (_, rank) => rank < 0.25, give: (chat) => void (chat.isPinned = true) },
	{
		share: 0.1,
		fits: (chat) => chat.accountID !== 'imessage' && !chat.isArchived && !chat.isPinned,
		give: (chat) => void (chat.isLowPriority = true)
	},
	{ share: 0.12, fits: ({ type }) => type === 'group', give: (chat) => void (chat.isMuted = true) },
	{
		share: 0.05,
		fits: ({ type }) => type === 'single',
		give: (chat) => void (chat.isMuted = true)
	},
	{ share: 0.006, fits: isBroadcast, give: (chat) => void (chat.isReadOnly = true) },
	{ share: 0.02, fits: (_, rank) => rank > 0.6, give: (chat) => void (chat.isReadOnly = true) },
	{
		share: 0.17,
		fits: (chat, rank) => isInbox(chat) && chat.lastActivity !== undefined && rank < 0.6,
		give: (chat, random) =>
			void (chat.unreadCount = random.chance(0.1) ? random.int(40, 900) : random.int(1, 12))
	},
	{
		share: 0.05,
		fits: (chat) => chat.isLowPriority === true,
		give: (chat, random) => void (chat.unreadCount = random.int(1, 99))
	},
	{
		share: 0.025,
		fits: (chat) => chat.unreadCount > 0 && chat.type === 'group' && isInbox(chat),
		give: (chat, random) =>
			void (chat.unreadMentionsCount = random.int(1, Math.min(3, chat.unreadCount)))
	},
	{
		share: 0.015,
		fits: (chat) => chat.unreadCount === 0 && isInbox(chat),
		give: (chat) => void (chat.isMarkedUnread = true)
	},
	{
		share: 0.03,
		fits: (chat) => !chat.isReadOnly,
		give: (chat, random) => void (chat.draft = { text: random.pick(DRAFT_LINES) })
	},
	{
		share: 0.01,
		fits: (chat) => !chat.isReadOnly && !chat.draft,
		give: (chat, random) => void (chat.draft = draftFile(random))
	},
	{
		share: 0.02,
		fits: isInbox,
		give: (chat, random, now) =>
			void (chat.reminder = {
				// Some are overdue, most are due within days.
				remindAt: isoAfter(now, random.int(-40, 200) * HOUR),
				dismissOnIncomingMessage: random.chance(0.7)
			})
	},
	{
		share: 0.015,
		fits: (chat) => isInbox(chat) && !chat.isPinned,
		give: (chat, random, now) =>
			void (chat.snooze = {
				snoozeUntil: isoAfter(now, random.int(1, 96) * HOUR),
				userSnoozedAt: isoAfter(now, -random.int(1, 48) * HOUR)
			})
	},
	{ share: 0.05, fits: hasTimer, give: expire }
];

/** Assigns the traits. @param records - newest first */
export function assignTraits(records: readonly ChatRecord[], random: Random, now: number) {
	for (const { share, fits, give } of TRAITS) {
		const fitting = records.filter(({ chat }, index) => fits(chat, index / records.length));
		const count = Math.max(1, Math.round(records.length * share));
		for (const { chat } of random.shuffled(fitting).slice(0, count)) give(chat, random, now);
	}
}
