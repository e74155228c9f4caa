import { getNetworkMark } from '$lib/domain/chat/network';
import {
	SYMBOL_PATHS,
	type Difference,
	COMPARISONS
} from '$lib/domain/capabilities/table/table-labels';
import { cleanText } from '../clean-text';
import { writeElement, escapeXml } from './xml';
import type { Colours } from './colours';

/** Pixels; symbols are designed on a field of 16 × 16 and drawn a little smaller. */
export const SYMBOL_SIZE = 14;

const STROKE = {
	fill: 'none',
	'stroke-width': 1.7,
	'stroke-linecap': 'round',
	'stroke-linejoin': 'round'
} as const;

/** Draws a symbol of `format-value.ts`; a symbol without a path is drawn as a character. */
export function drawSymbol(symbol: string, x: number, y: number, ink: string): string {
	const path = SYMBOL_PATHS.get(symbol);
	if (path === undefined)
		return writeElement(
			'text',
			{ x, y: y + 11, 'font-size': 13, fill: ink },
			escapeXml(cleanText(symbol))
		);
	return writeElement('path', { d: path, transform: toTransform(x, y), ...STROKE, stroke: ink });
}

const TONES = { better: 'good', worse: 'bad', similar: 'silent', other: 'fair' } as const;
/** Differences that are drawn as lines rather than as an area. */
const LINES: ReadonlySet<Difference> = new Set(['similar', 'other']);

/** Draws the mark of a difference, with its meaning as title. */
export function drawComparison(
	comparison: Difference,
	x: number,
	y: number,
	{ tones }: Colours
): string {
	const { ink } = tones[TONES[comparison]];
	const { meaning } = COMPARISONS[comparison];
	const paint = LINES.has(comparison)
		? { ...STROKE, 'stroke-width': 2, stroke: ink }
		: { fill: ink };
	const attributes = {
		d: COMPARISONS[comparison].path,
		transform: toTransform(x, y, 0.72),
		...paint
	};
	return writeElement('path', attributes, writeElement('title', {}, escapeXml(meaning)));
}

/** Pixels. */
export const MARK_SIZE = 16;

/** Draws a network's mark, as `NetworkMark.svelte` does; nothing without a network. */
export function drawNetworkMark(
	networkKey: string | undefined,
	x: number,
	y: number,
	size = MARK_SIZE
): string {
	if (networkKey === undefined) return '';
	const { letters, colour } = getNetworkMark(networkKey);
	const middle = { x: x + size / 2, y: y + size * 0.7, 'text-anchor': 'middle' };
	return writeElement(
		'g',
		{ 'aria-hidden': 'true' },
		writeElement('rect', { x, y, width: size, height: size, rx: size * 0.28, fill: colour }) +
			writeElement(
				'text',
				{ ...middle, 'font-size': size * 0.56, 'font-weight': 700, fill: '#ffffff' },
				escapeXml(cleanText(letters))
			)
	);
}

function toTransform(x: number, y: number, scale = SYMBOL_SIZE / 16): string {
	const [left, top] = [x, y].map((value) => Number(value.toFixed(2)));
	return `translate(${left} ${top}) scale(${scale})`;
}
