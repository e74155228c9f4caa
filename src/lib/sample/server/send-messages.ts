import * as v from 'valibot';
import { FIRST_SORT_KEY, makeThread, type ChatRecord } from '../messages';
import type { WireAttachment, WireMessage } from '../api-types';
import { Refusal, refuseField } from './failure';
import { toHTML } from './markdown';
import { attachmentBody } from './patch';
import type { SampleContext } from './sample-context';
import { findMessage } from './thread';

export const sendBody = v.object({
	text: v.optional(v.string()),
	replyToMessageID: v.optional(v.string()),
	attachment: v.optional(attachmentBody)
});

const MESSAGE_TYPE = { img: 'IMAGE', video: 'VIDEO', audio: 'AUDIO', unknown: 'FILE' } as const;

function attach(sample: SampleContext, hint: v.InferOutput<typeof attachmentBody>): WireAttachment {
	const upload = sample.uploads.get(hint.uploadID);
	if (!upload) refuseField('attachment.uploadID', 'Unknown upload');
	const mimeType = hint.mimeType ?? upload.mimeType;
	const [family] = mimeType.split('/');
	const attachment: WireAttachment = {
		type:
			family === 'image' ? 'img' : family === 'video' || family === 'audio' ? family : 'unknown',
		id: `mxc://beeper.local/${hint.uploadID}`,
		fileName: hint.fileName ?? upload.fileName,
		fileSize: upload.bytes.length,
		mimeType,
		srcURL: upload.srcURL
	};
	if (hint.size) attachment.size = hint.size;
	if (hint.duration !== undefined) attachment.duration = hint.duration;
	return attachment;
}

/** The text to send to a chat. @throws a 422 when it is empty or too long for the chat */
export function readText({ chat }: ChatRecord, text: string): string {
	if (text.trim() === '') refuseField('text', 'Must not be empty');
	if (text.length > (chat.capabilities?.maxTextLength ?? Infinity))
		refuseField('text', 'Longer than this chat allows');
	return toHTML(text);
}

/**
 * Sends a message. The chat moves to the top of the list.
 *
 * @returns the pending ID
 */
export function sendMessage(
	sample: SampleContext,
	record: ChatRecord,
	{ text, replyToMessageID, attachment }: v.InferOutput<typeof sendBody>
): string {
	const { chat } = record;
	if (chat.isReadOnly) throw new Refusal(400, 'This chat is read-only');
	const thread = makeThread(record);
	const sortKey = String(Number(thread[0]?.sortKey ?? FIRST_SORT_KEY) + 1);
	const timestamp = new Date(sample.now()).toISOString();
	const [self] = chat.participants.items;
	const message: WireMessage = {
		id: sortKey,
		accountID: chat.accountID,
		chatID: chat.id,
		senderID: self?.id ?? '',
		senderName: self?.fullName ?? '',
		sortKey,
		timestamp,
		isSender: true,
		type: 'TEXT',
		sendStatus: { status: 'SUCCESS', timestamp }
	};
	if (attachment) {
		message.attachments = [attach(sample, attachment)];
		message.type = MESSAGE_TYPE[message.attachments[0]?.type ?? 'unknown'];
	}
	if (text !== undefined || !attachment) message.text = readText(record, text ?? '');
	if (replyToMessageID !== undefined)
		message.linkedMessageID = findMessage(sample, record, replyToMessageID).id;
	thread.unshift(message);
	sample.world.touch(record, sample.now());
	if (sample.behaviour.settings.includes('reply-archives')) chat.isArchived = true;
	const pendingID = `pending-${sample.pending.size + 1}`;
	sample.pending.set(pendingID, message.id);
	return pendingID;
}
