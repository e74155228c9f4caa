import { formatCount, formatNumber } from './number';

const DECIMAL_STEPS = [
	['GB', 1e9],
	['MB', 1e6],
	['kB', 1e3]
] as const;

const ROUNDED = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** About how large a file is: `3.48 MB`. */
export function formatFileSize(bytes: number): string {
	const step = DECIMAL_STEPS.find(([, size]) => bytes >= size);
	return step ? `${ROUNDED.format(bytes / step[1])} ${step[0]}` : formatCount(bytes, 'byte');
}

const BYTE_STEPS = [
	['GiB', 2 ** 30],
	['GB', 1e9],
	['MiB', 2 ** 20],
	['MB', 1e6],
	['KiB', 2 ** 10],
	['kB', 1e3]
] as const;

/**
 * An exact size in the network's own steps: `100 MiB` and `25 MB` are both correct. Uses the unit
 * with the smallest number among those that leave no remainder.
 */
export function formatBytes(bytes: number): string {
	const fits = Number.isSafeInteger(bytes) && bytes > 0;
	const step = fits && BYTE_STEPS.find(([, size]) => bytes % size === 0);
	return step ? `${formatNumber(bytes / step[1])} ${step[0]}` : formatCount(bytes, 'byte');
}
