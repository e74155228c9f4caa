import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { ChatRecord } from '../make-thread';
import type { WireMessage } from '../api-types';
import { Refusal } from './failure';
import { findChat, readBody, readQuery, requireSince } from './validate';
import type { SampleContext } from './sample-context';
import { findMessage } from './thread';

const reactionKey = v.pipe(v.string(), v.minLength(1));
const addBody = v.object({ reactionKey, transactionID: v.optional(v.string()) });
const removeQuery = v.object({ reactionKey });

function findSelf({ chat }: ChatRecord): string {
	return chat.participants.items.find(({ isSelf }) => isSelf)?.id ?? '';
}

function addReaction(record: ChatRecord, message: WireMessage, key: string) {
	const { reaction, allowedReactions, reactionCount } = record.chat.capabilities ?? {};
	if (reaction !== undefined && reaction <= 0)
		throw new Refusal(400, 'This chat takes no reactions');
	if (allowedReactions && !allowedReactions.includes(key))
		throw new Refusal(400, 'This chat does not take that reaction');
	const participantID = findSelf(record);
	const isOnly = reactionCount === 1;
	const others = (message.reactions ?? []).filter(
		(other) => other.participantID !== participantID || (!isOnly && other.reactionKey !== key)
	);
	const id = isOnly ? participantID : participantID + key;
	const emoji = /\p{Extended_Pictographic}/u.test(key);
	message.reactions = [...others, { id, participantID, reactionKey: key, emoji }];
}

function removeReaction(record: ChatRecord, message: WireMessage, key: string) {
	const self = findSelf(record);
	const kept = message.reactions?.filter(
		({ participantID, reactionKey: other }) => participantID !== self || other !== key
	);
	if (!kept || kept.length === message.reactions?.length)
		throw new Refusal(404, 'Reaction not found');
	message.reactions = kept;
}

/** Adds the routes for the user's reactions. Reactions of others cannot be removed. */
export function addReactionRoutes(app: Hono, sample: SampleContext) {
	const path = '/v1/chats/:chatID/messages/:messageID/reactions';

	function target(context: Context) {
		const record = findChat(sample, context.req.param('chatID'));
		return { record, message: findMessage(sample, record, context.req.param('messageID') ?? '') };
	}

	function remove(context: Context, key: string) {
		const { record, message } = target(context);
		removeReaction(record, message, key);
		const answer = { chatID: record.chat.id, messageID: message.id, reactionKey: key };
		return context.json({ ...answer, success: true });
	}

	app.post(path, async (context) => {
		requireSince(sample, '4.2.557');
		const { record, message } = target(context);
		const { reactionKey: key, transactionID } = await readBody(context, addBody);
		addReaction(record, message, key);
		return context.json({
			success: true,
			chatID: record.chat.id,
			messageID: message.id,
			reactionKey: key,
			transactionID: transactionID ?? `reaction-${message.id}-${key}`
		});
	});

	app.delete(`${path}/:reactionKey`, (context) => {
		requireSince(sample, '4.2.808');
		return remove(context, context.req.param('reactionKey'));
	});

	app.delete(path, (context) => {
		requireSince(sample, '4.2.557');
		return remove(context, readQuery(context, removeQuery).reactionKey);
	});
}
