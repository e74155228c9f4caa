import { cleanName } from '$lib/domain/chat/name';
import * as v from 'valibot';
import { flag, identifier, instant, record, text } from './primitives';
import { toPreview } from '$lib/html/to-text';

const attachmentName = v.pipe(
	record({ type: v.optional(text, 'unknown'), fileName: v.optional(text, '') }),
	v.transform(({ type, fileName }) => fileName || type)
);

/** The last message of a chat. */
export const preview = v.pipe(
	record({
		id: identifier,
		type: v.exactOptional(text),
		text: v.exactOptional(text),
		senderID: v.exactOptional(text),
		senderName: v.exactOptional(text),
		timestamp: v.exactOptional(instant),
		isSender: v.exactOptional(flag),
		isDeleted: v.exactOptional(flag),
		attachments: v.optional(v.array(attachmentName), () => [])
	}),
	v.transform((message) => {
		if (message.text === undefined) return message;
		const sender = message.isSender ? 'You' : cleanName(message.senderName) || 'Someone';
		return { ...message, text: toPreview(message.text, sender) };
	})
);
