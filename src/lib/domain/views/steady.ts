import type { Chat, ChatID } from '../chat';

/**
 * {@link steady} from one answer to the next, as long as one and the same view is asked for.
 *
 * @returns a function of the chats, what was asked for, and the chats that are held
 */
export function keepSteady() {
	let before: readonly Chat[] = [];
	let asked: string | undefined;
	return (chats: readonly Chat[], view: string, held: ReadonlySet<ChatID>): readonly Chat[] => {
		before = steady(chats, view === asked ? before : [], held);
		asked = view;
		return before;
	};
}

/**
 * The same chats, but those that are held stay behind the neighbour they had before: who is about
 * to do something with a chat must not see it leave.
 *
 * @param before - the chats in the order in which they are on the screen
 */
export function steady(
	chats: readonly Chat[],
	before: readonly Chat[],
	held: ReadonlySet<ChatID>
): readonly Chat[] {
	if (held.size === 0 || before.length === 0) return chats;
	const staying = new Map(chats.filter(({ id }) => held.has(id)).map((chat) => [chat.id, chat]));
	const others = new Set(chats.filter(({ id }) => !held.has(id)).map(({ id }) => id));
	const behind = new Map<ChatID | undefined, Chat[]>();
	let neighbour: ChatID | undefined;
	for (const { id } of before) {
		const chat = staying.get(id);
		if (chat) {
			behind.set(neighbour, [...(behind.get(neighbour) ?? []), chat]);
			staying.delete(id);
		} else if (others.has(id)) neighbour = id;
	}
	return [
		...(behind.get(undefined) ?? []),
		...chats.flatMap((chat) => {
			// One that was not on the screen before stands where it belongs.
			if (held.has(chat.id)) return staying.has(chat.id) ? chat : [];
			return [chat, ...(behind.get(chat.id) ?? [])];
		})
	];
}
