import { padNumber } from '$lib/format/number';
import { FIRST_NAMES, LAST_NAMES, QUALITIES, SENTENCES, THINGS } from './fake-words';

/** Makes fakes: always the same for one original, and without a way to infer the original. */
export interface Faker {
	person(id: string): string;
	title(id: string): string;
	/** About as long as the original. */
	text(id: string, real: string): string;
	/** Digits and letters. */
	id(id: string): string;
	handle(id: string): string;
	email(id: string): string;
	/** From the range reserved for fiction. */
	phone(id: string): string;
	/** Keeps the extension, which states the type of the file. */
	file(name: string): string;
}

const MAX_SENTENCES = 12;

/**
 * @param salt - a secret of this device; without it, originals can't be found by trying names
 */
export function createFaker(salt: string): Faker {
	function draw(kind: string, id: string): (most: number) => number {
		let state = hashText53(`${salt}\n${kind}\n${id}`);
		return (most) => {
			const drawn = state % most;
			state = hashText53(`${state}`);
			return drawn;
		};
	}

	function person(id: string): string {
		const next = draw('person', id);
		return `${pick(FIRST_NAMES, next)} ${pick(LAST_NAMES, next)}`;
	}

	function handle(id: string): string {
		return person(id).toLowerCase().replace(' ', '.');
	}

	function token(id: string): string {
		const next = draw('id', id);
		return [next(2 ** 32), next(2 ** 32)].map((part) => part.toString(36)).join('');
	}

	function text(id: string, real: string): string {
		const next = draw('text', id);
		const sentences: string[] = [];
		let length = 0;
		do {
			const sentence = pick(SENTENCES, next);
			sentences.push(sentence);
			length += sentence.length;
		} while (length < real.length && sentences.length < MAX_SENTENCES);
		return sentences.join(' ');
	}

	return {
		person,
		text,
		id: token,
		handle,
		title(id) {
			const next = draw('title', id);
			return `${pick(QUALITIES, next)} ${pick(THINGS, next)}`;
		},
		email: (id) => `${handle(id)}@example.com`,
		phone: (id) => `+1 ${200 + draw('phone', id)(800)} 555 01${padNumber(draw('line', id)(100))}`,
		file(name) {
			const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
			return `file-${token(name).slice(0, 4)}${ending.toLowerCase()}`;
		}
	};
}

function pick(words: readonly string[], next: (most: number) => number): string {
	return words[next(words.length)] ?? '';
}

/** 53 bits of a text, evenly spread (cyrb53). */
function hashText53(text: string): number {
	let [one, two] = [0xdeadbeef, 0x41c6ce57];
	for (let place = 0; place < text.length; place++) {
		const code = text.charCodeAt(place);
		one = Math.imul(one ^ code, 0x9e3779b1);
		two = Math.imul(two ^ code, 0x5f356495);
	}
	one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
	two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
	return 2 ** 32 * (two & 0x1fffff) + (one >>> 0);
}
