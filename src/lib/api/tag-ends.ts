const STOP = /[<>"']/g;

/**
 * Where the tag that has begun closes: at the first `>` outside quotes.
 *
 * @param from - where its name has ended
 * @returns undefined for none, or another `<` first
 */
export function findTagEnd(html: string, from: number): number | undefined {
	let place = from;
	for (;;) {
		STOP.lastIndex = place;
		const stop = STOP.exec(html);
		if (!stop || stop[0] === '<') return undefined;
		if (stop[0] === '>') return stop.index;
		const quote = html.indexOf(stop[0], stop.index + 1);
		if (quote === -1) return undefined;
		place = quote + 1;
	}
}

/** Attributes that may stand without a value, or are known by their name. */
const BARE =
	/^(?:data-.*|alt|class|color|download|height|href|id|open|rel|reversed|src|start|style|target|title|width)$/i;

const ATTRIBUTE = /[\s/]*([a-z][\w:.-]*)(?![\w:.-])(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/giy;

/** Whether this is how HTML writes attributes: `a <b && c> d` and `a <b and c> d` have none. */
export function isAttributeList(text: string): boolean {
	ATTRIBUTE.lastIndex = 0;
	let end = 0;
	for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
		const [, name = '', value] = match;
		if (value === undefined && !BARE.test(name)) return false;
		end = ATTRIBUTE.lastIndex;
	}
	return /^[\s/]*$/.test(text.slice(end));
}

/** Tells where a pattern that is found from some place on ends. */
export type Finder = (pattern: RegExp, from: number) => number | undefined;

/** Looks for what isn't there once only, however often it's asked for it; `from` never goes back. */
export function createFinder(text: string): Finder {
	const missing = new Set<RegExp>();
	return (pattern, from) => {
		if (missing.has(pattern)) return undefined;
		pattern.lastIndex = from;
		if (pattern.test(text)) return pattern.lastIndex;
		missing.add(pattern);
		return undefined;
	};
}
