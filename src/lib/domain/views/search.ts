import type { Chat } from '../chat';
import type { Participant } from '../user';

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

const searchableTexts = new WeakMap<Chat, string>();

/** Chats are never changed, so each is folded once. */
function searchableText(chat: Chat): string {
	let text = searchableTexts.get(chat);
	if (text === undefined) {
		// Every chat has the user in it: their own name would find them all.
		const others = chat.participants.items.filter(({ isSelf }) => !isSelf);
		text = foldText([chat.title, ...others.flatMap(namesOf), chat.preview?.text ?? ''].join('\n'));
		searchableTexts.set(chat, text);
	}
	return text;
}

function namesOf({ fullName, username, phoneNumber, email }: Participant): string[] {
	return [fullName, username, phoneNumber, email].filter((name) => name !== undefined);
}

/** Whether every word of `q` occurs in a chat's title, participants or preview, in any order. */
export function createSearch(q: string): (chat: Chat) => boolean {
	const words = foldText(q).split(/\s+/u).filter(Boolean);
	return (chat) => {
		if (words.length === 0) return true;
		const text = searchableText(chat);
		return words.every((word) => text.includes(word));
	};
}
