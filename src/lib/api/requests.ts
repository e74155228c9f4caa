import { SourceError } from '$lib/domain/connection/source-error';
import { isMissing } from '$lib/domain/connection/features';
import type { Server } from '$lib/domain/connection/server';
import { TOGGLES } from '$lib/domain/mutations/toggles';
import type {
	MessageMutation,
	Mutation,
	NewReminder,
	ReactionMutation
} from '$lib/domain/mutations/mutation';
import type { NewAttachment, NewDraft } from '$lib/domain/mutations/draft';

/** A whole response, whatever its status. */
export interface TextResponse {
	status: number;
	headers: Headers;
	text: string;
}

/** A request with side effects. */
export interface ApiRequest {
	method: 'POST' | 'PATCH' | 'DELETE';
	/** From the root of the API, percent-encoded, its query included. */
	path: string;
	/** Sent as JSON; absent: no body. */
	body?: Readonly<Record<string, unknown>>;
	/** Sent as the field `file` of a form, instead of a body. Its content is not part of the request here. */
	file?: { name: string; type: string };
}

export const UPLOAD_PATH = '/v1/assets/upload';

/** The field for the time of a reminder: an ISO date, or epoch milliseconds. */
export type ReminderField = 'remindAt' | 'remindAtMs';

/**
 * The spelling for the version of a server.
 *
 * @param server - without a version, or with one that is not a number, it is treated as recent: a
 * server rejects a spelling that it does not know, and nothing is lost
 */
export function getReminderField(server: Server | undefined): ReminderField {
	const isOld = server?.version !== undefined && isMissing('remindAtISO', server);
	return isOld ? 'remindAtMs' : 'remindAt';
}

/**
 * The request for a write, as the API documents it.
 *
 * @param server - undefined: a recent one
 * @param field - of a reminder; by default that of the version, unless the server has accepted the
 * other
 * @throws SourceError `not-found` for an ID that no path can contain
 */
export function toRequest(
	mutation: Mutation,
	server?: Server,
	field: ReminderField = getReminderField(server)
): ApiRequest {
	switch (mutation.kind) {
		case 'archive':
			return post(`${chat(mutation)}/archive`, { archived: mutation.value });
		case 'read':
			return post(`${chat(mutation)}/${mutation.value ? 'read' : 'unread'}`, {});
		case 'title':
		case 'description':
			return patch(mutation, { [mutation.kind]: mutation.value });
		case 'avatar':
			return patch(mutation, { imgURL: mutation.value });
		case 'timer':
			return patch(mutation, { messageExpirySeconds: mutation.value });
		case 'draft':
			return patch(mutation, { draft: mutation.value && draftBody(mutation.value) });
		case 'remind':
			return mutation.value
				? post(`${chat(mutation)}/reminders`, { reminder: reminderBody(mutation.value, field) })
				: { method: 'DELETE', path: `${chat(mutation)}/reminders` };
		case 'notify-anyway':
			return { method: 'POST', path: `${chat(mutation)}/notify-anyway` };
		case 'react':
			return post(reactions(mutation), { reactionKey: mutation.reactionKey });
		case 'unreact':
			return { method: 'DELETE', path: reaction(mutation, server) };
		case 'message':
			return post(`${chat(mutation)}/messages`, messageBody(mutation));
		case 'focus':
			return post('/v1/focus', toBody(mutation));
		case 'upload': {
			const file = { name: mutation.fileName, type: mutation.mimeType };
			return { method: 'POST', path: UPLOAD_PATH, file };
		}
		case 'start':
			return post('/v1/chats/start', toBody(mutation));
		case 'create':
			return post('/v1/chats', toBody(mutation));
		default:
			return patch(mutation, { [TOGGLES[mutation.kind].field]: mutation.value });
	}
}

function post(path: string, body: Record<string, unknown>): ApiRequest {
	return { method: 'POST', path, body };
}

function patch(mutation: { chatID: string }, body: Record<string, unknown>): ApiRequest {
	return { method: 'PATCH', path: chat(mutation), body };
}

function chat({ chatID }: { chatID: string }): string {
	return `/v1/chats/${encodePathSegment(chatID)}`;
}

function reactions(mutation: ReactionMutation): string {
	return `${chat(mutation)}/messages/${encodePathSegment(mutation.messageID)}/reactions`;
}

function reaction(mutation: ReactionMutation, server: Server | undefined): string {
	const key = encodePathSegment(mutation.reactionKey);
	if (server && isMissing('reactionPath', server))
		return `${reactions(mutation)}?reactionKey=${key}`;
	return `${reactions(mutation)}/${key}`;
}

/** Everything but its kind. */
function toBody(mutation: Mutation): Record<string, unknown> {
	return Object.fromEntries(Object.entries(mutation).filter(([name]) => name !== 'kind'));
}

function draftBody({ text, attachments }: NewDraft): Record<string, unknown> {
	if (attachments.length === 0) return { text };
	const byID = attachments.map((attachment) => [attachment.uploadID, attachmentBody(attachment)]);
	return { text, attachments: Object.fromEntries(byID) };
}

function attachmentBody({ uploadID, fileName, mimeType, type }: NewAttachment) {
	return {
		uploadID,
		...(fileName !== undefined && { fileName }),
		...(mimeType !== undefined && { mimeType }),
		...(type !== undefined && { type })
	};
}

function messageBody({
	text,
	attachment,
	replyToMessageID
}: MessageMutation): Record<string, unknown> {
	return {
		...((text !== '' || !attachment) && { text }),
		...(attachment && { attachment: attachmentBody(attachment) }),
		...(replyToMessageID !== undefined && { replyToMessageID })
	};
}

function reminderBody(
	{ remindAt, dismissOnIncomingMessage }: NewReminder,
	field: ReminderField
): Record<string, unknown> {
	const time = field === 'remindAtMs' ? remindAt : new Date(remindAt).toISOString();
	return { [field]: time, dismissOnIncomingMessage };
}

/**
 * @returns `id` as one part of a path
 * @throws SourceError `not-found` for the few that no path can hold
 */
export function encodePathSegment(id: string): string {
	if (/^\.{0,2}$/.test(id) || /\p{Surrogate}/u.test(id)) throw new SourceError('not-found');
	return encodeURIComponent(id);
}
