import type { Piece } from './escape';

/** What lines are in: a quote, a list, or one item of a list. */
export type Container =
	| { kind: 'quote' }
	/** `next`: the number of its next item; null: bullets. */
	| List
	/** `sign`: null until its first words come. */
	| { kind: 'item'; list: List | undefined; sign: string | null };

interface List {
	kind: 'list';
	next: number | null;
}

/** What is nested deeper is written as if it were not, so that no line has an endless beginning. */
const DEEPEST = 12;

/** Writes lines of Markdown, each with the signs of what it is in. */
export class Blocks {
	readonly #pieces: Piece[] = [];
	/** Line ends since the last words. */
	#breaks = 0;
	readonly #open: Container[] = [];
	readonly #lists: List[] = [];
	readonly #depths = { quote: 0, list: 0, item: 0 };
	/** What the last line was in. */
	#last: readonly Container[] = [];

	get pieces(): readonly Piece[] {
		return this.#pieces;
	}

	/** Two in a row make an empty line, more are no more. */
	endLine() {
		this.#breaks++;
	}

	openQuote() {
		this.#push({ kind: 'quote' });
	}

	/** @param first - the number of its first item; null: bullets */
	openList(first: number | null) {
		const list: List = { kind: 'list', next: first };
		this.#lists.push(list);
		this.#push(list);
	}

	/** Items need not be closed before the next one begins. */
	openItem() {
		if (this.#open.at(-1)?.kind === 'item') this.#pop();
		this.#push({ kind: 'item', list: this.#lists.at(-1), sign: null });
	}

	/** Close the innermost of a kind, with all that is open in it; nothing where there is none. */
	close(kind: Container['kind']) {
		if (this.#depths[kind] === 0) return;
		while (this.#pop()?.kind !== kind);
	}

	/** One line of words. @param level - of a heading; 0: none */
	writeWords(words: readonly Piece[], level: number) {
		const sign = level ? `${'#'.repeat(level)} ` : '';
		const begins = level ? 'heading' : 'paragraph';
		this.#pieces.push({ text: this.#begin() + sign, isLiteral: false, begins }, ...words);
	}

	/** Lines that stay as they are. */
	writeCode(lines: readonly string[]) {
		const first = this.#begin();
		const others = `\n${beginningOf(this.#last)}`;
		const text = first + lines.join(others).replace(/[^\S\n]+$/gm, '');
		this.#pieces.push({ text, isLiteral: false });
	}

	/** Everything before the words of a line. */
	#begin(): string {
		const shown = this.#open.slice(0, DEEPEST);
		const gap = this.#pieces.length > 0 ? this.#gapBefore(shown) : '';
		this.#last = shown;
		this.#breaks = 0;
		return gap + beginningOf(shown);
	}

	#push(container: Container) {
		this.#open.push(container);
		this.#depths[container.kind]++;
	}

	#pop(): Container | undefined {
		const container = this.#open.pop();
		if (container) this.#depths[container.kind]--;
		if (container?.kind === 'list') this.#lists.pop();
		return container;
	}

	#gapBefore(shown: readonly Container[]): string {
		const begun = shown.flatMap((one) => (one.kind === 'item' && one.sign === null ? [one] : []));
		const list = outermostList(shown);
		// Only a list that begins with 1 may follow words at once.
		const isLate = begun.some(
			({ list }) => list && !this.#last.includes(list) && list.next !== null && list.next !== 1
		);
		if (begun.length > 0 && list && list === outermostList(this.#last) && !isLate) return '\n';
		// Else what follows a quote or a list would be read as part of it.
		const hasLeft = this.#last.some((container) => !shown.includes(container));
		if (!hasLeft && !isLate && this.#breaks < 2) return '\n';
		const shared = shown.filter((container) => this.#last.includes(container));
		return `\n${beginningOf(shared).trimEnd()}\n`;
	}
}

function outermostList(containers: readonly Container[]): Container | undefined {
	return containers.find(({ kind }) => kind === 'list');
}

/** An item has its sign once, and room for it after that. */
function beginningOf(containers: readonly Container[]): string {
	return containers
		.map((container) => {
			if (container.kind === 'quote') return '> ';
			if (container.kind === 'list') return '';
			if (container.sign !== null) return ' '.repeat(container.sign.length);
			container.sign = nextSign(container.list);
			return container.sign;
		})
		.join('');
}

function nextSign(list: List | undefined): string {
	if (!list || list.next === null) return '- ';
	return `${list.next++}. `;
}
