import { foldParts, type Plot } from '$lib/domain/overview/plot';
import { findFittingLabels, layOutPlot, placeBars } from '$lib/domain/overview/plot-layout';
import { MOST_PARTS } from '$lib/domain/overview/plot-patterns';
import { formatNumber } from '$lib/format/number';
import { cleanText } from '../clean-text';
import { CARD_PADDING, drawLabel, layOutSectionCard } from './section-card';
import type { Colours } from './colours';
import { createSpace, type Block } from './layout';
import { measureWidth } from './measure-text';
import { drawPaints, getFill } from './plot-paints';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import { layOutText } from './text-block';
import { writeElement } from './xml';

/** Pixels. */
const SIZE = 12;
const SMALL = { size: SIZE } as const;

/** The room for a plot in a picture, and its colours. */
interface Frame {
	/** Unique in the picture. */
	id: string;
	/** Pixels. */
	left: number;
	/** Pixels. */
	width: number;
	colours: Colours;
}

/**
 * A plot with its title, number and legend, on a card.
 *
 * @param look - bars side by side, or one below another with their names beside them
 */
export function layOutPlotCard(plot: Plot, look: 'columns' | 'rows', frame: Frame): Block {
	const folded = foldParts(plot, MOST_PARTS);
	const { colours } = frame;
	const left = frame.left + CARD_PADDING;
	const inside = { ...frame, left, width: frame.width - CARD_PADDING * 2 };
	const title = { size: 18, weight: 600, fill: colours.ink, leading: 24, most: 2 } as const;
	const small = { ...SMALL, fill: colours.inkMuted, leading: 18, most: 3 };
	const draw = look === 'columns' ? layOutColumns : layOutRows;
	return layOutSectionCard(
		[
			layOutText(cleanText(plot.title), left, inside.width, title),
			layOutText(cleanText(plot.headline), left, inside.width, { ...small, size: 13 }),
			createSpace(8),
			layOutLegend(folded, inside),
			createSpace(10),
			draw(folded, inside),
			...plot.notes.map((note) => layOutText(cleanText(note), left, inside.width, small))
		],
		frame.left,
		frame.width,
		colours
	);
}

const SWATCH = 12;
const LEGEND_LINE = 20;

function layOutLegend({ parts }: Plot, { id, left, width, colours }: Frame): Block {
	let [x, line] = [0, 0];
	const entries = parts.map(({ name, paint }, part) => {
		const text = cleanText(name);
		const networkKey = 'networkKey' in paint && paint.networkKey ? paint.networkKey : undefined;
		const hang = SWATCH + 6 + (networkKey === undefined ? 0 : MARK_SIZE + 6);
		const wanted = hang + measureWidth(text, SMALL) + 18;
		if (x > 0 && x + wanted > width) [x, line] = [0, line + 1];
		const entry = { text, part, networkKey, hang, x: left + x, y: line * LEGEND_LINE };
		x += wanted;
		return entry;
	});
	return {
		height: (line + 1) * LEGEND_LINE,
		draw: (top) =>
			drawPaints(id, parts, colours) +
			entries
				.map(
					({ text, part, networkKey, hang, x: start, y }) =>
						writeElement('rect', {
							...{ x: start, y: top + y + 4, width: SWATCH, height: SWATCH, rx: 2 },
							fill: getFill(id, part)
						}) +
						drawNetworkMark(networkKey, start + SWATCH + 6, top + y + 10 - MARK_SIZE / 2) +
						drawLabel(text, start + hang, top + y + 14, { ...SMALL, fill: colours.ink })
				)
				.join('')
	};
}

const PLOT_HEIGHT = 240;
const AXIS_WIDTH = 44;
/** Room for the labels of bars and sections. */
const LABELS = 42;

