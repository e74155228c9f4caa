import * as v from 'valibot';
import type { ChatLookup } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { distinctByID } from '$lib/format/list';
import type { Client } from './client';
import { parseJSON } from './errors';
import { readRows } from './pagination/read-page';
import { parseTolerant } from './parse';
import type { ChatReader } from './schemas/chat';
import { record } from './schemas/primitives';

const rows = v.optional(v.array(v.unknown()), []);
const found = record({ results: record({ chats: rows, in_groups: rows }) });

/** Chats of one response that are read, at most. */
const MOST = 50;

export function createChatLookup(client: Client, readChat: ChatReader): ChatLookup {
	return {
		async searchChats(query, signal) {
			const { text } = await client.get('/v1/search', signal, { query });
			const { value } = parseTolerant(found, parseJSON(text));
			if (!value) throw new SourceError('malformed');
			const { chats, in_groups: groups } = value.results;
			const page = readRows([...chats, ...groups], readChat, ({ id }) => id, MOST);
			return { ...page, items: distinctByID(page.items) };
		}
	};
}
