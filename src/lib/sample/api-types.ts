import type { Account } from '@beeper/desktop-api/resources/accounts/accounts';
import type { Chat, ChatListResponse } from '@beeper/desktop-api/resources/chats/chats';
import type { Attachment, Message, Reaction, User } from '@beeper/desktop-api/resources/shared';

export interface WireLabel {
	id: string;
	name: string;
}

/** A chat with fields of newer servers, which the SDK 5.0.0 lacks. */
interface NewerFields {
	labels?: WireLabel[];
	merge?: { chatIDs: string[]; defaultChatID?: string };
	mergedIntoChatID?: string;
}

/** Wire shapes come from the official SDK; none are defined by the dashboard. */
export type WireChat = Chat & NewerFields;
export type WireListedChat = ChatListResponse & NewerFields;
export type WireCapabilities = Chat.Capabilities;
export type WireParticipant = Chat.Participants.Item;
export type WireDraft = Chat.Draft;
export type WireMessage = Message;
export type WireAttachment = Attachment;
export type WireReaction = Reaction;
export type WireUser = User;

/** Servers since 4.3 report the status of an account; the SDK 5.0.0 lacks these fields. */
export interface WireAccount extends Account {
	status?: string;
	statusText?: string;
	loginID?: string;
}
