import type { Chat } from '../chat/chat';
import { getLabels } from '../chat/labels';
import type { Participant } from '../chat/participant';

/**
 * Text as search compares it: without case, accents, width or invisible characters, in any script.
 * Vowel signs of Indian and South-East Asian scripts are letters, not accents, and stay.
 */
export function foldText(text: string): string {
	return (
		text
			.normalize('NFKD')
			.replace(/(?=\p{M})\p{Diacritic}|\p{Default_Ignorable_Code_Point}/gu, '')
			// First ẞ becomes ß, then ß meets ss and both small sigmas meet in upper case.
			.toLowerCase()
			.toUpperCase()
	);
}

/** What a search looks for, folded; none: everything is found. */
export function wordsOf(q: string): readonly string[] {
	return foldText(q).split(/\s+/u).filter(Boolean);
}

/** Title, participants, labels and preview of a chat, folded; of a merged chat, its members' too. */
export function searchableText(chat: Chat): string {
	const labels = getLabels(chat).map(({ name = '' }) => name);
	const members = (chat.members ?? []).flatMap(textsOf);
	return foldText([...textsOf(chat), ...labels, ...members].join('\n'));
}

function textsOf({ title, participants, preview }: Chat): string[] {
	// Every chat has the user in it: their own name would find them all.
	const others = participants.items.filter(({ isSelf }) => !isSelf);
	return [title, ...others.flatMap(namesOf), preview?.text ?? ''];
}

function namesOf({ fullName, username, phoneNumber, email }: Participant): string[] {
	return [fullName, username, phoneNumber, email].filter((name) => name !== undefined);
}

const searchableTexts = new WeakMap<Chat, string>();

/** Chats are never changed, so each is folded once. */
function rememberedText(chat: Chat): string {
	const text = searchableTexts.get(chat) ?? searchableText(chat);
	searchableTexts.set(chat, text);
	return text;
}

/**
 * Whether every word of `q` occurs in a chat's title, participants, labels or preview, in any order. For a
 * few chats; for all of them see `Texts`.
 */
export function createSearch(q: string): (chat: Chat) => boolean {
	const words = wordsOf(q);
	return (chat) => {
		if (words.length === 0) return true;
		const text = rememberedText(chat);
		return words.every((word) => text.includes(word));
	};
}
