import { formatCount, formatNumber } from './number';

/** Each unit's label with its size by powers of ten and of two: networks use either. */
const STEPS = [
	['GB', 1e9, 2 ** 30],
	['MB', 1e6, 2 ** 20],
	['kB', 1e3, 2 ** 10]
] as const;

/** Digits of a size that people read as round: `2,000`, `1.5`, `25`. */
const ROUND_DIGITS = 3;

const ROUNDED = new Intl.NumberFormat('en-US', { maximumSignificantDigits: ROUND_DIGITS });

/** About how large a file is, by powers of ten, as most file managers count: `3.48 MB`. */
export function formatFileSize(bytes: number): string {
	const step = STEPS.find(([, size]) => bytes >= size);
	return step ? `${ROUNDED.format(bytes / step[1])} ${step[0]}` : formatExactBytes(bytes);
}

/**
 * A limit as its network says it: 10 × 1,048,576 bytes and 10,000,000 bytes are both `10 MB`, and
 * 2,097,152,000 bytes are `2,000 MB`. Takes the largest unit in which the number is round, by powers
 * of ten or of two; a limit that is round in none is rounded. See {@link formatExactBytes} for the
 * bytes themselves.
 */
export function formatBytes(bytes: number): string {
	if (!Number.isSafeInteger(bytes) || bytes < 1_000) return formatExactBytes(bytes);
	for (const [label, ...sizes] of STEPS) {
		const count = sizes.map((size) => bytes / size).find((each) => each >= 1 && isRound(each));
		if (count !== undefined) return `${formatNumber(count)} ${label}`;
	}
	return roundBytes(bytes);
}

/** `104,857,600 bytes` */
export function formatExactBytes(bytes: number): string {
	return formatCount(bytes, 'byte');
}

/** Rounds by powers of ten, unless powers of two give fewer digits: 4,294,967,295 bytes are `4 GB`. */
function roundBytes(bytes: number): string {
	const [label, ...sizes] = STEPS.find(([, size]) => bytes >= size) ?? STEPS[2];
	const [decimal = '', binary = ''] = sizes.map((size) => ROUNDED.format(bytes / size));
	return `${binary.length < decimal.length ? binary : decimal} ${label}`;
}

function isRound(count: number): boolean {
	return Number(count.toPrecision(ROUND_DIGITS)) === count;
}

/**
 * A file's exact size by powers of ten, in a unit that needs two decimals at most: `120 MB`, `1.5 GB`,
 * `1,234,567 bytes`.
 */
export function formatExactSize(bytes: number): string {
	const step = STEPS.find(([, size]) => bytes >= size && bytes % (size / 100) === 0);
	return step ? `${formatNumber(bytes / step[1])} ${step[0]}` : formatExactBytes(bytes);
}

const ADDRESS_STEPS = [
	['GiB', 2 ** 30],
	['GB', 1e9],
	['MiB', 2 ** 20],
	['MB', 1e6],
	['KiB', 2 ** 10],
	['kB', 1e3]
] as const;

/**
 * The exact size as saved addresses have it, where two sizes must never look the same: `100 MiB`,
 * `25 MB`, `1,234,567 bytes`. Uses the unit with the smallest number among those that leave no
 * remainder.
 */
export function formatAddressSize(bytes: number): string {
	const fits = Number.isSafeInteger(bytes) && bytes > 0;
	const step = fits && ADDRESS_STEPS.find(([, size]) => bytes % size === 0);
	return step ? `${formatNumber(bytes / step[1])} ${step[0]}` : formatExactBytes(bytes);
}
