import * as v from 'valibot';
import type { ContactSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { User } from '$lib/domain/chat/participant';
import { parseJSON } from './errors';
import { record } from './schemas/primitives';
import type { Client } from './client';
import { readPage, readRows } from './pagination/read-page';
import { encodePathSegment } from './requests';
import { parseTolerant, type ParseResult } from './parse';
import { user } from './schemas/contact';

const found = record({ items: v.array(v.unknown()) });

function readUser(raw: unknown): ParseResult<User> {
	return parseTolerant(user, raw);
}

export function createContactSource(client: Client): ContactSource {
	function path(accountID: string): string {
		return `/v1/accounts/${encodePathSegment(accountID)}/contacts`;
	}

	return {
		async contacts(accountID, query, cursor, signal) {
			const { text } = await client.get(`${path(accountID)}/list`, signal, {
				...(query && { query }),
				...(cursor !== undefined && { cursor, direction: 'before' })
			});
			const { rows, next } = readPage(parseJSON(text), cursor);
			const page = readRows(rows, readUser, ({ id }) => id);
			return next === undefined ? page : { ...page, next };
		},
		async findContacts(accountID, query, signal) {
			const { text } = await client.get(path(accountID), signal, { query });
			const { value } = parseTolerant(found, parseJSON(text));
			if (!value) throw new SourceError('malformed');
			return readRows(value.items, readUser, ({ id }) => id);
		}
	};
}
