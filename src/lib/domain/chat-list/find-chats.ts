import type { Chat } from '../chat/chat';
import { findName } from '../chat/participant';
import type { IndexedChat } from './chat-index';
import { foldText, getSearchText, toSearchWords } from './search';

/** A chat that was found by a name. */
export interface NamedChat {
	chat: Chat;
	/** The participant of that name; undefined if it is in the title. */
	person?: string;
}

/** Chats whose participants are compared at most: their names are folded at each search. */
const MOST_COMPARED = 300;

/**
 * The chats with a title or a participant of a name, at most so many: titles that begin with it
 * first, then those with a word that begins with it, then other titles, then participants. Equally
 * good ones stay in the given order.
 */
export function findChatsByName(
	chats: readonly IndexedChat[],
	text: string,
	most: number
): readonly NamedChat[] {
	const words = toSearchWords(text);
	const [first = ''] = words;
	if (!first) return [];
	const wanted = words.join(' ');
	const found: [NamedChat[], NamedChat[], NamedChat[], NamedChat[]] = [[], [], [], []];
	let compared = 0;
	for (const { chat } of chats) {
		const all = getSearchText(chat);
		if (!words.every((word) => all.includes(word))) continue;
		const end = all.indexOf('\n');
		const title = end < 0 ? all : all.slice(0, end);
		if (title.startsWith(wanted)) found[0].push({ chat });
		else if (found[1].length >= most) continue;
		else if (words.every((word) => title.includes(word))) {
			found[` ${title}`.includes(` ${first}`) ? 1 : 2].push({ chat });
		} else if (found[3].length < most && compared++ < MOST_COMPARED) {
			const person = findPerson(chat, words);
			if (person !== undefined) found[3].push({ chat, person });
		}
		if (found[0].length >= most) break;
	}
	return found.flat().slice(0, most);
}

function findPerson({ participants, members = [] }: Chat, words: readonly string[]) {
	const people = [participants, ...members.map((member) => member.participants)];
	return people
		.flatMap(({ items }) => items)
		.filter(({ isSelf }) => !isSelf)
		.map((person) => findName(person))
		.find((name) => name && words.every((word) => foldText(name).includes(word)));
}
