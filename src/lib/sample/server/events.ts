import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { WireMessage } from '../api-types';
import { makeThread, type ChatRecord } from '../make-thread';
import type { Change } from '../simulate-activity';
import { toChatRow } from './rows';
import type { SampleContext } from './sample-context';
import { findMessage } from './thread';
import { requireSince } from './validate';

const MESSAGE_PATH = /\/messages\/([^/]+)/;
const startedChat = v.object({ chatID: v.string() });

/** Adds events for everything that is changed through the API, and the route of their WebSocket. */
export function addEvents(app: Hono, sample: SampleContext) {
	// A client that gets this status may open a socket here: version and token are right.
	app.get('/v1/ws', (context) => {
		requireSince(sample, '4.2.557');
		return context.json({ message: 'This is a WebSocket', code: 'UPGRADE_REQUIRED' }, 426);
	});

	const methods = ['PATCH', 'POST', 'PUT', 'DELETE'];
	app.on(methods, ['/v1/chats', '/v1/chats/:chatID/*'], async (context, next) => {
		await next();
		if (!context.res.ok) return;
		const record =
			sample.world.find(context.req.param('chatID') ?? '') ?? (await findStarted(sample, context));
		if (!record) return;
		const { method, path } = context.req;
		const [, messageID] = MESSAGE_PATH.exec(path) ?? [];
		if (messageID !== undefined) {
			const message = findMessage(sample, record, decodeURIComponent(messageID));
			publishMessage(sample, record, message);
		} else if (method === 'POST' && path.endsWith('/messages')) {
			publishNewest(sample, record);
		} else publishChat(sample, record);
	});
}

/** Publishes the events of a change that did not come through the API. */
export function publishChange(sample: SampleContext, record: ChatRecord, change: Change) {
	if (change === 'delete') {
		const { id } = record.chat;
		publish(sample, record, { type: 'chat.deleted', chatID: id, ids: [id] });
	} else if (change === 'message') publishNewest(sample, record.members?.[0] ?? record);
	else publishChat(sample, record);
}

/** iMessage sends no events. */
function publish(
	{ events }: SampleContext,
	{ chat }: ChatRecord,
	event: Parameters<SampleContext['events']['publish']>[0]
) {
	if (chat.network !== 'iMessage') events.publish(event);
}

function publishChat(sample: SampleContext, record: ChatRecord) {
	const { id } = record.chat;
	const entries = [toChatRow(sample, record)];
	publish(sample, record, { type: 'chat.upserted', chatID: id, ids: [id], entries });
	if (record.mergedInto) publishChat(sample, record.mergedInto);
}

/** A new message changes its chat, too. */
export function publishNewest(sample: SampleContext, record: ChatRecord) {
	const [message] = makeThread(record);
	if (message) publishMessage(sample, record, message);
	publishChat(sample, record);
}

function publishMessage(sample: SampleContext, record: ChatRecord, message: WireMessage) {
	const about = { chatID: record.chat.id, ids: [message.id] };
	if (message.isDeleted) publish(sample, record, { type: 'message.deleted', ...about });
	else publish(sample, record, { type: 'message.upserted', ...about, entries: [message] });
}

/** The chat that a request has started; absent for another request. */
async function findStarted({ world }: SampleContext, context: Context) {
	if (!context.res.headers.get('Content-Type')?.includes('json')) return undefined;
	const { success, output } = v.safeParse(startedChat, await context.res.clone().json());
	return success ? world.find(output.chatID) : undefined;
}
