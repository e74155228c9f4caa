import { getAttribute, tokenize, type Tag } from './tokenize';

/** Tags that format words, and the element each becomes. */
const MARKS: ReadonlyMap<string, string> = new Map([
	['b', 'strong'],
	['strong', 'strong'],
	['i', 'em'],
	['em', 'em'],
	['s', 'del'],
	['del', 'del'],
	['strike', 'del'],
	['code', 'code'],
	['a', 'a'],
	['span', 'span']
]);

const CONTAINERS = new Set(['blockquote', 'ol', 'ul']);
const BLOCKS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Tags that only begin a new line. */
const LINES = new Set(['br', 'caption', 'details', 'div', 'summary', 'table', 'tr']);

/** Deeper containers are left out and their words kept: converters recurse into each level. */
const MAX_DEPTH = 12;

/** Schemes that Matrix allows in links. Links to `matrix.to` mention people. */
const LINKED = /^(?:https?|ftp|mailto|magnet|matrix|tel):/i;
const LANGUAGE = /(?:^|\s)language-([\w+#.-]+)/;

/** Punctuation at the edge of a mark keeps Markdown from reading the mark beside a letter. */
const LEADING_PUNCTUATION = /^[\p{P}\p{S}]+/u;
const TRAILING_PUNCTUATION = /[\p{P}\p{S}]+$/u;

/**
 * Matrix HTML as HTML that every parser reads alike: known tags only, marks properly nested and
 * within one line, spaces outside marks, line ends as `<br>`, two of them as a paragraph's end.
 */
export function toStrictHTML(html: string): string {
	const writer = new StrictWriter();
	for (const token of tokenize(html)) {
		if (token.kind === 'text') writer.writeText(token.text);
		else writer.writeTag(token);
	}
	return writer.finish();
}

interface Mark {
	name: string;
	/** The opening tag. */
	tag: string;
	/** Number of open elements of this name; nested ones count as one mark. */
	depth: number;
}

class StrictWriter {
	#html = '';
	/** The last character of the line; empty at its beginning. */
	#last = '';
	#hasSpace = false;
	/** Punctuation not written yet: it stays within its mark only where no letter follows. */
	#tail = '';
	#breaks = 0;
	/** Marks of the next words, by element name, outermost first. */
	readonly #marks = new Map<string, Mark>();
	/** Marks that are open in the output. */
	#written: readonly Mark[] = [];
	/** One entry for each open `span`: true for a spoiler. */
	readonly #spans: boolean[] = [];
	/** One entry for each open container, by element name: true if its tag was written. */
	readonly #containers = new Map<string, boolean[]>();
	#depth = 0;
	#isHeading = false;
	/** The content of the open `pre`, which stays unchanged; null outside of one. */
	#code: { text: string; language: string } | null = null;

	writeText(text: string) {
		if (this.#code) {
			this.#code.text += text;
			return;
		}
		for (const [index, line] of text.split('\n').entries()) {
			if (index > 0) this.#breakLine();
			this.#writeWords(line);
		}
	}

	writeTag(tag: Tag) {
		if (this.#code) this.#writeTagInCode(tag, this.#code);
		else if (LINES.has(tag.name)) this.#breakLine();
		else if (tag.name === 'td' || tag.name === 'th') this.#hasSpace = true;
		else if (tag.name === 'img') this.#writeWords(getAttribute(tag.attributes, 'alt') ?? '');
		else if (tag.name === 'hr') this.#writeBlock('<hr>');
		else if (tag.name === 'pre') this.#openCode(tag);
		else if (CONTAINERS.has(tag.name)) this.#writeContainer(tag);
		else if (BLOCKS.has(tag.name)) this.#writeBlockTag(tag);
		else if (tag.kind === 'open') this.#openMark(tag);
		else this.#closeMark(tag.name);
	}

	finish(): string {
		if (this.#code) this.#closeCode(this.#code);
		this.#writeBlock('');
		return this.#html;
	}

	#breakLine() {
		if (this.#isHeading) this.#hasSpace = true;
		else this.#breaks++;
	}

	#writeWords(text: string) {
		const words = text.trim().replace(/\s+/g, ' ');
		const marks = [...this.#marks.values()];
		if (/^\s/.test(text)) {
			this.#closeMarks(countShared(this.#written, marks), false);
			this.#hasSpace = true;
		}
		if (words === '') return;
		if (this.#breaks > 0) this.#writeBreaks();
		this.#writeRun(words, marks);
		this.#hasSpace = /\s$/.test(text);
	}

	#writeBreaks() {
		const isStarted = this.#last !== '';
		const isParagraph = this.#breaks > 1;
		this.#closeLine();
		if (isStarted) this.#html += isParagraph ? '</p><p>' : '<br>';
	}

	/** @param words - not empty, without spaces at its ends */
	#writeRun(words: string, marks: readonly Mark[]) {
		const kept = countShared(this.#written, marks);
		const space = this.#hasSpace && this.#last !== '' ? ' ' : '';
		const isLetterNext = space === '' && isLetter(words.charAt(0));

		this.#closeMarks(kept, isLetterNext);
		this.#html += space;

		const opening = marks.slice(kept);
		let rest = words;
		if (space === '' && isLetter(this.#last) && opening.some(isFlanked)) {
			const [punctuation = ''] = LEADING_PUNCTUATION.exec(words) ?? [];
			this.#html += escape(punctuation);
			rest = words.slice(punctuation.length);
		}
		if (rest !== '') {
			this.#html += opening.map(({ tag }) => tag).join('');
			this.#written = [...this.#written.slice(0, kept), ...opening];
			const canMove = this.#written.some(isFlanked) && !this.#written.some(isCode);
			const [punctuation = ''] = (canMove && TRAILING_PUNCTUATION.exec(rest)) || [];
			this.#tail = punctuation;
			this.#html += escape(rest.slice(0, rest.length - punctuation.length));
		}
		this.#last = words.slice(-1);
	}

	/** Close all marks but the first few, with the punctuation before them within or behind. */
	#closeMarks(kept: number, isLetterNext: boolean) {
		const closing = this.#written.slice(kept);
		const tags = closing.map(({ name }) => `</${name}>`).reverse();
		const isBehind = isLetterNext && closing.some(isFlanked);
		const tail = escape(this.#tail);
		this.#html += isBehind ? tags.join('') + tail : tail + tags.join('');
		this.#written = this.#written.slice(0, kept);
		this.#tail = '';
	}

	#closeLine() {
		this.#closeMarks(0, false);
		this.#last = '';
		this.#hasSpace = false;
		this.#breaks = 0;
	}

	#writeBlock(html: string) {
		this.#closeLine();
		this.#html += html;
	}

	#writeBlockTag({ kind, name }: Tag) {
		this.#writeBlock(kind === 'open' ? `<${name}>` : `</${name}>`);
		this.#isHeading = name.startsWith('h') && kind === 'open';
	}

	#writeContainer({ kind, name, attributes }: Tag) {
		const open = this.#containers.get(name) ?? [];
		this.#containers.set(name, open);
		if (kind === 'open') {
			const isShallow = this.#depth < MAX_DEPTH;
			open.push(isShallow);
			if (isShallow) this.#depth++;
			const start = name === 'ol' ? getAttribute(attributes, 'start') : undefined;
			const hasStart = start !== undefined && /^\d{1,8}$/.test(start);
			this.#writeBlock(isShallow ? `<${name}${hasStart ? ` start="${start}"` : ''}>` : '');
		} else if (open.pop()) {
			this.#depth--;
			this.#writeBlock(`</${name}>`);
		} else {
			this.#breakLine();
		}
	}

	#openMark({ name: tagName, attributes }: Tag) {
		const name = MARKS.get(tagName);
		if (name === undefined) return;
		let tag = `<${name}>`;
		if (name === 'a') {
			this.#marks.delete(name);
			const href = getAttribute(attributes, 'href')?.trim() ?? '';
			if (!LINKED.test(href)) return;
			tag = `<a href="${escape(href)}">`;
		} else if (name === 'span') {
			const reason = getAttribute(attributes, 'data-mx-spoiler');
			this.#spans.push(reason !== undefined);
			if (reason === undefined) return;
			tag = `<span data-mx-spoiler="${escape(reason)}">`;
		}
		const mark = this.#marks.get(name);
		if (mark) mark.depth++;
		else this.#marks.set(name, { name, tag, depth: 1 });
	}

	#closeMark(tagName: string) {
		const name = MARKS.get(tagName);
		const mark = this.#marks.get(name ?? '');
		if (!mark || (name === 'span' && !this.#spans.pop())) return;
		mark.depth--;
		if (mark.depth === 0) this.#marks.delete(mark.name);
	}

	#openCode({ kind }: Tag) {
		this.#writeBlock('');
		if (kind === 'open') this.#code = { text: '', language: '' };
	}

	#writeTagInCode({ kind, name, attributes }: Tag, code: { text: string; language: string }) {
		if (name === 'pre' && kind === 'close') {
			this.#closeCode(code);
		} else if (name === 'br') {
			code.text += '\n';
		} else if (name === 'code' && kind === 'open') {
			code.language ||= LANGUAGE.exec(getAttribute(attributes, 'class') ?? '')?.[1] ?? '';
		}
	}

	#closeCode({ text, language }: { text: string; language: string }) {
		this.#code = null;
		const lines = text.replace(/^\n/, '').trimEnd();
		if (lines === '') return;
		const name = language && ` class="language-${language}"`;
		this.#html += `<pre><code${name}>${escape(lines)}</code></pre>`;
	}
}

/** The number of marks that both lists begin with. */
function countShared(some: readonly Mark[], others: readonly Mark[]): number {
	const index = some.findIndex(({ tag }, index) => tag !== others[index]?.tag);
	return index < 0 ? some.length : index;
}

function isCode({ name }: Mark): boolean {
	return name === 'code';
}

/** True when Markdown reads the signs of a mark only at the edges of words. */
function isFlanked({ name }: Mark): boolean {
	return name === 'strong' || name === 'em' || name === 'del';
}

function isLetter(character: string): boolean {
	return /[^\s\p{P}\p{S}]/u.test(character);
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
