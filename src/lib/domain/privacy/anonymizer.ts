import type { Account } from '../chat/account';
import type { Chat, Draft, Label } from '../chat/chat';
import type { MessagePreview } from '../chat/message';
import type { Message } from '../chat/message-list';
import { cleanName } from '../chat/name';
import { findName, type User } from '../chat/participant';
import { createInvent, type Invent } from './faker';
import { createReactionDisguise, type ReactionDisguise } from './anonymize-reactions';

/**
 * Shows everything as it is but whom and what it is about: names, titles, texts and IDs are made
 * up, always the same for the same real one, and pictures are left out. What a chat and an account
 * are found by (`Chat.id`, `accountID`, `Message.id`) stays, so that links lead on: `id` is what to
 * show of those.
 */
export interface Disguise {
	chat(chat: Chat): Chat;
	account(account: Account): Account;
	label(label: Label): Label;
	message(message: Message): Message;
	person<Person extends User>(person: Person): Person;
	/** Whatever else somebody typed: as long, with the same meaning wherever it occurs. */
	text(text: string): string;
	id(id: string): string;
	/** Emoji as they are, whatever else a network calls a reaction as a made-up shortcode. */
	reaction(key: string): string;
	/** The key to send for one that is shown. */
	realReaction(shown: string): string;
}

/** @param salt - a secret of this device: see `createInvent` */
export function createDisguise(salt: string): Disguise {
	const invent = createInvent(salt);
	const reactions = createReactionDisguise(invent);
	/** Chats are never changed, so each is disguised once. */
	const chats = new WeakMap<Chat, Chat>();

	function disguiseOnce(chat: Chat): Chat {
		const known = chats.get(chat) ?? disguiseChat(invent, reactions, chat);
		chats.set(chat, known);
		return known;
	}

	return {
		chat: disguiseOnce,
		account: (account) => disguiseAccount(invent, account),
		label: (label) => disguiseLabel(invent, label),
		message: (message) => disguiseMessage(invent, reactions, message),
		person: (person) => disguisePerson(invent, person),
		text: (text) => textOf(invent, text, text),
		id: (id) => (id === '' ? '' : invent.id(id)),
		reaction: reactions.reaction,
		realReaction: reactions.realReaction
	};
}

function disguisePerson<Person extends User>(invent: Invent, person: Person): Person {
	const { id, username, phoneNumber, email, imgURL } = person;
	const fullName = cleanName(person.fullName);
	return {
		...person,
		id: invent.id(id),
		...(person.fullName !== undefined && { fullName: fullName && invent.person(id) }),
		...(username !== undefined && { username: invent.handle(id) }),
		...(phoneNumber !== undefined && { phoneNumber: invent.phone(id) }),
		...(email !== undefined && { email: invent.email(id) }),
		...(imgURL !== undefined && { imgURL: '' })
	};
}

/** One without a name would be called by its ID, so it gets one too. */
function disguiseLabel(invent: Invent, { id }: Label): Label {
	return { id, name: invent.title(id) };
}

function disguiseChat(invent: Invent, reactions: ReactionDisguise, chat: Chat): Chat {
	const { id, capabilities, description, draft, imgURL, localChatID, preview, labels } = chat;
	const items = chat.participants.items.map((person) => disguisePerson(invent, person));
	return {
		...chat,
		title: getTitle(invent, chat),
		...(capabilities && { capabilities: reactions.capabilities(capabilities) }),
		participants: { ...chat.participants, items },
		...(description && { description: textOf(invent, `${id} description`, description) }),
		...(draft && { draft: disguiseDraft(invent, id, draft) }),
		...(imgURL && { imgURL: '' }),
		...(localChatID && { localChatID: invent.id(localChatID) }),
		...(preview && { preview: disguisePreview(invent, chat, preview) }),
		...(labels && { labels: labels.map((label) => disguiseLabel(invent, label)) })
	};
}

/** A direct chat is called what the other is called, as it really is most of the time. */
function getTitle(invent: Invent, { id, title, type, participants }: Chat): string {
	if (cleanName(title) === '') return '';
	const [other, another] = participants.items.filter(({ isSelf }) => !isSelf);
	return type === 'single' && other && !another ? invent.person(other.id) : invent.title(id);
}

function disguiseDraft(invent: Invent, chatID: string, draft: Draft): Draft {
	const text = textOf(invent, `${chatID} draft`, draft.text);
	return {
		...draft,
		text,
		markdown: text,
		attachments: draft.attachments.map(({ fileName, ...file }) => ({
			...file,
			...(fileName !== undefined && { fileName: invent.file(fileName) })
		}))
	};
}

function disguisePreview(invent: Invent, { participants }: Chat, preview: MessagePreview) {
	const { id, text, senderID, attachments } = preview;
	const senderName = cleanName(preview.senderName);
	// Some previews know their sender by name only.
	const sender =
		senderID ?? participants.items.find((person) => findName(person) === senderName)?.id;
	return {
		...preview,
		...(text !== undefined && { text: textOf(invent, id, text) }),
		...(senderID && { senderID: invent.id(senderID) }),
		...(senderName && { senderName: invent.person(sender ?? senderName) }),
		attachments: attachments.map((name) => (name.includes('.') ? invent.file(name) : name))
	};
}

function disguiseAccount(invent: Invent, account: Account): Account {
	const { accountID, user, statusText } = account;
	const owner = user ?? { id: accountID, fullName: accountID };
	return {
		...account,
		shownID: invent.id(accountID),
		user: disguisePerson(invent, owner),
		// It may name whatever the network likes.
		...(statusText && { statusText: '' })
	};
}

function disguiseMessage(
	invent: Invent,
	{ reaction: shown }: ReactionDisguise,
	message: Message
): Message {
	const { id, chatID, senderID, text } = message;
	const senderName = cleanName(message.senderName);
	return {
		...message,
		senderID: invent.id(senderID),
		...(senderName && { senderName: invent.person(senderID) }),
		...(text !== undefined && { text: textOf(invent, `${chatID} ${id}`, text) }),
		attachments: message.attachments.map(({ fileName, ...file }) => ({
			...file,
			...(fileName !== undefined && { fileName: invent.file(fileName) })
		})),
		reactions: message.reactions.map((reaction) => ({
			...reaction,
			key: shown(reaction.key),
			participantID: invent.id(reaction.participantID),
			...(reaction.imgURL && { imgURL: '' })
		}))
	};
}

function textOf(invent: Invent, id: string, real: string): string {
	return real.trim() === '' ? real : invent.text(id, real);
}