function layOutColumns(plot: Plot, { id, left, width, colours }: Frame): Block {
	const layout = layOutPlot(plot);
	const start = left + AXIS_WIDTH;
	const places = placeBars(plot.bars.length, layout.sections, width - AXIS_WIDTH);
	const labels = plot.bars.map(({ label }) => cleanText(label));
	const isShown = findFittingLabels(
		places.map(({ middle }) => middle),
		labels.map((label) => measureWidth(label, SMALL) + 6)
	);
	const sections = layout.sections.map(({ name, first, length }) => {
		const [from, to] = [places[first]?.middle ?? 0, places[first + length - 1]?.middle ?? 0];
		return { name: cleanText(name), middle: (from + to) / 2 };
	});
	const isNamed = findFittingLabels(
		sections.map(({ middle }) => middle),
		sections.map(({ name }) => measureWidth(name, SMALL) + 6)
	);
	const muted = { ...SMALL, fill: colours.inkMuted };
	return {
		height: PLOT_HEIGHT + LABELS,
		draw(top) {
			const axis = top + PLOT_HEIGHT;
			const length = PLOT_HEIGHT - 8;
			const lines = layout.ticks.map(({ count, at }) => {
				const y = Math.round(axis - at * length) + 0.5;
				return (
					writeElement('path', { d: `M${start} ${y}H${left + width}`, stroke: colours.line }) +
					drawLabel(formatNumber(count), start - 8, y + 4, { ...muted, anchor: 'end' })
				);
			});
			const bars = layout.bars.flatMap((segments, place) => {
				const { from = 0, width: barWidth = 0, middle = 0 } = places[place] ?? {};
				const rects = segments.map(({ part, from: low, to: high }) =>
					writeElement('rect', {
						...{ x: start + from, width: barWidth, y: axis - high * length },
						...{ height: Math.max(1, (high - low) * length), fill: getFill(id, part) },
						...{ stroke: colours.surface, 'stroke-width': 0.75 }
					})
				);
				const label = labels[place] ?? '';
				return isShown[place]
					? [...rects, drawLabel(label, start + middle, axis + 16, { ...muted, anchor: 'middle' })]
					: rects;
			});
			const names = sections.map(({ name, middle }, index) =>
				isNamed[index]
					? drawLabel(name, start + middle, axis + 34, {
							...{ ...SMALL, fill: colours.ink, anchor: 'middle' }
						})
					: ''
			);
			return [...lines, ...bars, ...names].join('');
		}
	};
}

const ROW = 26;
const BAR = 16;
const NAME_WIDTH = 190;
const TOTAL_WIDTH = 56;

function layOutRows(plot: Plot, { id, left, width, colours }: Frame): Block {
	const { bars } = layOutPlot(plot);
	const start = left + NAME_WIDTH;
	const length = Math.max(0, width - NAME_WIDTH - TOTAL_WIDTH);
	return {
		height: plot.bars.length * ROW,
		draw: (top) =>
			plot.bars
				.map(({ name, networkKey, total }, place) => {
					const y = top + place * ROW;
					const segments = bars[place] ?? [];
					const rects = segments.map(({ part, from, to }) =>
						writeElement('rect', {
							...{ x: start + from * length, y: y + (ROW - BAR) / 2, height: BAR },
							...{ width: Math.max(1, (to - from) * length), fill: getFill(id, part) },
							...{ stroke: colours.surface, 'stroke-width': 0.75 }
						})
					);
					const label = layOutText(
						cleanText(name),
						left + MARK_SIZE + 8,
						NAME_WIDTH - MARK_SIZE - 16,
						{
							...{ size: 13, fill: colours.ink, leading: ROW, most: 1 }
						}
					);
					const end = start + (segments.at(-1)?.to ?? 0) * length;
					const number = { size: 13, fill: colours.ink };
					return [
						drawNetworkMark(networkKey, left, y + (ROW - MARK_SIZE) / 2),
						label.draw(y, ROW),
						...rects,
						drawLabel(formatNumber(total), end + 8, y + 17.5, number)
					].join('');
				})
				.join('')
	};
}
