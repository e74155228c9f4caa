import type { Account } from '../chat/account';
import { EVERYBODY, type Chat, type Draft, type Label, type MessagePreview } from '../chat/chat';
import type { Message } from '../chat/message';
import { cleanName } from '../chat/name';
import { findName, type User } from '../chat/participant';
import type { ParseIssue } from '../connection/source';
import { createFaker, type Faker } from './faker';
import { createReactionAnonymizer, type ReactionAnonymizer } from './anonymize-reactions';

/**
 * Replaces names, titles, texts and IDs by fakes, and leaves out pictures. Equal originals give equal
 * fakes. The IDs by which chats, accounts and messages are found (`Chat.id`, `accountID`,
 * `Message.id`) are kept, so that links work; `id` gives the fake to show for them.
 */
export interface Anonymizer {
	chat(chat: Chat): Chat;
	account(account: Account): Account;
	label(label: Label): Label;
	message(message: Message): Message;
	person<Person extends User>(person: Person): Person;
	parseIssue(issue: ParseIssue): ParseIssue;
	/** Any other text; the fake is about as long. */
	text(text: string): string;
	id(id: string): string;
	/** Emoji are kept; any other key becomes a fake shortcode. */
	reaction(key: string): string;
	/** The original key of a fake one. */
	realReaction(shown: string): string;
}

/** @param salt - a secret of this device: see {@link createFaker} */
export function createAnonymizer(salt: string): Anonymizer {
	const faker = createFaker(salt);
	const reactions = createReactionAnonymizer(faker);
	/** Fakes by original: chats are immutable, so each is anonymized once. */
	const chats = new WeakMap<Chat, Chat>();

	function anonymizeOnce(chat: Chat): Chat {
		const known = chats.get(chat) ?? anonymizeChat(faker, reactions, chat);
		chats.set(chat, known);
		return known;
	}

	return {
		chat: anonymizeOnce,
		account: (account) => anonymizeAccount(faker, account),
		label: (label) => anonymizeLabel(faker, label),
		message: (message) => anonymizeMessage(faker, reactions, message),
		person: (person) => anonymizePerson(faker, person),
		parseIssue: (issue) => anonymizeParseIssue(faker, issue),
		text: (text) => fakeText(faker, text, text),
		id: (id) => (id === '' ? '' : faker.id(id)),
		reaction: reactions.reaction,
		realReaction: reactions.realReaction
	};
}

function anonymizePerson<Person extends User>(faker: Faker, person: Person): Person {
	const { id, username, phoneNumber, email, imgURL } = person;
	const fullName = cleanName(person.fullName);
	return {
		...person,
		id: faker.id(id),
		...(person.fullName !== undefined && { fullName: fullName && faker.person(id) }),
		...(username !== undefined && { username: faker.handle(id) }),
		...(phoneNumber !== undefined && { phoneNumber: faker.phone(id) }),
		...(email !== undefined && { email: faker.email(id) }),
		...(imgURL !== undefined && { imgURL: '' })
	};
}

/** Positions (`#12`) tell nothing, and are kept. */
function anonymizeParseIssue(faker: Faker, issue: ParseIssue): ParseIssue {
	const { item } = issue;
	return item === null || /^#\d+$/.test(item) ? issue : { ...issue, item: faker.id(item) };
}

/** Labels without a name get a fake name, too, as they would otherwise be shown by their ID. */
function anonymizeLabel(faker: Faker, { id }: Label): Label {
	return { id, name: faker.title(id) };
}

function anonymizeChat(faker: Faker, reactions: ReactionAnonymizer, chat: Chat): Chat {
	const { id, capabilities, description, draft, imgURL, localChatID, preview, labels } = chat;
	const items = chat.participants.items.map((person) => anonymizePerson(faker, person));
	return {
		...chat,
		title: getTitle(faker, chat),
		...(capabilities && { capabilities: reactions.capabilities(capabilities) }),
		participants: { ...chat.participants, items },
		...(description && { description: fakeText(faker, `${id} description`, description) }),
		...(draft && { draft: anonymizeDraft(faker, id, draft) }),
		...(imgURL && { imgURL: '' }),
		...(localChatID && { localChatID: faker.id(localChatID) }),
		...(preview && { preview: anonymizePreview(faker, chat, preview) }),
		...(labels && { labels: labels.map((label) => anonymizeLabel(faker, label)) })
	};
}

/** A direct chat is named after the other participant, as most are. */
function getTitle(faker: Faker, { id, title, type, participants }: Chat): string {
	if (cleanName(title) === '') return '';
	const [other, another] = participants.items.filter(({ isSelf }) => !isSelf);
	return type === 'single' && other && !another ? faker.person(other.id) : faker.title(id);
}

function anonymizeDraft(faker: Faker, chatID: string, draft: Draft): Draft {
	const text = fakeText(faker, `${chatID} draft`, draft.text);
	return {
		...draft,
		text,
		markdown: text,
		attachments: draft.attachments.map(({ fileName, ...file }) => ({
			...file,
			...(fileName !== undefined && { fileName: faker.file(fileName) })
		}))
	};
}

function anonymizePreview(faker: Faker, { participants }: Chat, preview: MessagePreview) {
	const { id, text, senderID, mentions, attachments } = preview;
	const senderName = cleanName(preview.senderName);
	// Some previews name their sender without an ID.
	const sender =
		senderID ?? participants.items.find((person) => findName(person) === senderName)?.id;
	return {
		...preview,
		...(text !== undefined && { text: fakeText(faker, id, text) }),
		...(senderID && { senderID: faker.id(senderID) }),
		...(senderName && { senderName: faker.person(sender ?? senderName) }),
		...(mentions && { mentions: anonymizeMentions(faker, mentions) }),
		attachments: attachments.map((name) => (name.includes('.') ? faker.file(name) : name))
	};
}

function anonymizeMentions(faker: Faker, mentions: readonly string[]): readonly string[] {
	return mentions.map((mention) => (mention === EVERYBODY ? mention : faker.id(mention)));
}

function anonymizeAccount(faker: Faker, account: Account): Account {
	const { accountID, user, statusText } = account;
	const owner = user ?? { id: accountID, fullName: accountID };
	return {
		...account,
		shownID: faker.id(accountID),
		user: anonymizePerson(faker, owner),
		// The text is the network's own and may contain names.
		...(statusText && { statusText: '' })
	};
}

function anonymizeMessage(
	faker: Faker,
	{ reaction: shown }: ReactionAnonymizer,
	message: Message
): Message {
	const { id, chatID, senderID, mentions, text } = message;
	const senderName = cleanName(message.senderName);
	return {
		...message,
		senderID: faker.id(senderID),
		...(senderName && { senderName: faker.person(senderID) }),
		...(mentions && { mentions: anonymizeMentions(faker, mentions) }),
		...(text !== undefined && { text: fakeText(faker, `${chatID} ${id}`, text) }),
		attachments: message.attachments.map(({ fileName, ...file }) => ({
			...file,
			...(fileName !== undefined && { fileName: faker.file(fileName) }),
			...(file.srcURL && { srcURL: '' }),
			...(file.posterImg && { posterImg: '' })
		})),
		reactions: message.reactions.map((reaction) => ({
			...reaction,
			key: shown(reaction.key),
			participantID: faker.id(reaction.participantID),
			...(reaction.imgURL && { imgURL: '' })
		}))
	};
}

function fakeText(faker: Faker, id: string, real: string): string {
	return real.trim() === '' ? real : faker.text(id, real);
}
