import { cleanText } from '../clean-text';
import type { Colours } from './colours';
import { layOutFlow } from './flow';
import { createSpace, placeInColumn, type Block } from './layout';
import { layOutText, type TextStyle } from './text-block';

/** The texts around the content of a picture. */
export interface PageText {
	title: string;
	/** The answer in one sentence. */
	headline?: string | undefined;
	/** Small, on the last line, or on several where it does not fit on one. */
	footer: readonly string[];
}

/** The title, or small above the answer that is the headline. */
export function layOutHead(
	{ title, headline }: PageText,
	left: number,
	width: number,
	colours: Colours
): Block {
	const words = cleanText(title);
	// A number stays with its unit.
	const answer = cleanText(headline ?? '').replace(/(?<=\d) (?=\p{L})/gu, '\u00a0');
	const large = { size: 26, weight: 600, fill: colours.ink, leading: 32 } as const;
	if (answer === '')
		return placeInColumn([layOutBalanced(words, left, width, large), createSpace(14)]);
	const small = { size: 15, weight: 600, fill: colours.inkMuted, leading: 20 } as const;
	const isLong = layOutText(answer, left, width, large).height > large.leading * 3;
	return placeInColumn([
		layOutText(words, left, width, small),
		createSpace(4),
		layOutBalanced(answer, left, width, isLong ? { ...large, size: 18, leading: 24 } : large),
		createSpace(14)
	]);
}

/** Text whose lines are of about the same length, so that no word stands alone on the last. */
function layOutBalanced(text: string, left: number, width: number, style: TextStyle): Block {
	let best = layOutText(text, left, width, style);
	for (let room = width * 0.95; room > width * 0.5; room -= width * 0.05) {
		const narrower = layOutText(text, left, room, style);
		if (narrower.height > best.height) break;
		best = narrower;
	}
	return best;
}

export function layOutFooter(
	{ footer }: PageText,
	left: number,
	width: number,
	colours: Colours
): Block {
	const entries = footer.map((words) => ({ text: cleanText(words), hang: 0, drawMark: () => '' }));
	return layOutFlow(entries, left, width, colours);
}
