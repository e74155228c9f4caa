import type { Link, Mark } from './marks';
import { attributeOf } from './tags';

const MARKS: ReadonlyMap<string, 'bold' | 'italic' | 'strike'> = new Map([
	['b', 'bold'],
	['strong', 'bold'],
	['i', 'italic'],
	['em', 'italic'],
	['s', 'strike'],
	['del', 'strike'],
	['strike', 'strike']
]);

/** Addresses that Matrix lets be linked to; those at `matrix.to` mention people. */
const LINKED = /^(?:https?|ftp|mailto|magnet|matrix|tel):/i;

/** How words look, by the tags they are in. Tags may overlap, and need not be closed. */
export class Marking {
	readonly #depths = { bold: 0, italic: 0, strike: 0 };
	/** For each open `span`, whether it hides its words. */
	readonly #spans: boolean[] = [];
	#spoilers = 0;
	#link: Link | null = null;
	#code = 0;
	#marks: readonly Mark[] = [];

	get marks() {
		return this.#marks;
	}

	get isCode() {
		return this.#code > 0;
	}

	open(name: string, attributes: string) {
		const mark = MARKS.get(name);
		if (mark) this.#depths[mark]++;
		else if (name === 'code') this.#code++;
		else if (name === 'a') this.#link = linkOf(attributes);
		else if (name === 'span') {
			const isSpoiler = attributeOf(attributes, 'data-mx-spoiler') !== undefined;
			this.#spans.push(isSpoiler);
			if (isSpoiler) this.#spoilers++;
		} else return;
		this.#renew();
	}

	close(name: string) {
		const mark = MARKS.get(name);
		if (mark) this.#depths[mark] = Math.max(0, this.#depths[mark] - 1);
		else if (name === 'code') this.#code = Math.max(0, this.#code - 1);
		else if (name === 'a') this.#link = null;
		else if (name === 'span') {
			if (this.#spans.pop()) this.#spoilers--;
		} else return;
		this.#renew();
	}

	#renew() {
		// Nothing changes within code: signs mean nothing there.
		if (this.#code > 0) return;
		const { bold, italic, strike } = this.#depths;
		const marks: readonly (Mark | false | null)[] = [
			this.#link,
			this.#spoilers > 0 && 'spoiler',
			bold > 0 && 'bold',
			italic > 0 && 'italic',
			strike > 0 && 'strike'
		];
		this.#marks = marks.filter((one) => one !== false && one !== null);
	}
}

function linkOf(attributes: string): Link | null {
	const href = attributeOf(attributes, 'href')?.trim() ?? '';
	return LINKED.test(href) ? { href } : null;
}
