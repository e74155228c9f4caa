import type { ChatID } from '../chat/chat';
import type { IndexedChat } from './chat-index';

type Rows = readonly IndexedChat[];

/**
 * Applies {@link keepRowOrder} to successive lists while the view stays the same. Where an undo
 * brings chats back, no row is held: the cursor goes from its row to the first of them.
 *
 * @returns a function of the chats, the address of the view, the held IDs, and those of the chats
 *   whose change is being undone
 */
export function createRowOrder(): (
	chats: Rows,
	view: string,
	heldIDs: ReadonlySet<ChatID>,
	returningIDs: ReadonlySet<ChatID>
) => Rows {
	let [before, viewBefore]: [Rows, string | undefined] = [[], undefined];
	return (chats, view, heldIDs, returningIDs) => {
		const isFree = view !== viewBefore || hasReturned(chats, before, returningIDs);
		before = isFree ? chats : keepRowOrder(chats, before, heldIDs);
		viewBefore = view;
		return before;
	};
}

function hasReturned(chats: Rows, before: Rows, returningIDs: ReadonlySet<ChatID>): boolean {
	function isReturning({ chat }: IndexedChat): boolean {
		return returningIDs.has(chat.id);
	}
	return (
		returningIDs.size > 0 && chats.filter(isReturning).length > before.filter(isReturning).length
	);
}

/**
 * Reorders the chats so that each held one stays right after the row that preceded it: a row must
 * not move away from a user who is about to act on it. Chats that come in, such as one whose change
 * was refused, stand where their order says, above a held one too.
 *
 * @param before - the rows on the screen
 * @param heldIDs - chats that are selected or focused
 */
export function keepRowOrder(chats: Rows, before: Rows, heldIDs: ReadonlySet<ChatID>): Rows {
	if (heldIDs.size === 0 || before.length === 0) return chats;
	const places = new Map(chats.map(({ chat }, place) => [chat.id, place]));
	const followers = findFollowers(places, before, heldIDs);
	const moved = new Set([...followers.values()].flat());
	if (moved.size === 0) return chats;

	/**
	 * IDs of the rows before. Collected on first use only, since in most changes no chat comes in
	 * above a held one.
	 */
	let knownIDs: ReadonlySet<ChatID> | undefined;
	function comesIn({ chat }: IndexedChat): boolean {
		knownIDs ??= new Set(before.map(({ chat }) => chat.id));
		return !knownIDs.has(chat.id);
	}

	const order: number[] = [];
	/** The held chats that come next, after those that come in above them. */
	let waiting = followers.get(FIRST) ?? [];
	for (const [place, row] of chats.entries()) {
		if (moved.has(place)) continue;
		const [held = FIRST] = waiting;
		if (place < held && comesIn(row)) {
			order.push(place);
		} else {
			order.push(...waiting, place);
			waiting = followers.get(place) ?? [];
		}
	}
	return [...order, ...waiting].flatMap((place) => chats[place] ?? []);
}

/** The index before the first row. */
const FIRST = -1;

/**
 * The places of the held chats that are in both lists, by the place of the row that they follow;
 * `FIRST`: no row, so they stay first.
 *
 * @param places - of the chats now
 */
function findFollowers(
	places: ReadonlyMap<ChatID, number>,
	before: Rows,
	heldIDs: ReadonlySet<ChatID>
): ReadonlyMap<number, readonly number[]> {
	/** The places of the rows that are not held, from a row towards the end or the beginning. */
	function* look(from: number, step: 1 | -1) {
		for (let index = from + step; index >= 0 && index < before.length; index += step) {
			const id = before[index]?.chat.id ?? '';
			const place = heldIDs.has(id) ? undefined : places.get(id);
			if (place !== undefined) yield place;
		}
	}

	/**
	 * The place of the nearest earlier row; if that has moved up past others, of the lowest of them that
	 * isn't below the next row.
	 */
	function findNeighbour(row: number): number {
		const [next = Infinity] = look(row, 1);
		let neighbour: number | undefined;
		for (const place of look(row, -1)) {
			if (neighbour !== undefined && (place < neighbour || place > next)) break;
			neighbour = place;
		}
		return neighbour ?? FIRST;
	}

	const followers = new Map<number, number[]>();
	/** The held chats since the last row that isn't held, which all follow one neighbour. */
	let run: number[] | undefined;
	for (const [row, { chat }] of before.entries()) {
		if (!heldIDs.has(chat.id)) {
			run = undefined;
			continue;
		}
		const place = places.get(chat.id);
		if (place === undefined) continue;
		if (!run) {
			const neighbour = findNeighbour(row);
			run = followers.get(neighbour) ?? [];
			followers.set(neighbour, run);
		}
		run.push(place);
	}
	return followers;
}
