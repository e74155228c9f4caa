import type { Hono } from 'hono';
import * as v from 'valibot';
import type { ChatRecord } from '../make-thread';
import type { WireChat } from '../api-types';
import { findInsertionIndex } from '../binary-search';
import { pickActivity, findTie } from '../world';
import { cutPage, pageQuery } from './paging';
import { refuseField } from './failure';
import { findChat, isoTime, queryFlag, queryInteger, readQuery, validate } from './validate';
import {
	toChatRow,
	isServed,
	toListedChatRow,
	LISTED_PARTICIPANTS,
	SHOWN_PARTICIPANTS
} from './rows';
import { isSince, type SampleContext } from './sample-context';
import { getListedChats } from './starting';
import { containsWords, splitWords } from './word-search';

const accountIDs = v.optional(v.array(v.string()));
const listQuery = v.object({ ...pageQuery, accountIDs, limit: v.optional(v.string()) });
const limitQuery = v.object({ limit: v.optional(queryInteger(1, 200)) });
const chatQuery = v.object({
	maxParticipantCount: v.optional(queryInteger(-1, 500), String(SHOWN_PARTICIPANTS))
});
const searchQuery = v.object({
	...pageQuery,
	accountIDs,
	query: v.optional(v.string(), ''),
	scope: v.optional(v.picklist(['titles', 'participants'])),
	inbox: v.optional(v.picklist(['primary', 'low-priority', 'archive'])),
	type: v.optional(v.picklist(['single', 'group', 'any']), 'any'),
	unreadOnly: v.optional(queryFlag, 'false'),
	includeMuted: v.optional(queryFlag, 'true'),
	lastActivityBefore: v.optional(isoTime),
	lastActivityAfter: v.optional(isoTime),
	limit: v.optional(queryInteger(1, 200), '50')
});
type Search = v.InferOutput<typeof searchQuery>;

const CHATS = { name: 'chats', getKey: pickActivity, findTie };
const FOUND_CHATS = { name: 'found-chats', getKey: pickActivity, findTie };

export function matchesTitles({ title, network }: WireChat, words: readonly string[]): boolean {
	return containsWords([title, network], words);
}

export function matchesParticipants({ participants }: WireChat, words: readonly string[]): boolean {
	const names = participants.items.flatMap(({ fullName, username }) => [fullName, username]);
	return containsWords(
		names.filter((name) => name !== undefined),
		words
	);
}

function isIn(inbox: Search['inbox'], { isArchived = false, isLowPriority = false }: WireChat) {
	if (inbox === 'archive') return isArchived;
	if (inbox === 'low-priority') return isLowPriority && !isArchived;
	return inbox === undefined || (!isArchived && !isLowPriority);
}

function isWanted({ chat }: ChatRecord, search: Search, words: readonly string[]) {
	return (
		(search.accountIDs?.includes(chat.accountID) ?? true) &&
		(search.type === 'any' || search.type === chat.type) &&
		(search.includeMuted || !chat.isMuted) &&
		(!search.unreadOnly || chat.unreadCount > 0 || chat.isMarkedUnread === true) &&
		isIn(search.inbox, chat) &&
		((search.scope !== 'participants' && matchesTitles(chat, words)) ||
			(search.scope !== 'titles' && matchesParticipants(chat, words)))
	);
}

/** The chats active between two times, both exclusive. @param chats - newest activity first */
function between(
	chats: readonly ChatRecord[],
	{ lastActivityBefore = Infinity, lastActivityAfter = -Infinity }: Search
): readonly ChatRecord[] {
	return chats.slice(
		findInsertionIndex(chats, pickActivity, lastActivityBefore),
		findInsertionIndex(chats, pickActivity, lastActivityAfter + 1)
	);
}

/** Rows per page of the list. @throws a 422 for a limit that this server rejects */
function readListLimit(sample: SampleContext, limit: string | undefined): number {
	const { listLimit } = sample.behaviour;
	const isIgnored = listLimit === 'version' ? !isSince(sample, '4.3.73') : listLimit === 'ignored';
	if (limit === undefined || isIgnored) return sample.pageSize;
	if (listLimit === 'refused') refuseField('limit', 'Unknown parameter');
	return validate(limitQuery, { limit }).limit ?? sample.pageSize;
}

/** Adds the routes that read chats: the list, search, and single chats. */
export function addChatRoutes(app: Hono, sample: SampleContext) {
	const { cursors } = sample.behaviour;

	app.get('/v1/chats', (context) => {
		const { accountIDs: wanted, limit, ...request } = readQuery(context, listQuery);
		const { items, ...page } = cutPage(
			getListedChats(sample),
			{ ...CHATS, cursors },
			{ ...request, size: readListLimit(sample, limit) },
			(record) =>
				isServed(sample, record, 'list') && (wanted?.includes(record.chat.accountID) ?? true)
		);
		return context.json({ items: items.map((record) => toListedChatRow(sample, record)), ...page });
	});

	app.get('/v1/chats/search', (context) => {
		const search = readQuery(context, searchQuery);
		const words = splitWords(search.query);
		const { items, ...page } = cutPage(
			between(getListedChats(sample), search),
			{ ...FOUND_CHATS, cursors },
			{ cursor: search.cursor, direction: search.direction, size: search.limit },
			(record) => isServed(sample, record) && isWanted(record, search, words)
		);
		const rows = items.map((record) => toChatRow(sample, record, LISTED_PARTICIPANTS));
		return context.json({ items: rows, ...page });
	});

	app.get('/v1/chats/:chatID', (context) => {
		const { maxParticipantCount } = readQuery(context, chatQuery);
		const record = findChat(sample, context.req.param('chatID'));
		return context.json(toChatRow(sample, record, maxParticipantCount));
	});
}
