// `negative`: minus zero is zero. The digits: no two numbers may look the same.
const NUMBER = new Intl.NumberFormat('en-US', {
	maximumFractionDigits: 20,
	signDisplay: 'negative'
});

const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

const BYTE_STEPS = [
	['GiB', 2 ** 30],
	['GB', 1e9],
	['MiB', 2 ** 20],
	['MB', 1e6],
	['KiB', 2 ** 10],
	['kB', 1e3]
] as const;

/** With thousands separated: `65,536`. */
export function numberWords(value: number): string {
	return NUMBER.format(value);
}

/** `1 edit`, `10 edits`. */
export function counted(value: number, one: string, many = `${one}s`): string {
	return `${numberWords(value)} ${value === 1 ? one : many}`;
}

/**
 * A duration, exactly: `15 min`, `24 h`, `2 days`; in one unit where a small number of it fits,
 * else in several (`1 min 30 s`). Less than two days are hours: networks say "24 hours".
 */
export function durationWords(seconds: number): string {
	if (!Number.isSafeInteger(seconds) || seconds <= 0) return `${numberWords(seconds)} s`;
	if (seconds % DAY === 0 && seconds > DAY) return counted(seconds / DAY, 'day');
	for (const [unit, step] of [['h', HOUR] as const, ['min', MINUTE] as const]) {
		const count = seconds / step;
		if (Number.isInteger(count) && count < 100) return `${count} ${unit}`;
	}
	return [
		seconds >= DAY && counted(Math.floor(seconds / DAY), 'day'),
		part(Math.floor(seconds / HOUR) % 24, 'h'),
		part(Math.floor(seconds / MINUTE) % 60, 'min'),
		part(seconds % MINUTE, 's')
	]
		.filter(Boolean)
		.join(' ');
}

function part(count: number, unit: string): string | false {
	return count > 0 && `${count} ${unit}`;
}

/**
 * A size, exactly, in the network's own steps: `100 MiB` and `25 MB` are both right. Of the units
 * that fit without a remainder, the one with the smallest number.
 */
export function sizeWords(bytes: number): string {
	const fits = Number.isSafeInteger(bytes) && bytes > 0;
	const step = fits && BYTE_STEPS.find(([, size]) => bytes % size === 0);
	return step ? `${numberWords(bytes / step[1])} ${step[0]}` : counted(bytes, 'byte');
}
