import type { AttachmentCapability } from '../capabilities/capabilities';
import { isWorking } from '../capabilities/level';
import { levelForMime } from '../capabilities/mime';
import { sizeWords } from '../capabilities/quantity';
import { typeNameOf } from '../capabilities/attachments';
import type { Chat } from '../chat';
import { ALLOWED, UNREPORTED, UNSTATED, type Permission } from './permission';

/** A file that somebody wants to send. */
export interface FileToSend {
	name: string;
	/** As the browser says it; may be empty. */
	mimeType: string;
	/** Bytes. */
	size: number;
}

/** What Beeper takes in one file. */
const MOST_BYTES = 500_000_000;

/** The type of message a file becomes. */
export function messageTypeOf({ mimeType }: FileToSend): string {
	const [family] = mimeType.split('/');
	if (family === 'image') return 'm.image';
	if (family === 'video') return 'm.video';
	return family === 'audio' ? 'm.audio' : 'm.file';
}

/** Whether a file may be uploaded for a draft in a chat, told before it is. */
export function permissionForFile(chat: Chat, file: FileToSend): Permission {
	if (file.size > MOST_BYTES) {
		return refused(`${file.name} is larger than ${sizeWords(MOST_BYTES)}.`);
	}
	const { capabilities } = chat;
	if (!capabilities) return UNREPORTED;
	if (!capabilities.attachments) return UNSTATED;
	const type = messageTypeOf(file);
	const attachment = ownAttachment(capabilities.attachments, type);
	const mimeType = file.mimeType || 'application/octet-stream';
	if (!attachment || !isWorking(levelForMime(attachment, mimeType))) {
		const kind = typeNameOf(type).toLowerCase();
		return refused(`This chat takes no ${kind} of type ${mimeType}.`);
	}
	if (attachment.maxSize !== undefined && file.size > attachment.maxSize) {
		return refused(`${file.name} is larger than ${sizeWords(attachment.maxSize)}.`);
	}
	return ALLOWED;
}

function refused(reason: string): Permission {
	return { kind: 'refused', reason };
}

function ownAttachment(
	attachments: Readonly<Record<string, AttachmentCapability>>,
	type: string
): AttachmentCapability | undefined {
	return Object.hasOwn(attachments, type) ? attachments[type] : undefined;
}
