import { ticks } from 'd3-array';
import type { Plot } from './plot';

/** A part of a bar, in fractions of the plot's length: from the axis to the greatest value. */
export interface Segment {
	/** Index of the part in `Plot.parts`. */
	part: number;
	count: number;
	from: number;
	to: number;
}

/** A number on the axis of counts. */
export interface Tick {
	count: number;
	/** A fraction of the plot's length. */
	at: number;
}

/** Neighbouring bars under one name. */
export interface PlotSection {
	name: string;
	/** Index of its first bar. */
	first: number;
	/** Number of its bars. */
	length: number;
}

/** A plot's geometry, without pixels: the page and the pictures draw the same. */
export interface PlotLayout {
	/** For each bar, from the axis outwards. */
	bars: readonly (readonly Segment[])[];
	/** Whole numbers from 0 to the end of the axis. */
	ticks: readonly Tick[];
	sections: readonly PlotSection[];
}

const TICKS = 4;

/** Lays out the bars of a plot. The axis ends at the first tick that no bar exceeds. */
export function layOutPlot({ bars }: Plot): PlotLayout {
	const sums = bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
	const values = findTicks(Math.max(1, ...sums));
	const end = values.at(-1) ?? 1;
	return {
		bars: bars.map(({ counts }) => {
			let sum = 0;
			return counts.flatMap((count, part) => {
				const from = sum / end;
				sum += count;
				return count > 0 ? { part, count, from, to: sum / end } : [];
			});
		}),
		ticks: values.map((count) => ({ count, at: count / end })),
		sections: findSections(bars.map(({ section }) => section))
	};
}

function findTicks(greatest: number): number[] {
	const whole = ticks(0, greatest, TICKS).filter(Number.isInteger);
	const [first = 0, second = first + 1] = whole;
	const step = second - first;
	const last = whole.at(-1) ?? 0;
	return last < greatest ? [...whole, last + step] : whole;
}

function findSections(names: readonly (string | undefined)[]): PlotSection[] {
	const sections: PlotSection[] = [];
	names.forEach((name, index) => {
		const before = names[index - 1];
		const last = sections.at(-1);
		if (name === undefined) return;
		if (last && before === name) last.length++;
		else sections.push({ name, first: index, length: 1 });
	});
	return sections;
}

/** The position and width of a bar across the plot, in pixels. */
export interface Place {
	from: number;
	/** Width of the bar. */
	width: number;
	/** The middle of the bar. */
	middle: number;
}

const SECTION_GAP = 8;
const BROADEST = 44;

/** Spreads bars over a width, with a gap between sections. Each bar fills most of an equal share. */
export function placeBars(
	bars: number,
	sections: readonly PlotSection[],
	width: number
): readonly Place[] {
	const starts = new Set(sections.map(({ first }) => first));
	const gaps = Math.max(0, starts.size - 1) * SECTION_GAP;
	const share = bars > 0 ? Math.max(1, (width - gaps) / bars) : 0;
	const barWidth = Math.min(BROADEST, share > 8 ? share * 0.82 : share - 1);
	let passed = 0;
	return Array.from({ length: bars }, (_, index) => {
		if (index > 0 && starts.has(index)) passed += SECTION_GAP;
		const middle = share * (index + 0.5) + passed;
		return { from: middle - barWidth / 2, width: barWidth, middle };
	});
}

/**
 * The labels that fit beside each other, from the last one back, as the last are the most recent.
 *
 * @param widths - of the labels, in pixels
 * @returns for each label, true if it can be shown centred on its place
 */
export function findFittingLabels(
	middles: readonly number[],
	widths: readonly number[]
): readonly boolean[] {
	let limit = Infinity;
	return middles
		.map((middle, index) => ({ middle, width: widths[index] ?? 0 }))
		.reverse()
		.map(({ middle, width }) => {
			if (middle + width / 2 > limit) return false;
			limit = middle - width / 2;
			return true;
		})
		.reverse();
}
