import { joinList } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import type { MessageType } from '$lib/domain/chat/chat';
import type { Message, MessageAttachment } from '$lib/domain/chat/message';
import { isInlinePicture, isServedAsset } from '$lib/domain/connection/asset-url';
import { formatFileSize } from '$lib/format/bytes';

/** Label of a message type: `Image`, `Voice note`. Empty for plain text. */
export function describeKind(type: MessageType | undefined): string {
	if (type === undefined || type === 'TEXT') return '';
	return type === 'VOICE' ? 'Voice note' : toSentenceCase(type);
}

/** A message in one line, for quotations. */
export function toExcerpt({ isDeleted, text, type, attachments }: Message): string {
	if (isDeleted) return 'Deleted message';
	if (text?.trim()) return text.trim().replace(/\s+/gu, ' ');
	const files = joinList(attachments.map(getAttachmentName));
	return files || describeKind(type) || 'Message without text';
}

/** Status marks shown beside the time of a message. */
export function getMarks({ editedTimestamp, isDeleted, sendStatus }: Message): readonly string[] {
	return [
		editedTimestamp !== undefined && !isDeleted && 'Edited',
		isDeleted && 'Deleted',
		sendStatus === 'PENDING' && 'Sending…',
		sendStatus?.startsWith('FAIL') && 'Not sent'
	].filter((mark) => typeof mark === 'string');
}

export function getAttachmentName(attachment: MessageAttachment): string {
	return attachment.fileName || attachmentKind(attachment);
}

/** The URL of a picture to show, which of a video is a still; undefined: there is none that may be asked for. */
export function findPictureURL({ type, ...its }: MessageAttachment): string | undefined {
	const isPicture = type === 'img' || its.isSticker || its.isGif;
	const urls = [its.posterImg, ...(isPicture ? [its.srcURL] : [])];
	return urls.find((url) => url && (isServedAsset(url) || isInlinePicture(url)));
}

/** Details shown beside the file name: `Image, image/png, 2.3 MB`. */
export function describeAttachment(attachment: MessageAttachment): string {
	const { fileName, mimeType, fileSize } = attachment;
	return [
		fileName && attachmentKind(attachment),
		mimeType,
		fileSize !== undefined && formatFileSize(fileSize)
	]
		.filter(Boolean)
		.join(', ');
}

/**
 * Says that a message is not among those loaded.
 *
 * @param count - number of messages loaded
 */
export function describeMissed(count: number): string {
	const where = count > 1 ? ` in the last ${formatNumber(count)} messages` : '';
	return `Message not found${where}`;
}

function attachmentKind({ type, isVoiceNote, isGif, isSticker }: MessageAttachment): string {
	if (isVoiceNote) return 'Voice note';
	if (isGif) return 'GIF';
	if (isSticker) return 'Sticker';
	if (type === 'img') return 'Image';
	return type === 'unknown' ? 'File' : toSentenceCase(type);
}

/** Maximum number of names beside a reaction, and of characters per name. */
const FEW = 2;
const SHORT = 24;

/** The names that fit beside a reaction: `Ada, Bob and 3 more`. */
export function formatFewNames(names: readonly string[]): string {
	const few = names.slice(0, FEW).map(shorten);
	const others = names.length - few.length;
	return joinList(others > 0 ? [...few, `${formatNumber(others)} more`] : few);
}

function shorten(name: string): string {
	const letters = [...name];
	return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : name;
}

function toSentenceCase(word: string): string {
	return capitalize(word.toLowerCase().replaceAll('_', ' '));
}
