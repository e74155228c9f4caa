import { isMissing } from '$lib/domain/connection/features';
import type { Server } from '$lib/domain/connection/source';
import type { NewDraft, NewReminder, ReactionWrite, Write } from '$lib/domain/mutations/mutation';
import { segment } from './path';

/** One request that changes something. */
export interface WriteRequest {
	method: 'POST' | 'PATCH' | 'DELETE';
	/** From the root of the API, percent-encoded, its query included. */
	path: string;
	/** Sent as JSON; absent: no body. */
	body?: Readonly<Record<string, unknown>>;
	/** Sent as the field `file` of a form, instead of a body. What is in it is not told here. */
	file?: { name: string; type: string };
}

export const UPLOAD_PATH = '/v1/assets/upload';

/** How a server spells the time of a reminder: as an ISO date, or in epoch milliseconds. */
export type ReminderField = 'remindAt' | 'remindAtMs';

/**
 * The spelling that suits the version of a server.
 *
 * @param server - one without a version, or whose version is no number, is taken for a recent one: it
 *   refuses a spelling that it does not know, and nothing is lost
 */
export function getReminderField(server: Server | undefined): ReminderField {
	const isOld = server?.version !== undefined && isMissing('remindAtISO', server);
	return isOld ? 'remindAtMs' : 'remindAt';
}

/**
 * The request for a write, as the API documents it.
 *
 * @param server - undefined: a recent one
 * @param field - of a reminder; what suits the version unless the server was seen to take the other
 * @throws SourceError `not-found` for an ID that no path can hold
 */
export function requestOf(
	write: Write,
	server?: Server,
	field: ReminderField = getReminderField(server)
): WriteRequest {
	switch (write.kind) {
		case 'archive':
			return post(`${chat(write)}/archive`, { archived: write.value });
		case 'mute':
			return patch(write, { isMuted: write.value });
		case 'pin':
			return patch(write, { isPinned: write.value });
		case 'low-priority':
			return patch(write, { isLowPriority: write.value });
		case 'read':
			return post(`${chat(write)}/${write.value ? 'read' : 'unread'}`, {});
		case 'title':
		case 'description':
			return patch(write, { [write.kind]: write.value });
		case 'avatar':
			return patch(write, { imgURL: write.value });
		case 'timer':
			return patch(write, { messageExpirySeconds: write.value });
		case 'draft':
			return patch(write, { draft: write.value && draftBody(write.value) });
		case 'remind':
			return write.value
				? post(`${chat(write)}/reminders`, { reminder: reminderBody(write.value, field) })
				: { method: 'DELETE', path: `${chat(write)}/reminders` };
		case 'notify-anyway':
			return { method: 'POST', path: `${chat(write)}/notify-anyway` };
		case 'react':
			return post(reactions(write), { reactionKey: write.reactionKey });
		case 'unreact':
			return { method: 'DELETE', path: reaction(write, server) };
		case 'focus':
			return post('/v1/focus', bodyOf(write));
		case 'upload': {
			const file = { name: write.fileName, type: write.mimeType };
			return { method: 'POST', path: UPLOAD_PATH, file };
		}
		case 'start':
			return post('/v1/chats/start', bodyOf(write));
		case 'create':
			return post('/v1/chats', bodyOf(write));
	}
}

function post(path: string, body: Record<string, unknown>): WriteRequest {
	return { method: 'POST', path, body };
}

function patch(write: { chatID: string }, body: Record<string, unknown>): WriteRequest {
	return { method: 'PATCH', path: chat(write), body };
}

function chat({ chatID }: { chatID: string }): string {
	return `/v1/chats/${segment(chatID)}`;
}

function reactions(write: ReactionWrite): string {
	return `${chat(write)}/messages/${segment(write.messageID)}/reactions`;
}

function reaction(write: ReactionWrite, server: Server | undefined): string {
	const key = segment(write.reactionKey);
	if (server && isMissing('reactionPath', server)) return `${reactions(write)}?reactionKey=${key}`;
	return `${reactions(write)}/${key}`;
}

/** Everything but its kind. */
function bodyOf(write: Write): Record<string, unknown> {
	return Object.fromEntries(Object.entries(write).filter(([name]) => name !== 'kind'));
}

function draftBody({ text, attachments }: NewDraft): Record<string, unknown> {
	if (attachments.length === 0) return { text };
	const byID = attachments.map(({ uploadID, fileName, mimeType, type }) => [
		uploadID,
		{
			uploadID,
			...(fileName !== undefined && { fileName }),
			...(mimeType !== undefined && { mimeType }),
			...(type !== undefined && { type })
		}
	]);
	return { text, attachments: Object.fromEntries(byID) };
}

function reminderBody(
	{ remindAt, dismissOnIncomingMessage }: NewReminder,
	field: ReminderField
): Record<string, unknown> {
	const time = field === 'remindAtMs' ? remindAt : new Date(remindAt).toISOString();
	return { [field]: time, dismissOnIncomingMessage };
}
