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

/** The folded words of a search; empty: every chat matches. */
export function toSearchWords(q: string): readonly string[] {
	return foldText(q).split(/\s+/u).filter(Boolean);
}

const searchTexts = new WeakMap<Chat, string>();

/**
 * Title, participants, labels and preview of a chat, folded; for a merged chat, those of its
 * members too. Cached per chat object: folding takes a few microseconds, comparing folded text a
 * tenth of one.
 */
export function getSearchText(chat: Chat): string {
	const known = searchTexts.get(chat);
	if (known !== undefined) return known;
	const labels = getLabels(chat).map(({ name = '' }) => name);
	const members = (chat.members ?? []).flatMap(getTexts);
	const text = foldText([...getTexts(chat), ...labels, ...members].join('\n'));
	searchTexts.set(chat, text);
	return text;
}

/** Creates a test that every word of `q` occurs in the search text of a chat, in any order. */
export function createSearch(q: string): (chat: Chat) => boolean {
	const words = toSearchWords(q);
	if (words.length === 0) return () => true;
	return (chat) => {
		const text = getSearchText(chat);
		for (const word of words) if (!text.includes(word)) return false;
		return true;
	};
}

function getTexts({ title, participants, preview }: Chat): string[] {
	// The user is a participant of every chat, so their own name would match all of them.
	const others = participants.items.filter(({ isSelf }) => !isSelf);
	return [title, ...others.flatMap(getNames), preview?.text ?? ''];
}

function getNames({ fullName, username, phoneNumber, email }: Participant): string[] {
	return [fullName, username, phoneNumber, email].filter((name) => name !== undefined);
}
