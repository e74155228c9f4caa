import { canClose, canOpen, isPunctuation, isSpace, type Piece } from './escape';

/** On its way: a mark may turn out not to be read, and then has no text. */
interface Part extends Piece {
	isCode: boolean;
}

/** One link in a text: two with one address are two. */
export interface Link {
	href: string;
}

export type Mark = 'bold' | 'italic' | 'strike' | 'spoiler' | Link;

/** Words that look alike: each mark once, in any order, and never two spaces in a row. */
export interface Run {
	text: string;
	marks: readonly Mark[];
	isCode: boolean;
}

/** A mark that has begun in the line; without its signs where they would not be read. */
interface Open {
	mark: Mark;
	begin: Part;
	end: string;
}

/**
 * Marks of a line as Markdown's signs. Where signs would not be read, as within a word, the words
 * stay and the mark goes.
 */
export function piecesOf(line: readonly Run[]): readonly Piece[] {
	const runs = settle(line);
	const ends = endsOf(runs);
	const parts: Part[] = [];
	let open: readonly Open[] = [];

	for (let place = 0; place <= runs.length; place++) {
		const { text = '', marks = [], isCode = false } = runs[place] ?? {};
		const kept = open.findIndex(({ mark }) => !marks.includes(mark));
		const staying = kept < 0 ? open : open.slice(0, kept);
		const next = isCode ? '`' : text.charAt(0);
		close(parts, open.slice(staying.length).reverse(), next);

		// Nothing begins with a space.
		const begun = text.startsWith(' ') ? [] : marks;
		const order = begun
			.filter((mark) => !staying.some((other) => other.mark === mark))
			.toSorted((a, b) => lastPlace(b, place) - lastPlace(a, place));
		open = [...staying, ...openAll(parts, order, next)];
		if (text) parts.push({ text, isLiteral: true, isCode });
	}
	return finish(parts);

	function lastPlace(mark: Mark, place: number): number {
		return ends[place]?.get(mark) ?? place;
	}
}

/** Spaces at the edge of a mark are none of it; neighbours that are alike become one. */
function settle(line: readonly Run[]): readonly Run[] {
	const runs = line.flatMap(({ text, isCode, ...run }): readonly Run[] => {
		const marks = run.marks.filter((mark) => !isBare(mark, text));
		const space: Run = { text: ' ', marks, isCode: false };
		const words = text.trim();
		return [
			text.startsWith(' ') && space,
			words !== '' && { text: words, marks, isCode },
			words !== '' && text.endsWith(' ') && space
		].filter((run) => run !== false);
	});
	const settled: Run[] = [];
	for (const [place, part] of runs.entries()) {
		const last = settled.at(-1);
		const marks =
			part.text === ' '
				? part.marks.filter((mark) =>
						[last, runs[place + 1]].every((one) => one?.marks.includes(mark))
					)
				: part.marks;
		if (last && last.text !== ' ' && last.isCode === part.isCode && isSame(last.marks, marks)) {
			settled[settled.length - 1] = { ...last, text: last.text + part.text };
		} else settled.push({ ...part, marks });
	}
	return settled;
}

/** An address is a link without being told. */
function isBare(mark: Mark, text: string): boolean {
	return typeof mark === 'object' && (mark.href === text || mark.href === `mailto:${text}`);
}

function isSame(some: readonly Mark[], others: readonly Mark[]): boolean {
	return some.length === others.length && some.every((mark) => others.includes(mark));
}

/** For each run the place of the last one that its marks go on to. */
function endsOf(runs: readonly Run[]): readonly ReadonlyMap<Mark, number>[] {
	const ends: Map<Mark, number>[] = [];
	for (let place = runs.length - 1; place >= 0; place--) {
		const marks = runs[place]?.marks ?? [];
		ends[place] = new Map(marks.map((mark) => [mark, ends[place + 1]?.get(mark) ?? place]));
	}
	return ends;
}

function openAll(parts: Part[], marks: readonly Mark[], next: string): readonly Open[] {
	const before = lastCharacter(parts);
	// Stars that end a mark and stars that begin one would be read as one row.
	const star = before === '*' && !parts.at(-1)?.isLiteral ? '_' : '*';
	const emphasis = marks.map((mark) => signsOf(mark, star));
	let last = before;
	return marks.map((mark, place) => {
		const { begin, end } = emphasis[place] ?? { begin: '', end: '' };
		const sign = begin.charAt(0);
		const other = emphasis.slice(place + 1).find((signs) => signs.begin.charAt(0) !== sign);
		const isRead = !isFlanked(mark) || canOpen(last === sign ? before : last, other ? '~' : next);
		const piece = { text: isRead ? begin : '', isLiteral: false, isCode: false };
		parts.push(piece);
		if (isRead) last = sign;
		return { mark, begin: piece, end: isRead ? end : '' };
	});
}

/** @param open - the innermost first */
function close(parts: Part[], open: readonly Open[], next: string) {
	const inner = lastCharacter(parts);
	let last = inner;
	for (const { mark, begin, end } of open) {
		if (end === '') continue;
		const sign = end.charAt(0);
		const isRead =
			!isFlanked(mark) ||
			(canClose(last === sign ? inner : last, next) &&
				(sign !== '_' || isSpace(next) || isPunctuation(next)));
		if (isRead) {
			parts.push({ text: end, isLiteral: false, isCode: false });
			last = end.slice(-1);
		} else begin.text = '';
	}
}

/** Whether a mark's signs mean something only at the edges of words. */
function isFlanked(mark: Mark): boolean {
	return mark === 'bold' || mark === 'italic' || mark === 'strike';
}

function signsOf(mark: Mark, star: string): { begin: string; end: string } {
	if (typeof mark === 'object') return { begin: '[', end: `](${addressOf(mark)})` };
	const sign = { bold: star + star, italic: star, strike: '~~', spoiler: '||' }[mark];
	return { begin: sign, end: sign };
}

/** Without what would end it too early. */
function addressOf({ href }: Link): string {
	return href
		.replace(/[\s<>\\]/g, encodeURIComponent)
		.replaceAll('(', '%28')
		.replaceAll(')', '%29');
}

/** Code that nothing comes between is one: its signs would be read as others. */
function finish(parts: readonly Part[]): readonly Piece[] {
	const pieces: { text: string; isLiteral: boolean; isCode: boolean }[] = [];
	for (const part of parts) {
		const last = pieces.at(-1);
		if (last?.isCode && part.isCode) last.text += part.text;
		else if (part.text) pieces.push({ ...part });
	}
	return pieces.map(({ text, isLiteral, isCode }) =>
		isCode ? { text: codeOf(text), isLiteral: false } : { text, isLiteral }
	);
}

/** Between rows of backticks that are longer than any within. */
function codeOf(text: string): string {
	const fence = '`'.repeat(longestRow(text) + 1);
	const space = /^`|`$/.test(text) ? ' ' : '';
	return fence + space + text + space + fence;
}

/** How many backticks stand in a row at most. */
export function longestRow(text: string): number {
	return (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}

function lastCharacter(parts: readonly Part[]): string {
	const last = parts.findLast(({ text }) => text !== '');
	return last?.isCode ? '`' : (last?.text.slice(-1) ?? '');
}
