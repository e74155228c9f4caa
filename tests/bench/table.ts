/** Formats a table for the terminal: a line of headings, then a line for each row. */
export function formatTextTable(
	heads: readonly string[],
	rows: readonly (readonly string[])[]
): string {
	const widths = heads.map((head, column) =>
		Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0))
	);
	return [heads, ...rows]
		.map((row) =>
			widths
				.map((width, column) => {
					const text = row[column] ?? '';
					return column === 0 ? text.padEnd(width) : text.padStart(width);
				})
				.join('   ')
		)
		.join('\n');
}

export function inMilliseconds(value: number): string {
	return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en')} ms`;
}

export function inMegabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}

export interface Spread {
	p50: number;
	p95: number;
	max: number;
}

/** @param values - at least one */
export function toSpread(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	function at(share: number): number {
		return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
	}
	return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
