import type { ReportFigure } from '$lib/domain/overview/report';
import { formatNumber } from '$lib/format/number';
import { cleanText } from '../clean-text';
import type { Colours } from './colours';
import { placeInColumn, type Block } from './layout';
import { measureLongestWord, measureWidth, type Font } from './measure-text';
import { drawLabel } from './section-card';
import { wrapText } from './wrap-text';
import { writeElement } from './xml';

/** Pixels. */
const LABEL = { size: 13 } as const;
const LABEL_LINE = 17;
/** Pixels between a figure and the line on its left. */
const INSET = 14;
/** Pixels between a figure and the next one’s line. */
const GAP = 8;
const LINE_GAP = 14;
/** Ways to try, the best one first; the last is used where none fits. */
const ATTEMPTS = [
	{ lines: 1, size: 36 },
	{ lines: 1, size: 31 },
	{ lines: 1, size: 27 },
	{ lines: 2, size: 36 },
	{ lines: 2, size: 27 },
	{ lines: 3, size: 27 }
] as const;

/** Numbers in large letters with their labels below, on as few lines as they need. */
export function layOutFigures(
	figures: readonly ReportFigure[],
	left: number,
	width: number,
	colours: Colours
): Block {
	const layouts = ATTEMPTS.map(({ lines, size }) => {
		const perLine = Math.ceil(figures.length / lines);
		const groups = Array.from({ length: lines }, (_, line) =>
			figures
				.slice(line * perLine, (line + 1) * perLine)
				.map((figure) => measureFigure(figure, { size, weight: 600 }))
		).filter((group) => group.length > 0);
		const widths = findColumnWidths(groups);
		return { groups, widths, spare: width - widths.reduce((sum, own) => sum + own, 0) };
	});
	const chosen = layouts.find(({ spare }) => spare >= 0) ?? layouts.at(-1);
	if (!chosen) return placeInColumn([]);
	const { groups, widths, spare } = chosen;
	const each = Math.max(0, spare) / Math.max(1, widths.length);
	const rooms = widths.map((own) => own + each);
	return placeInColumn(
		groups.map((group) => layOutLine(group, rooms, left, colours)),
		LINE_GAP
	);
}

interface MeasuredFigure {
	number: string;
	font: Required<Font>;
	/** The label, line by line. */
	lines: readonly string[];
	width: number;
}

/** Breaks the label into two lines of about the same length, unless it is hardly wider than the number. */
function measureFigure({ label, count }: ReportFigure, font: Required<Font>): MeasuredFigure {
	const number = formatNumber(count);
	const words = cleanText(label);
	const least = Math.max(measureWidth(number, font), measureLongestWord(words, LABEL) + 1);
	let room = least;
	while (wrapText(words, room, LABEL).length > 2) room += 4;
	const lines = wrapText(words, room, LABEL);
	return { number, font, lines, width: INSET + room + GAP };
}

/** Figures below one another begin at the same place. */
function findColumnWidths(groups: readonly (readonly MeasuredFigure[])[]): number[] {
	const [first = []] = groups;
	return first.map((_, place) => Math.max(...groups.map((group) => group[place]?.width ?? 0)));
}

function layOutLine(
	figures: readonly MeasuredFigure[],
	rooms: readonly number[],
	left: number,
	{ ink, inkMuted, line }: Colours
): Block {
	const most = Math.max(0, ...figures.map(({ lines }) => lines.length));
	const numberHeight = Math.max(0, ...figures.map(({ font }) => font.size + 6));
	const height = numberHeight + most * LABEL_LINE;
	return {
		height,
		draw(top) {
			let x = left;
			return figures
				.map(({ number, font, lines }, place) => {
					const start = place === 0 ? left : x + INSET;
					const border = { x, y: top + 4, width: 1, height: height - 4, fill: line };
					x += rooms[place] ?? 0;
					return [
						...(place === 0 ? [] : [writeElement('rect', border)]),
						drawLabel(number, start, top + font.size * 0.92, { ...font, fill: ink }),
						...lines.map((words, index) =>
							drawLabel(words.trimEnd(), start, top + numberHeight + 13 + index * LABEL_LINE, {
								...LABEL,
								fill: inkMuted
							})
						)
					].join('');
				})
				.join('');
		}
	};
}
