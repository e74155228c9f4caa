import type { Hono } from 'hono';
import * as v from 'valibot';
import { makeThread } from '../make-thread';
import type { WireMessage } from '../api-types';
import { Refusal } from './failure';
import { cutPage, pageQuery } from './paging';
import { findChat, queryFlag, readBody, readQuery } from './validate';
import type { SampleContext } from './sample-context';
import { readText, sendBody, sendMessage } from './send-messages';
import { findMessage } from './thread';

const listQuery = v.object(pageQuery);
const editBody = v.object({ text: v.string() });
const deleteQuery = v.object({ forEveryone: v.optional(queryFlag) });

const MESSAGES = { name: 'messages', getKey: ({ sortKey }: WireMessage) => Number(sortKey) };

/** Adds the routes that read, send and change the messages of a chat. */
export function addMessageRoutes(app: Hono, sample: SampleContext) {
	app.get('/v1/chats/:chatID/messages', (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		const request = { ...readQuery(context, listQuery), size: sample.pageSize };
		const page = cutPage(makeThread(record), MESSAGES, request);
		// The real server reports more messages until a page is empty.
		return context.json({ ...page, hasMore: page.items.length > 0 });
	});

	app.get('/v1/chats/:chatID/messages/:messageID', (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		return context.json(findMessage(sample, record, context.req.param('messageID')));
	});

	app.post('/v1/chats/:chatID/messages', async (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		return context.json(sendMessage(sample, record, await readBody(context, sendBody)));
	});

	app.put('/v1/chats/:chatID/messages/:messageID', async (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		const message = findMessage(sample, record, context.req.param('messageID'));
		const text = readText(record, (await readBody(context, editBody)).text);
		if (!message.isSender) throw new Refusal(400, 'Only your own messages can be edited');
		if (message.attachments) throw new Refusal(400, 'Messages with attachments cannot be edited');
		if ((record.chat.capabilities?.edit ?? 2) <= 0)
			throw new Refusal(400, 'This chat does not let messages be edited');
		message.text = text;
		message.editedTimestamp = new Date(sample.now()).toISOString();
		return context.json({ ...message, messageID: message.id, success: true });
	});

	app.delete('/v1/chats/:chatID/messages/:messageID', (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		const id = context.req.param('messageID');
		const { forEveryone } = readQuery(context, deleteQuery);
		if (/^pending-/.test(id)) throw new Refusal(400, 'A message cannot be deleted while sending');
		const message = findMessage(sample, record, id);
		if (forEveryone && (record.chat.capabilities?.delete ?? 2) <= 0)
			throw new Refusal(400, 'This chat does not let messages be deleted for everyone');
		message.isDeleted = true;
		delete message.text;
		delete message.attachments;
		return context.body(null, 204);
	});
}
