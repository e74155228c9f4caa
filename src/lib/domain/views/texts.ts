import type { Chat } from '../chat/chat';
import { fill } from './column';
import { searchableText } from '../chat-list/search';
import type { Succession } from './succession';

const [NO, YES, UNKNOWN] = [0, 1, 2];
/** Searches whose answers are kept: typing goes on from the one before, deleting goes back to it. */
const KEPT = 8;

/** Which rows hold some words. */
interface Search {
	words: readonly string[];
	/** By row: `NO`, `YES` or `UNKNOWN`. */
	answers: Uint8Array;
}

/** What search looks through in the rows of one list, folded when first asked for. */
export class Texts {
	readonly #chats: readonly Chat[];
	readonly #texts: (string | undefined)[];
	/** The latest first. */
	#searches: readonly Search[];
	/** All before it are folded. */
	#next = 0;

	/** @param steps - from the chats of `before` to these */
	constructor(chats: readonly Chat[], steps: Succession, before?: Texts) {
		this.#chats = chats;
		const texts = before ? before.#texts : [];
		const searches = before ? before.#searches : [];
		this.#texts = succeedTexts(texts, steps);
		this.#searches = searches.map(({ words, answers }) => ({
			words,
			answers: fill(new Uint8Array(chats.length), steps, answers, () => UNKNOWN)
		}));
	}

	/** By row: 1 if it holds all of these folded words, else 0. */
	holding(words: readonly string[]): Uint8Array {
		const search =
			this.#searches.find((known) => isEqual(known.words, words)) ?? this.#begin(words);
		this.#searches = [search, ...this.#searches.filter((known) => known !== search)].slice(0, KEPT);
		const { answers } = search;
		for (let row = 0; row < answers.length; row++) {
			if (answers[row] !== UNKNOWN) continue;
			const text = this.#textAt(row);
			answers[row] = words.every((word) => text.includes(word)) ? YES : NO;
		}
		return answers;
	}

	/** Fold some rows ahead. @returns false when there is nothing left to fold */
	advance(rows: number): boolean {
		const end = Math.min(this.#next + rows, this.#chats.length);
		while (this.#next < end) this.#textAt(this.#next++);
		return this.#next < this.#chats.length;
	}

	/** Search once for what is nowhere: engines are slow with what they do for the first time. */
	rehearse() {
		if (this.#searches.length === 0) this.holding(['\0']);
	}

	/** What does not hold fewer or shorter words need not be asked for more or longer ones. */
	#begin(words: readonly string[]): Search {
		const wider = this.#searches.find((known) =>
			known.words.every((part) => words.some((word) => word.includes(part)))
		);
		const answers = new Uint8Array(this.#chats.length).fill(UNKNOWN);
		if (!wider) return { words, answers };
		for (let row = 0; row < answers.length; row++) {
			if (wider.answers[row] === NO) answers[row] = NO;
		}
		return { words, answers };
	}

	#textAt(row: number): string {
		const known = this.#texts[row];
		if (known !== undefined) return known;
		const chat = this.#chats[row];
		return (this.#texts[row] = chat ? searchableText(chat) : '');
	}
}

function succeedTexts(
	texts: readonly (string | undefined)[],
	{ from, fresh, isInPlace }: Succession
): (string | undefined)[] {
	if (!isInPlace) return Array.from(from, (old) => (old < 0 ? undefined : texts[old]));
	const succeeding = [...texts];
	for (const row of fresh) succeeding[row] = undefined;
	return succeeding;
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
	return some.length === others.length && some.every((word, place) => word === others[place]);
}
