import * as v from 'valibot';
import type { Message } from '$lib/domain/chat/message';
import { toPlainText, toPreview } from '$lib/html/to-text';
import { cleanName } from '$lib/domain/chat/name';
import { address, amount, flag, identifier, instant, list, name, record, text } from './primitives';
import { parseTolerant, type ParseResult } from '../parse';

const attachmentName = v.pipe(
	record({ type: v.optional(name, 'unknown'), fileName: v.optional(name, '') }),
	v.transform(({ type, fileName }) => fileName || type)
);

const mentions = v.exactOptional(v.nullable(list(name)));

/** The last message of a chat. */
export const preview = v.pipe(
	record({
		id: identifier,
		type: v.exactOptional(name),
		text: v.exactOptional(text),
		senderID: v.exactOptional(name),
		senderName: v.exactOptional(name),
		timestamp: v.exactOptional(instant),
		isSender: v.exactOptional(flag),
		isDeleted: v.exactOptional(flag),
		isHidden: v.exactOptional(flag),
		mentions,
		attachments: v.optional(list(attachmentName), () => [])
	}),
	v.transform((message) => {
		if (message.text === undefined) return message;
		const sender = message.isSender ? 'You' : cleanName(message.senderName) || 'Someone';
		return { ...message, text: toPreview(message.text, sender) };
	})
);

const attachment = record({
	type: v.optional(name, 'unknown'),
	fileName: v.exactOptional(name),
	fileSize: v.exactOptional(amount),
	mimeType: v.exactOptional(name),
	isVoiceNote: v.exactOptional(flag),
	isGif: v.exactOptional(flag),
	isSticker: v.exactOptional(flag),
	srcURL: v.exactOptional(address),
	posterImg: v.exactOptional(address),
	size: v.exactOptional(record({ width: v.exactOptional(amount), height: v.exactOptional(amount) }))
});

const reaction = v.pipe(
	record({
		reactionKey: identifier,
		participantID: v.optional(name, ''),
		emoji: v.optional(flag, false),
		imgURL: v.exactOptional(address)
	}),
	v.transform(({ reactionKey: key, emoji: isEmoji, ...rest }) => ({ key, isEmoji, ...rest }))
);

/** A number on older servers. */
const sortKey = v.pipe(v.union([name, v.number()]), v.transform(String));

const fields = {
	id: identifier,
	chatID: v.optional(name, ''),
	sortKey: v.optional(sortKey, ''),
	senderID: v.optional(name, ''),
	senderName: v.exactOptional(name),
	timestamp: v.exactOptional(instant),
	type: v.exactOptional(name),
	text: v.exactOptional(text),
	isSender: v.optional(flag, false),
	isDeleted: v.optional(flag, false),
	isHidden: v.optional(flag, false),
	mentions,
	isUnread: v.exactOptional(flag),
	editedTimestamp: v.exactOptional(instant),
	linkedMessageID: v.exactOptional(name),
	attachments: v.optional(list(attachment), () => []),
	reactions: v.optional(list(reaction), () => []),
	sendStatus: v.exactOptional(
		v.pipe(
			record({ status: identifier }),
			v.transform(({ status }) => status)
		)
	)
};

function formatText(message: Message): Message {
	if (message.text === undefined) return message;
	const sender = message.isSender ? 'You' : cleanName(message.senderName) || 'Someone';
	const text = toPlainText(message.text).replaceAll('{{sender}}', () => sender);
	return { ...message, text };
}

const message = v.pipe(
	record(fields),
	v.transform((read) => formatText(read))
);

/** A message of any chat, which can be opened only with the ID of its chat. */
const foundMessage = v.pipe(
	record({ ...fields, chatID: identifier }),
	v.transform((read) => formatText(read))
);

export function readMessage(raw: unknown): ParseResult<Message> {
	return parseTolerant(message, raw);
}

export function readFoundMessage(raw: unknown): ParseResult<Message> {
	return parseTolerant(foundMessage, raw);
}
