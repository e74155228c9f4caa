import { getNetworkColour } from '$lib/domain/chat/network';
import { SYMBOL_PATHS } from '$lib/domain/capabilities/table/labels';
import type { Comparison } from '$lib/domain/capabilities/table/table';
import { clean } from '../clean-text';
import { COMPARISONS } from '../words';
import { element, escapeXml } from './xml';
import type { Palette } from './palette';

/** Pixels; the field of a symbol is 16 by 16, drawn a little smaller. */
export const MARK = 14;

const STROKE = {
	fill: 'none',
	'stroke-width': 1.7,
	'stroke-linecap': 'round',
	'stroke-linejoin': 'round'
} as const;

/** A symbol of `format.ts`; one without a drawing is a letter. */
export function symbolMark(symbol: string, x: number, y: number, ink: string): string {
	const path = SYMBOL_PATHS.get(symbol);
	if (path === undefined)
		return element('text', { x, y: y + 11, 'font-size': 13, fill: ink }, escapeXml(clean(symbol)));
	return element('path', { d: path, transform: placed(x, y), ...STROKE, stroke: ink });
}

const ARROWS: Readonly<Record<keyof typeof COMPARISONS, string>> = {
	better: 'M8 3.5 13.5 12.5h-11z',
	worse: 'M8 12.5 2.5 3.5h11z',
	other: 'M3 6h10M3 10.2h10M10.8 2.8 5.2 13.4'
};
const ARROW_TONES = { better: 'good', worse: 'bad', other: 'fair' } as const;

/** Better, worse or other, with words for whoever cannot see it. */
export function comparisonMark(
	comparison: Exclude<Comparison, 'same'>,
	x: number,
	y: number,
	{ tones }: Palette
): string {
	const { ink } = tones[ARROW_TONES[comparison]];
	const { meaning } = COMPARISONS[comparison];
	const paint =
		comparison === 'other' ? { ...STROKE, 'stroke-width': 2, stroke: ink } : { fill: ink };
	const attributes = { d: ARROWS[comparison], transform: placed(x, y, 0.72), ...paint };
	return element('path', attributes, element('title', {}, escapeXml(meaning)));
}

/** The small square in a network's colour. */
export function networkMark(
	networkKey: string | undefined,
	x: number,
	y: number,
	palette: Palette
): string {
	const colour = networkKey === undefined ? undefined : getNetworkColour(networkKey);
	return element('rect', {
		...{ x: x + 0.5, y: y + 0.5, width: 10, height: 10, rx: 3 },
		fill: colour ?? palette.lineStrong,
		stroke: palette.ink,
		'stroke-opacity': 0.15
	});
}

function placed(x: number, y: number, scale = MARK / 16): string {
	const [left, top] = [x, y].map((value) => Number(value.toFixed(2)));
	return `translate(${left} ${top}) scale(${scale})`;
}
