import * as v from 'valibot';
import type { ChatID } from '$lib/domain/chat/chat';
import type { Message } from '$lib/domain/chat/message';
import type { MessagePage, MessageSource } from '$lib/domain/connection/source';
import { cleanName } from '$lib/domain/chat/name';
import { parse } from './errors';
import { amount, flag, identifier, instant, record, text } from './schemas/primitives';
import type { Client } from './client';
import { readPage, readRows } from './pagination/rows';
import { segment } from './path';
import { read, type Reading } from './parse';
import { toPlainText } from '$lib/html/to-text';

const attachment = record({
	type: v.optional(text, 'unknown'),
	fileName: v.exactOptional(text),
	fileSize: v.exactOptional(amount),
	mimeType: v.exactOptional(text),
	isVoiceNote: v.exactOptional(flag),
	isGif: v.exactOptional(flag),
	isSticker: v.exactOptional(flag)
});

const reaction = v.pipe(
	record({
		reactionKey: identifier,
		participantID: v.optional(text, ''),
		emoji: v.optional(flag, false),
		imgURL: v.exactOptional(text)
	}),
	v.transform(({ reactionKey: key, emoji: isEmoji, ...rest }) => ({ key, isEmoji, ...rest }))
);

/** A number on older servers. */
const sortKey = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const message = v.pipe(
	record({
		id: identifier,
		chatID: v.optional(text, ''),
		sortKey: v.optional(sortKey, ''),
		senderID: v.optional(text, ''),
		senderName: v.exactOptional(text),
		timestamp: v.exactOptional(instant),
		type: v.exactOptional(text),
		text: v.exactOptional(text),
		isSender: v.optional(flag, false),
		isDeleted: v.optional(flag, false),
		isHidden: v.optional(flag, false),
		editedTimestamp: v.exactOptional(instant),
		linkedMessageID: v.exactOptional(text),
		attachments: v.optional(v.array(attachment), () => []),
		reactions: v.optional(v.array(reaction), () => []),
		sendStatus: v.exactOptional(
			v.pipe(
				record({ status: identifier }),
				v.transform(({ status }) => status)
			)
		)
	}),
	v.transform((read): Message => {
		if (read.text === undefined) return read;
		const sender = read.isSender ? 'You' : cleanName(read.senderName) || 'Someone';
		return { ...read, text: toPlainText(read.text).replaceAll('{{sender}}', () => sender) };
	})
);

export function readMessage(raw: unknown): Reading<Message> {
	return read(message, raw);
}

export function createMessageSource(client: Client): MessageSource {
	return {
		async messages(chatID: ChatID, cursor, signal): Promise<MessagePage> {
			const query = cursor === undefined ? undefined : { cursor, direction: 'before' };
			const path = `/v1/chats/${segment(chatID)}/messages`;
			const { text } = await client.get(path, signal, query);
			const { rows, next } = readPage(parse(text));
			const page = readRows(rows, readMessage, ({ id }) => id);
			// A server may promise more for ever: the place it comes back to is the end.
			return next === undefined || next === cursor ? page : { ...page, older: next };
		}
	};
}
