import { foldParts, type Plot } from '$lib/domain/overview/plot';
import { findFittingLabels, layOutPlot, placeBars } from '$lib/domain/overview/plot-layout';
import { MOST_PARTS } from '$lib/domain/overview/plot-patterns';
import { formatCount, formatNumber } from '$lib/format/number';
import { cleanText } from '../clean-text';
import {
	CARD_PADDING,
	drawLabel,
	layOutSectionCard,
	type Card,
	type CardFrame
} from './section-card';
import { createSpace, placeInColumn, type Block } from './layout';
import { measureWidth } from './measure-text';
import { drawPaints, getFill } from './plot-paints';
import { drawNetworkMark, MARK_SIZE } from './symbols';
import { layOutText } from './text-block';
import { writeElement } from './xml';

/** Pixels. */
const SIZE = 12;
const SMALL = { size: SIZE } as const;

/** The place of a plot. */
interface PlotFrame extends CardFrame {
	/** Unique in the picture. */
	id: string;
}

/**
 * A plot with its title, number and legend, on a card. The last rows of a card of limited height are
 * left out and counted.
 *
 * @param look - bars side by side, or one below another with their names beside them
 */
export function layOutPlotCard(plot: Plot, look: 'columns' | 'rows', frame: PlotFrame): Card {
	const { colours, room } = frame;
	const left = frame.left + CARD_PADDING;
	const width = frame.width - CARD_PADDING * 2;
	const title = { size: 18, weight: 600, fill: colours.ink, leading: 24, most: 2 } as const;
	const small = { ...SMALL, fill: colours.inkMuted, leading: 18, most: 3 };
	const isLimited = room !== undefined;
	const most = isLimited ? (width > BROAD ? 1 : 2) * LEGEND_LINE : Infinity;
	const { folded, legend } = foldToLegend(plot, { ...frame, left, width }, most);
	const headline =
		isLimited && plot.notes.length > 0
			? [`${plot.headline}.`, ...plot.notes].join(' ')
			: plot.headline;
	const head = [
		layOutText(cleanText(plot.title), left, width, title),
		layOutText(cleanText(headline), left, width, { ...small, size: 13 }),
		createSpace(8),
		legend,
		createSpace(10)
	];
	const notes = (isLimited ? [] : plot.notes).map((note) =>
		layOutText(cleanText(note), left, width, small)
	);
	const around = [...head, ...notes].reduce((sum, { height }) => sum + height, CARD_PADDING * 2);
	const inside = { ...frame, left, width, ...(isLimited && { room: room - around }) };
	const bars = look === 'columns' ? layOutColumns(folded, inside) : layOutRows(folded, inside);
	return { ...layOutSectionCard([...head, bars, ...notes], frame), leftOut: bars.leftOut };
}

const SWATCH = 12;
const LEGEND_LINE = 20;
/** Pixels; the legend of a broader card of limited height has one line, else two. */
const BROAD = 600;

/** The plot with as many parts as patterns tell apart and the legend has room for. */
function foldToLegend(
	plot: Plot,
	frame: PlotFrame,
	height: number
): { folded: Plot; legend: Block } {
	for (let most: number = MOST_PARTS; ; most--) {
		const folded = foldParts(plot, most);
		const legend = layOutLegend(folded, frame);
		if (legend.height <= height || most === 2) return { folded, legend };
	}
}

function layOutLegend({ parts }: Plot, { id, left, width, colours }: PlotFrame): Block {
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

/** Pixels; the usual height, and the limits where the card's is given. */
const PLOT_HEIGHT = { usual: 240, least: 90, most: 460 } as const;
const AXIS_WIDTH = 44;
/** Room for the labels of bars and sections. */
const LABELS = 42;

function layOutColumns(plot: Plot, { id, left, width, colours, room }: PlotFrame): Card {
	const plotHeight =
		room === undefined
			? PLOT_HEIGHT.usual
			: Math.max(PLOT_HEIGHT.least, Math.min(PLOT_HEIGHT.most, room - LABELS));
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
		height: plotHeight + LABELS,
		leftOut: 0,
		draw(top) {
			const axis = top + plotHeight;
			const length = plotHeight - 8;
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

function layOutRows(plot: Plot, { id, left, width, colours, room = Infinity }: PlotFrame): Card {
	const { bars } = layOutPlot(plot);
	const fitting = Math.floor(room / ROW);
	const shown =
		fitting >= plot.bars.length ? plot.bars : plot.bars.slice(0, Math.max(0, fitting - 1));
	const leftOut = plot.bars.length - shown.length;
	const start = left + NAME_WIDTH;
	const length = Math.max(0, width - NAME_WIDTH - TOTAL_WIDTH);
	const hang = MARK_SIZE + 8;
	const rows = shown.map(({ name, networkKey, total }, place) => {
		const segments = bars[place] ?? [];
		const style = { size: 13, fill: colours.ink, leading: ROW, most: 1 };
		const label = layOutText(cleanText(name), left + hang, NAME_WIDTH - hang - 8, style);
		return {
			height: ROW,
			draw(top: number) {
				const rects = segments.map(({ part, from, to }) =>
					writeElement('rect', {
						...{ x: start + from * length, y: top + (ROW - BAR) / 2, height: BAR },
						...{ width: Math.max(1, (to - from) * length), fill: getFill(id, part) },
						...{ stroke: colours.surface, 'stroke-width': 0.75 }
					})
				);
				const end = start + (segments.at(-1)?.to ?? 0) * length;
				return [
					drawNetworkMark(networkKey, left, top + (ROW - MARK_SIZE) / 2),
					label.draw(top, ROW),
					...rects,
					drawLabel(formatNumber(total), end + 8, top + 17.5, { size: 13, fill: colours.ink })
				].join('');
			}
		};
	});
	const rest = `+${formatCount(leftOut, `more ${plot.barHeading.toLowerCase()}`)}`;
	const muted = { size: 13, fill: colours.inkMuted, leading: ROW };
	const column = placeInColumn([
		...rows,
		...(leftOut > 0 ? [layOutText(cleanText(rest), left, width, muted)] : [])
	]);
	return { ...column, leftOut };
}
