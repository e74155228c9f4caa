import type { Hono } from 'hono';
import * as v from 'valibot';
import { makeThread } from '../make-thread';
import { Refusal } from './failure';
import { archive, patchBody, patchChat } from './patch';
import { markRead } from './read-marks';
import { findChat, isoTime, readBody, requireSince, validate } from './validate';
import { toChatRow } from './rows';
import { isSince, type SampleContext } from './sample-context';
import { findMessageIndex } from './thread';

const archiveBody = v.object({ archived: v.optional(v.boolean(), true) });
const messageBody = v.object({ messageID: v.optional(v.string()) });
const dismissOnIncomingMessage = v.optional(v.boolean(), false);
const reminderBody = v.object({
	reminder: v.object({ remindAt: isoTime, dismissOnIncomingMessage })
});
/** The format of servers before 4.2.808. */
const oldReminderBody = v.object({
	reminder: v.object({ remindAtMs: v.pipe(v.number(), v.integer()), dismissOnIncomingMessage })
});

/** Adds the routes that change a chat for the user only; other people see none of these changes. */
export function addActionRoutes(app: Hono, sample: SampleContext) {
	app.patch('/v1/chats/:chatID', async (context) => {
		requireSince(sample, '4.2.808');
		const record = findChat(sample, context.req.param('chatID'));
		patchChat(sample, record, await readBody(context, patchBody));
		return context.json(toChatRow(sample, record));
	});

	app.post('/v1/chats/:chatID/archive', async (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		archive(sample, record, (await readBody(context, archiveBody)).archived);
		return context.body(null, 204);
	});

	app.post('/v1/chats/:chatID/read', async (context) => {
		requireSince(sample, '4.2.808');
		const record = findChat(sample, context.req.param('chatID'));
		const { messageID } = await readBody(context, messageBody);
		const place = messageID === undefined ? 0 : findMessageIndex(sample, record, messageID);
		for (const each of [record, ...(record.members ?? [])]) markRead(each, makeThread(each), place);
		return context.json(toChatRow(sample, record));
	});

	app.post('/v1/chats/:chatID/unread', async (context) => {
		requireSince(sample, '4.2.808');
		const record = findChat(sample, context.req.param('chatID'));
		const { messageID } = await readBody(context, messageBody);
		if (messageID !== undefined)
			markRead(record, makeThread(record), findMessageIndex(sample, record, messageID) + 1);
		record.chat.isMarkedUnread = true;
		record.chat.isArchived = false;
		return context.json(toChatRow(sample, record));
	});

	app.post('/v1/chats/:chatID/notify-anyway', (context) => {
		requireSince(sample, '4.2.808');
		const record = findChat(sample, context.req.param('chatID'));
		if (record.chat.network !== 'iMessage')
			throw new Refusal(400, `${record.chat.network} has no "notify anyway"`);
		return context.json(toChatRow(sample, record));
	});

	app.post('/v1/chats/:chatID/reminders', async (context) => {
		const record = findChat(sample, context.req.param('chatID'));
		const body = await readBody(context, v.unknown());
		const { reminders } = sample.behaviour;
		const isISO = reminders === 'version' ? isSince(sample, '4.2.808') : reminders === 'iso';
		const wanted = isISO
			? validate(reminderBody, body).reminder
			: validate(oldReminderBody, body).reminder;
		const time = 'remindAt' in wanted ? wanted.remindAt : wanted.remindAtMs;
		record.chat.reminder = {
			remindAt: new Date(time).toISOString(),
			dismissOnIncomingMessage: wanted.dismissOnIncomingMessage
		};
		if (sample.behaviour.settings.includes('reminder-archives'))
			archive(sample, record, true, false);
		return context.body(null, 204);
	});

	app.delete('/v1/chats/:chatID/reminders', (context) => {
		findChat(sample, context.req.param('chatID')).chat.reminder = null;
		return context.body(null, 204);
	});
}
