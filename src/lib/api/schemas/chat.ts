import * as v from 'valibot';
import { distinctByID } from '$lib/format/list';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { isRecord } from '$lib/format/parse-json';
import type { Interner } from '$lib/domain/capabilities/intern';
import type { Chat, Label } from '$lib/domain/chat/chat';
import { toMarkdown } from '$lib/html/to-markdown';
import { toPlainText } from '$lib/html/to-text';
import { createCapabilityReader } from './capabilities';
import {
	address,
	amount,
	count,
	dictionary,
	flag,
	identifier,
	instant,
	list,
	name,
	record,
	text
} from './primitives';
import { parseTolerant, UNUSABLE, type ParseResult } from '../parse';
import { preview } from './message';
import { participants } from './contact';

/** Never cut: the user could save a draft that was cut back to the server. */
const draftText = v.pipe(v.string(), v.maxLength(SIZE_LIMITS.text, UNUSABLE));

const draft = v.pipe(
	record({
		text: v.optional(draftText, ''),
		attachments: v.pipe(
			v.optional(
				dictionary(
					record({
						id: identifier,
						type: v.optional(name, 'file'),
						fileName: v.exactOptional(name),
						fileSize: v.exactOptional(amount),
						mimeType: v.exactOptional(name)
					})
				),
				() => ({})
			),
			v.transform((byID) => distinctByID(Object.values(byID)))
		)
	}),
	v.transform(({ text, attachments }) => ({
		text: toPlainText(text),
		markdown: toMarkdown(text),
		attachments
	}))
);

const label = record({ id: identifier, name: v.exactOptional(name) });

export function readLabel(raw: unknown): ParseResult<Label> {
	return parseTolerant(label, raw);
}

/** An ID in a list: an unusable one is left out without the others. */
const chatID = v.pipe(
	v.string(),
	v.nonEmpty(),
	v.check((id) => id.length <= SIZE_LIMITS.id)
);

/**
 * `readChat` adds the capabilities; the members of a merged chat are chats of their own, and the last
 * real message is found among messages.
 */
type ChatField = Exclude<keyof Chat, 'capabilities' | 'members' | 'lastMessage'>;

const chatIDs = v.pipe(
	list(chatID),
	v.transform((ids): readonly string[] => [...new Set(ids)])
);

const chat = record({
	id: identifier,
	accountID: v.optional(name, ''),
	network: v.optional(name, ''),
	title: v.optional(name, ''),
	type: v.optional(name, 'single'),
	participants: v.optional(participants, () => ({})),
	unreadCount: v.optional(count, 0),
	unreadMentionsCount: v.exactOptional(count),
	description: v.exactOptional(v.nullable(text)),
	draft: v.exactOptional(v.nullable(draft)),
	imgURL: v.exactOptional(v.nullable(address)),
	isArchived: v.exactOptional(flag),
	isLowPriority: v.exactOptional(flag),
	isMarkedUnread: v.exactOptional(flag),
	isMuted: v.exactOptional(flag),
	isPinned: v.exactOptional(flag),
	isReadOnly: v.exactOptional(flag),
	lastActivity: v.exactOptional(instant),
	localChatID: v.exactOptional(v.nullable(chatID)),
	messageExpirySeconds: v.exactOptional(v.nullable(amount)),
	reminder: v.exactOptional(
		v.nullable(
			record({
				remindAt: v.exactOptional(instant),
				dismissOnIncomingMessage: v.exactOptional(flag)
			})
		)
	),
	snooze: v.exactOptional(
		v.nullable(
			record({ snoozeUntil: v.exactOptional(instant), userSnoozedAt: v.exactOptional(instant) })
		)
	),
	preview: v.exactOptional(preview),
	labels: v.exactOptional(list(label)),
	merge: v.exactOptional(record({ chatIDs, defaultChatID: v.exactOptional(chatID) })),
	mergedIntoChatID: v.exactOptional(chatID)
} satisfies Record<ChatField, unknown>);

export type ChatReader = (raw: unknown) => ParseResult<Chat>;

/** Chats read by the same reader share their capabilities. */
export function createChatReader(share?: Interner): ChatReader {
	const readCapabilities = createCapabilityReader(share);

	return function readChat(raw) {
		const reading = parseTolerant(chat, raw);
		if (!reading.value) return { ...reading, value: undefined };

		const answered = isRecord(raw) ? raw.capabilities : undefined;
		// A copy has one shape; objects that grew field by field are slow to read.
		if (answered === undefined || answered === null) {
			return { ...reading, value: { ...reading.value } };
		}
		const { value, findings } = readCapabilities(answered);
		return {
			kept: reading.kept,
			value: { ...reading.value, ...(value && { capabilities: value }) },
			findings: [
				...reading.findings,
				...findings.map(({ path, found }) => ({
					path: path ? `capabilities.${path}` : 'capabilities',
					found
				}))
			]
		};
	};
}
