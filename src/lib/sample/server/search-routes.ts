import type { Hono } from 'hono';
import * as v from 'valibot';
import { makeThread, type ChatRecord } from '../make-thread';
import type { WireMessage } from '../api-types';
import { pickActivity } from '../world';
import { matchesParticipants, matchesTitles } from './chat-routes';
import { cutPage, pageQuery } from './paging';
import { isoTime, queryFlag, queryInteger, readQuery } from './validate';
import { toChatRow, isServed, LISTED_PARTICIPANTS } from './rows';
import type { SampleContext } from './sample-context';
import { containsWords, splitWords } from './word-search';

const everywhereQuery = v.object({ query: v.pipe(v.string(), v.minLength(1)) });
const messagesQuery = v.object({
	...pageQuery,
	accountIDs: v.optional(v.array(v.string())),
	chatIDs: v.optional(v.array(v.string())),
	chatType: v.optional(v.picklist(['group', 'single'])),
	dateAfter: v.optional(isoTime),
	dateBefore: v.optional(isoTime),
	excludeLowPriority: v.optional(queryFlag, 'true'),
	includeMuted: v.optional(queryFlag, 'true'),
	mediaTypes: v.optional(v.array(v.picklist(['any', 'video', 'image', 'link', 'file']))),
	query: v.optional(v.string(), ''),
	sender: v.optional(v.string()),
	limit: v.optional(queryInteger(1, 200), '20')
});
type Search = v.InferOutput<typeof messagesQuery>;

const TOP_CHATS = 10;
/**
 * The number of newest chats that are searched: their threads are invented on demand, which would
 * take too long for all.
 */
const SEARCHED_CHATS = 2000;
/** The same for the search of everything, which is asked after every pause in typing. */
const FIRST_SEARCHED_CHATS = 25;
const FOUND_MESSAGES = { name: 'found-messages', getKey: pickActivity };
const MEDIA = { video: 'VIDEO', image: 'IMAGE', file: 'FILE' } as const;

function hasMedia(message: WireMessage, kind: 'any' | 'link' | keyof typeof MEDIA): boolean {
	if (kind === 'any') return message.attachments !== undefined;
	return kind === 'link' ? /<a /.test(message.text ?? '') : message.type === MEDIA[kind];
}

function isFrom(message: WireMessage, sender: string): boolean {
	if (sender === 'me' || sender === 'others') return message.isSender === (sender === 'me');
	return message.senderID === sender;
}

function isWantedMessage(message: WireMessage, search: Search, words: readonly string[]): boolean {
	const time = Date.parse(message.timestamp);
	return (
		!message.isHidden &&
		!message.isDeleted &&
		time > (search.dateAfter ?? -Infinity) &&
		time < (search.dateBefore ?? Infinity) &&
		(search.sender === undefined || isFrom(message, search.sender)) &&
		(search.mediaTypes?.some((kind) => hasMedia(message, kind)) ?? true) &&
		containsWords([message.text ?? ''], words)
	);
}

function isWantedChat({ chat }: ChatRecord, search: Search): boolean {
	return (
		(search.accountIDs?.includes(chat.accountID) ?? true) &&
		(search.chatIDs?.some((id) => id === chat.id || id === chat.localChatID) ?? true) &&
		(search.chatType === undefined || search.chatType === chat.type) &&
		(search.includeMuted || !chat.isMuted) &&
		(!search.excludeLowPriority || !chat.isLowPriority)
	);
}

/** The newest matching message of each of the newest chats, newest chats first. */
function findMessages(sample: SampleContext, search: Search, searchedChats = SEARCHED_CHATS) {
	const words = splitWords(search.query);
	const found = new Map<string, WireMessage>();
	const { items, ...page } = cutPage(
		sample.world.chats.slice(0, searchedChats),
		FOUND_MESSAGES,
		{ cursor: search.cursor, direction: search.direction, size: search.limit },
		(record) => {
			if (!isWantedChat(record, search)) return false;
			const message = makeThread(record).find((one) => isWantedMessage(one, search, words));
			if (message) found.set(record.chat.id, message);
			return message !== undefined;
		}
	);
	const messages = items.flatMap(({ chat }) => found.get(chat.id) ?? []);
	return { records: items, page: { items: messages, ...page } };
}

/** Adds the routes that search everything, and messages. */
export function addSearchRoutes(app: Hono, sample: SampleContext) {
	function toRow(record: ChatRecord) {
		return toChatRow(sample, record, LISTED_PARTICIPANTS);
	}

	function firstChats(fits: (record: ChatRecord) => boolean) {
		const request = { direction: 'before', size: TOP_CHATS } as const;
		return cutPage(
			sample.world.chats,
			FOUND_MESSAGES,
			request,
			(record) => isServed(sample, record) && fits(record)
		).items.map(toRow);
	}

	app.get('/v1/search', (context) => {
		const { query } = readQuery(context, everywhereQuery);
		const words = splitWords(query);
		const search = v.parse(messagesQuery, { query, excludeLowPriority: 'false' });
		const { records, page } = findMessages(sample, search, FIRST_SEARCHED_CHATS);
		const chats = Object.fromEntries(records.map((record) => [record.chat.id, toRow(record)]));
		return context.json({
			results: {
				chats: firstChats(({ chat }) => matchesTitles(chat, words)),
				in_groups: firstChats(
					({ chat }) => chat.type === 'group' && matchesParticipants(chat, words)
				),
				messages: { ...page, chats }
			}
		});
	});

	app.get('/v1/messages/search', (context) =>
		context.json(findMessages(sample, readQuery(context, messagesQuery)).page)
	);
}
