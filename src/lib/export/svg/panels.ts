import type { TableLine } from './table-card';

/** A line of the table with its height in pixels. */
export interface MeasuredLine {
	line: TableLine;
	height: number;
}

/**
 * Distributes lines over panels of equal height, in reading order, as evenly as possible. The heading
 * of a section stays with its first row.
 *
 * @param room - greatest height of a panel in pixels
 * @returns undefined where the lines do not fit
 */
export function splitPanels(
	lines: readonly MeasuredLine[],
	count: number,
	room: number
): TableLine[][] | undefined {
	const whole = fill(lines, room);
	if (whole.length > count || lines.some(({ height }) => height > room)) return undefined;
	const total = lines.reduce((sum, { height }) => sum + height, 0);
	let best = whole;
	for (let height = Math.ceil(total / count); height < room; height += 8) {
		const panels = fill(lines, height);
		if (panels.length > count) continue;
		best = panels;
		break;
	}
	return best.map((panel) => panel.map(({ line }) => line));
}

function fill(lines: readonly MeasuredLine[], room: number): MeasuredLine[][] {
	const panels: MeasuredLine[][] = [[]];
	let used = 0;
	for (const [index, measured] of lines.entries()) {
		const next = lines[index + 1];
		const isHeading = measured.line.kind !== 'row' && next?.line.kind === 'row';
		const needed = measured.height + (isHeading ? next.height : 0);
		if (used > 0 && used + needed > room) {
			panels.push([]);
			used = 0;
		}
		panels.at(-1)?.push(measured);
		used += measured.height;
	}
	return panels;
}
