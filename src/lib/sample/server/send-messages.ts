import * as v from 'valibot';
import { publishNewest } from './events';
import { FIRST_SORT_KEY, makeThread, type ChatRecord } from '../make-thread';
import type { WireAttachment, WireMessage } from '../api-types';
import { Refusal, refuseField } from './failure';
import { toHTML } from './markdown-to-html';
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
	if ([...text].length > (chat.capabilities?.maxTextLength ?? Infinity))
		refuseField('text', 'Longer than this chat allows');
	return toHTML(text);
}

/** Milliseconds for which a message is pending. */
const SENDING_TIME = { usual: 700, slow: 20_000 };

/**
 * Sends a message, which is pending at first. The chat moves to the top of the list. A message to a
 * merged chat goes to its default member.
 *
 * @returns the chat that it went to, and its pending ID
 */
export function sendMessage(
	sample: SampleContext,
	asked: ChatRecord,
	{ text, replyToMessageID, attachment }: v.InferOutput<typeof sendBody>
): { chatID: string; pendingMessageID: string } {
	const record = findRecipient(asked);
	const { chat } = record;
	if (chat.isReadOnly) throw new Refusal(400, 'This chat is read-only');
	const thread = makeThread(record);
	const sortKey = String(Number(thread[0]?.sortKey ?? FIRST_SORT_KEY) + 1);
	const timestamp = new Date(sample.now()).toISOString();
	const [self] = chat.participants.items;
	const message: WireMessage = {
		id: `pending-${++sample.sent}`,
		accountID: chat.accountID,
		chatID: chat.id,
		senderID: self?.id ?? '',
		senderName: self?.fullName ?? '',
		sortKey,
		timestamp,
		isSender: true,
		type: 'TEXT',
		sendStatus: { status: 'PENDING', timestamp }
	};
	if (attachment) {
		message.attachments = [attach(sample, attachment)];
		message.type = MESSAGE_TYPE[message.attachments[0]?.type ?? 'unknown'];
	}
	if (text !== undefined || !attachment) message.text = readText(record, text ?? '');
	if (replyToMessageID !== undefined)
		message.linkedMessageID = findMessage(sample, record, replyToMessageID).id;
	const { id: pendingMessageID } = message;
	if (sample.behaviour.sendFault === 'lost') return { chatID: chat.id, pendingMessageID };
	thread.unshift(message);
	sample.world.touch(record, sample.now());
	if (sample.behaviour.settings.includes('reply-archives')) chat.isArchived = true;
	const time = sample.behaviour.sendFault === 'slow' ? SENDING_TIME.slow : SENDING_TIME.usual;
	setTimeout(() => deliver(sample, record, message), time);
	return { chatID: chat.id, pendingMessageID };
}

function findRecipient(record: ChatRecord): ChatRecord {
	const { chat, members = [] } = record;
	const preferred = members.find((member) => member.chat.id === chat.merge?.defaultChatID);
	return preferred ?? members[0] ?? record;
}

/** The network takes a pending message, which gets its final ID, or refuses it. */
function deliver(sample: SampleContext, record: ChatRecord, message: WireMessage) {
	const timestamp = new Date(sample.now()).toISOString();
	if (sample.behaviour.sendFault === 'fail') {
		message.sendStatus = { status: 'FAIL_PERMANENT', timestamp };
	} else {
		sample.pending.set(message.id, message.sortKey);
		message.id = message.sortKey;
		message.sendStatus = { status: 'SUCCESS', timestamp };
	}
	publishNewest(sample, record);
}
