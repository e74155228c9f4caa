import type { ChatID } from '$lib/domain/chat/chat';
import type { MessageLookup, MessagePage, MessageSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { readFoundMessage, readMessage } from './schemas/message';
import { parseJSON } from './errors';
import type { Client } from './client';
import { readPage, readRows } from './pagination/read-page';
import { encodePathSegment } from './requests';

/** Messages per page of a search. */
const HITS = 20;

export function createMessageSource(client: Client): MessageSource & MessageLookup {
	return {
		async messages(chatID: ChatID, cursor, signal): Promise<MessagePage> {
			const query = cursor === undefined ? undefined : { cursor, direction: 'before' };
			const path = `/v1/chats/${encodePathSegment(chatID)}/messages`;
			const { text } = await client.get(path, signal, query);
			return readMessagePage(text, cursor, readMessage);
		},
		async searchMessages(query, cursor, signal) {
			const { text } = await client.get('/v1/messages/search', signal, {
				...{ query, limit: String(HITS), excludeLowPriority: 'false', direction: 'before' },
				...(cursor !== undefined && { cursor })
			});
			return readMessagePage(text, cursor, readFoundMessage);
		},
		async message(chatID, messageID, signal) {
			const path = `/v1/chats/${encodePathSegment(chatID)}/messages/${encodePathSegment(messageID)}`;
			const { text } = await client.get(path, signal);
			const { value } = readMessage(parseJSON(text));
			if (!value) throw new SourceError('malformed');
			return value;
		}
	};
}

function readMessagePage(
	text: string,
	cursor: string | undefined,
	read: typeof readMessage
): MessagePage {
	const { rows, next } = readPage(parseJSON(text), cursor);
	const page = readRows(rows, read, ({ id }) => id);
	return next === undefined ? page : { ...page, older: next };
}
