import { Blocks } from './blocks';
import { escapePieces } from './escape';
import { Marking } from './marking';
import { longestRow, piecesOf, type Run } from './marks';
import { attributeOf, endsLine, isCell, readTags, type Token } from './tags';

type Tag = Exclude<Token, { kind: 'text' }>;

const LANGUAGE = /(?:^|\s)language-([\w+#.-]+)/;

/**
 * A Matrix HTML body as Markdown, as Beeper takes it back: all that Markdown can say of it, and the
 * rest as text. Words without formatting stay as they are, but for a backslash before what Markdown
 * would read something into.
 */
export function markdownOf(html: string): string {
	const writer = new MutationSender();
	for (const token of readTags(html)) {
		if (token.kind === 'text') writer.text(token.text);
		else writer.tag(token);
	}
	return writer.finish();
}

class MutationSender {
	readonly #blocks = new Blocks();
	readonly #marking = new Marking();
	/** Between 1 and 6; 0 outside of headings. */
	#heading = 0;
	#line: Run[] = [];
	/** Within `pre`, where everything stays as it is. */
	#code: { text: string; language: string } | null = null;

	text(text: string) {
		if (this.#code) {
			this.#code.text += text;
			return;
		}
		for (const [place, words] of text.split('\n').entries()) {
			if (place > 0) this.#endLine();
			this.#add(words);
		}
	}

	tag(tag: Tag) {
		if (this.#code) {
			this.#tagInCode(tag, this.#code);
			return;
		}
		const { kind, name, attributes } = tag;
		if (endsLine(name)) this.#endLine();
		if (isCell(name)) this.#add(' ');
		else if (name === 'img') this.#add(attributeOf(attributes, 'alt') ?? '');
		else if (/^h[1-6]$/.test(name)) this.#heading = kind === 'open' ? Number(name.charAt(1)) : 0;
		else if (kind === 'close') this.#close(name);
		else this.#open(name, attributes);
	}

	finish(): string {
		if (this.#code) this.#endCode(this.#code);
		this.#endLine();
		return escapePieces(this.#blocks.pieces);
	}

	#open(name: string, attributes: string) {
		switch (name) {
			case 'blockquote':
				return this.#blocks.openQuote();
			case 'ul':
				return this.#blocks.openList(null);
			case 'ol':
				return this.#blocks.openList(numberOf(attributeOf(attributes, 'start')));
			case 'li':
				return this.#blocks.openItem();
			case 'pre':
				this.#code = { text: '', language: '' };
				return;
			default:
				this.#marking.open(name, attributes);
		}
	}

	#close(name: string) {
		switch (name) {
			case 'blockquote':
				return this.#blocks.close('quote');
			case 'ul':
			case 'ol':
				return this.#blocks.close('list');
			case 'li':
				return this.#blocks.close('item');
			default:
				this.#marking.close(name);
		}
	}

	#tagInCode({ kind, name, attributes }: Tag, code: { text: string; language: string }) {
		if (name === 'pre' && kind === 'close') {
			this.#endCode(code);
			this.#endLine();
		} else if (name === 'br') {
			code.text += '\n';
		} else if (name === 'code' && kind === 'open') {
			code.language ||= LANGUAGE.exec(attributeOf(attributes, 'class') ?? '')?.[1] ?? '';
		}
	}

	#endCode({ text, language }: { text: string; language: string }) {
		this.#code = null;
		const lines = text.replace(/^\n/, '').replace(/\s+$/, '');
		if (lines === '') return;
		const fence = '`'.repeat(Math.max(3, longestRow(lines) + 1));
		this.#blocks.writeCode([fence + language, ...lines.split('\n'), fence]);
	}

	#add(words: string) {
		const spaced = words.replace(/\s+/g, ' ');
		const isSpaced = this.#line.at(-1)?.text.endsWith(' ') ?? true;
		const text = isSpaced ? spaced.trimStart() : spaced;
		const { marks, isCode } = this.#marking;
		if (text) this.#line.push({ text, marks, isCode });
	}

	#endLine() {
		const last = this.#line.pop();
		if (last) {
			const words = piecesOf([...this.#line, { ...last, text: last.text.trimEnd() }]);
			if (words.length > 0) this.#blocks.writeWords(words, this.#heading);
			this.#line = [];
		}
		this.#blocks.endLine();
	}
}

/** @returns 1 for what is no number an ordered list can begin with */
function numberOf(start: string | undefined): number {
	return start !== undefined && /^\d{1,8}$/.test(start) ? Number(start) : 1;
}
