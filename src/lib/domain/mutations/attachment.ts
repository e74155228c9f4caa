import { toSentences } from '$lib/format/sentence';
import { checkFile } from '../capabilities/check/file';
import type { FileFacts } from '../capabilities/check/file-facts';
import { findLimitObjections } from '../capabilities/check/limits';
import type { Chat } from '../chat/chat';
import { ALLOWED, UNREPORTED, UNSTATED, type Permission } from './permission';

/** A file to upload; its MIME type is the browser's. */
export interface FileToSend extends Pick<FileFacts, 'name' | 'mimeType'> {
	/** Bytes. */
	size: number;
}

/** Beeper's limit for the size of a file. */
const MOST_BYTES = 500_000_000;

/** The permission to upload a file for a draft in a chat, decided before the upload. */
export function getFilePermission(chat: Chat, file: FileToSend): Permission {
	const [tooLarge] = findLimitObjections({ mimeTypes: {}, maxSize: MOST_BYTES }, file, 'Beeper');
	if (tooLarge?.kind === 'no') return refused(`${file.name}: ${tooLarge.reason}.`);
	const { capabilities } = chat;
	if (!capabilities) return UNREPORTED;
	if (!capabilities.attachments) return UNSTATED;
	// The file has not been measured here, so it is not refused for unknown facts.
	const { kind, reasons, usual } = checkFile(capabilities, file, null, 'this chat');
	if (kind === 'no') return refused(toSentences(reasons));
	if (usual !== 'no') return ALLOWED;
	return { kind: 'unstated', hint: 'Can be sent only as a file, if at all' };
}

function refused(reason: string): Permission {
	return { kind: 'refused', reason };
}
