import { placeInColumn, createSpace, type Block } from './layout';
import type { Colours } from './colours';
import { escapeXml, writeElement } from './xml';

/** Pixels between the border of a card and its content. */
export const CARD_PADDING = 16;

/** The place of a card in a picture, and its colours. */
export interface CardFrame {
	/** Pixels. */
	left: number;
	/** Pixels. */
	width: number;
	/** The greatest height in pixels, up to which the card grows; absent: no limit. */
	room?: number;
	colours: Colours;
}

export interface Card extends Block {
	/** Number of rows that have no room. */
	leftOut: number;
}

/** Content on a surface with a border. */
export function layOutSectionCard(
	blocks: readonly Block[],
	{ left, width, colours }: CardFrame
): Block {
	const content = placeInColumn([createSpace(CARD_PADDING), ...blocks, createSpace(CARD_PADDING)]);
	return {
		height: content.height,
		draw: (top, height) =>
			writeElement('rect', {
				...{ x: left + 0.5, y: top + 0.5, width: width - 1, height: height - 1, rx: 8 },
				...{ fill: colours.surface, stroke: colours.line }
			}) + content.draw(top, height)
	};
}

interface LabelStyle {
	fill: string;
	size: number;
	anchor?: 'middle' | 'end';
	weight?: 600;
}

/**
 * Draws one line of cleaned text.
 *
 * @param y - its baseline
 */
export function drawLabel(
	text: string,
	x: number,
	y: number,
	{ fill, size, anchor, weight }: LabelStyle
): string {
	const attributes = {
		x,
		y,
		'font-size': size,
		'font-weight': weight,
		'text-anchor': anchor,
		fill
	};
	return writeElement('text', attributes, escapeXml(text));
}
