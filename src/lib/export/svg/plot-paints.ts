import { getNetworkMark } from '$lib/domain/chat/network';
import type { PlotPart } from '$lib/domain/overview/plot';
import { getPattern, TILE } from '$lib/domain/overview/plot-patterns';
import type { Colours } from './colours';
import { writeElement } from './xml';

/** The fill of a part. */
export function getFill(id: string, part: number): string {
	return `url(#${id}-${part})`;
}

/** Defines the fills of all parts. @param id - unique in the picture */
export function drawPaints(id: string, parts: readonly PlotPart[], colours: Colours): string {
	const patterns = parts.map((part, index) => {
		const lines =
			'networkKey' in part.paint
				? writeElement('path', {
						...{ d: getPattern(index), fill: 'none', stroke: '#ffffff' },
						...{ 'stroke-opacity': 0.6, 'stroke-width': 1.4, 'stroke-linecap': 'round' }
					})
				: '';
		const ground = writeElement('rect', {
			...{ width: TILE, height: TILE, fill: getColour(part, colours) }
		});
		const attributes = {
			...{ id: `${id}-${index}`, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' }
		};
		return writeElement('pattern', attributes, ground + lines);
	});
	return writeElement('defs', {}, patterns.join(''));
}

function getColour({ paint }: PlotPart, { accent, surface }: Colours): string {
	if ('networkKey' in paint) return getNetworkMark(paint.networkKey).colour;
	return mixColours(accent, surface, 0.2 + paint.shade * 0.8);
}

/**
 * A colour between two others, all as `#rrggbb`.
 *
 * @param share - of the first, from 0 to 1
 */
export function mixColours(one: string, other: string, share: number): string {
	const channels = [1, 3, 5].map((start) => {
		const [first, second] = [one, other].map((colour) =>
			Number.parseInt(colour.slice(start, start + 2), 16)
		);
		return Math.round((first ?? 0) * share + (second ?? 0) * (1 - share));
	});
	return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
