import type { Chat, ChatType, MessagePreview, MessageType } from '$lib/domain/chat/chat';
import type { Network } from '$lib/domain/chat/network';
import { nameSender } from '$lib/domain/chat/sender';
import { formatCount, formatNumber } from '$lib/format/number';
import { getGroupSize, type GridGroup } from './virtual-rows';

const MESSAGE_WORDS: ReadonlyMap<MessageType, string> = new Map([
	['IMAGE', 'Image'],
	['VIDEO', 'Video'],
	['VOICE', 'Voice note'],
	['AUDIO', 'Audio'],
	['FILE', 'File'],
	['STICKER', 'Sticker'],
	['LOCATION', 'Location'],
	['REACTION', 'Reaction']
]);

export function formatChatType(type: ChatType): string {
	if (type === 'single') return 'Direct chat';
	return type === 'group' ? 'Group chat' : `Chat of type “${type}”`;
}

/** The sender of the last message; empty for the other person in a direct chat. */
export function formatSender(chat: Chat): string {
	const { preview } = chat;
	if (preview?.isSender) return 'You';
	return preview && chat.type !== 'single' ? nameSender(chat, preview) : '';
}

/** The text of a message, or the label of its content. */
export function formatMessageContent({
	text,
	type,
	isDeleted,
	attachments
}: MessagePreview): string {
	if (isDeleted) return 'Deleted message';
	if (text?.trim()) return text;
	const kind = type && MESSAGE_WORDS.get(type);
	return [kind, attachments.join(', ')].filter(Boolean).join(': ');
}

/** `WhatsApp, Signal` */
export function formatNetworks(networks: readonly Network[]): string {
	return networks.map(({ name }) => name).join(', ');
}

/** The sums of a group, without those that are 0: `238 chats`, `41 unread`, `3 with mentions`. */
export function describeGroup(group: GridGroup): readonly string[] {
	const { unread = 0, mentions = 0 } = group;
	return [
		formatCount(getGroupSize(group), 'chat'),
		...(unread > 0 ? [`${formatNumber(unread)} unread`] : []),
		...(mentions > 0 ? [`${formatNumber(mentions)} with mentions`] : [])
	];
}
