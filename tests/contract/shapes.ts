import type * as Chats from '@beeper/desktop-api/resources/chats/chats';
import type * as Shared from '@beeper/desktop-api/resources/shared';
import * as v from 'valibot';
import { capabilitiesSchema } from '$lib/sample/capabilities-schema';
import { exactly } from './exactly';

const text = v.string();
const number = v.number();
const flag = v.boolean();
const time = v.pipe(v.string(), v.isoTimestamp());
const { exactOptional: may, nullable, strictObject } = v;

export const user = exactly<Shared.User>()(
	strictObject({
		id: v.pipe(text, v.minLength(1)),
		cannotMessage: may(flag),
		email: may(text),
		fullName: may(text),
		imgURL: may(text),
		isSelf: may(flag),
		phoneNumber: may(v.pipe(text, v.regex(/^\+[1-9]\d{6,14}$/))),
		username: may(text)
	})
);

const participant = exactly<Chats.Chat.Participants.Item>()(
	strictObject({
		...user.entries,
		isAdmin: may(flag),
		isNetworkBot: may(flag),
		isPending: may(flag)
	})
);

const size = strictObject({ height: may(number), width: may(number) });

const draft = exactly<Chats.Chat.Draft>()(
	strictObject({
		text,
		attachments: may(
			v.record(
				text,
				exactly<Chats.Chat.Draft.Attachments>()(
					strictObject({
						id: text,
						type: v.picklist(['file', 'gif', 'recorded_audio']),
						audioDurationSeconds: may(number),
						fileName: may(text),
						filePath: may(text),
						fileSize: may(number),
						mimeType: may(text),
						size: may(size),
						stickerID: may(text)
					})
				)
			)
		)
	})
);

export const chat = exactly<Chats.Chat>()(
	strictObject({
		id: v.pipe(text, v.minLength(1)),
		accountID: text,
		network: text,
		participants: strictObject({ hasMore: flag, items: v.array(participant), total: number }),
		title: text,
		type: v.picklist(['single', 'group']),
		unreadCount: v.pipe(number, v.integer(), v.minValue(0)),
		capabilities: may(exactly<Chats.Chat.Capabilities>()(capabilitiesSchema)),
		description: may(nullable(text)),
		draft: may(nullable(draft)),
		imgURL: may(nullable(text)),
		isArchived: may(flag),
		isLowPriority: may(flag),
		isMarkedUnread: may(flag),
		isMuted: may(flag),
		isPinned: may(flag),
		isReadOnly: may(flag),
		lastActivity: may(time),
		lastReadMessageSortKey: may(text),
		localChatID: may(nullable(text)),
		messageExpirySeconds: may(nullable(number)),
		reminder: may(
			nullable(strictObject({ dismissOnIncomingMessage: may(flag), remindAt: may(time) }))
		),
		snooze: may(nullable(strictObject({ snoozeUntil: may(time), userSnoozedAt: may(time) }))),
		unreadMentionsCount: may(number)
	})
);

export const startedChat = exactly<Chats.ChatStartResponse>()(
	strictObject({
		...chat.entries,
		chatID: text,
		status: may(v.picklist(['existing', 'created']))
	})
);

const attachment = exactly<Shared.Attachment>()(
	strictObject({
		type: v.picklist(['unknown', 'img', 'video', 'audio']),
		id: may(text),
		duration: may(number),
		fileName: may(text),
		fileSize: may(number),
		isGif: may(flag),
		isSticker: may(flag),
		isVoiceNote: may(flag),
		mimeType: may(text),
		posterImg: may(text),
		size: may(size),
		srcURL: may(text),
		transcription: may(strictObject({ engine: text, transcription: text, language: may(text) }))
	})
);

const reaction = exactly<Shared.Reaction>()(
	strictObject({
		id: text,
		participantID: text,
		reactionKey: text,
		emoji: may(flag),
		imgURL: may(text)
	})
);

const link = exactly<Shared.Message.Link>()(
	strictObject({
		title: text,
		url: text,
		favicon: may(text),
		img: may(text),
		imgSize: may(size),
		originalURL: may(text),
		summary: may(text)
	})
);

const sendStatus = exactly<Shared.Message.SendStatus>()(
	strictObject({
		status: v.picklist(['SUCCESS', 'PENDING', 'FAIL_RETRIABLE', 'FAIL_PERMANENT']),
		timestamp: time,
		deliveredToUsers: may(v.array(text)),
		internalError: may(text),
		message: may(text),
		reason: may(text)
	})
);

export const message = exactly<Shared.Message>()(
	strictObject({
		id: text,
		accountID: text,
		chatID: text,
		senderID: text,
		sortKey: text,
		timestamp: time,
		attachments: may(v.array(attachment)),
		editedTimestamp: may(time),
		isDeleted: may(flag),
		isHidden: may(flag),
		isSender: may(flag),
		isUnread: may(flag),
		linkedMessageID: may(text),
		links: may(v.array(link)),
		mentions: may(nullable(v.array(text))),
		reactions: may(v.array(reaction)),
		seen: may(v.union([flag, text, v.record(text, v.union([flag, text]))])),
		senderName: may(text),
		sendStatus: may(sendStatus),
		text: may(text),
		type: may(
			v.picklist([
				'TEXT',
				'NOTICE',
				'IMAGE',
				'VIDEO',
				'VOICE',
				'AUDIO',
				'FILE',
				'STICKER',
				'LOCATION',
				'REACTION'
			])
		)
	})
);
