import { formatCount, formatNumber } from './number';

const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

/**
 * A duration, exactly: `15 min`, `24 h`, `2 days`; in one unit where a small number of it fits,
 * else in several (`1 min 30 s`). Less than two days are hours: networks say "24 hours".
 */
export function formatDuration(seconds: number): string {
	if (!Number.isSafeInteger(seconds) || seconds <= 0) return `${formatNumber(seconds)} s`;
	if (seconds % DAY === 0 && seconds > DAY) return formatCount(seconds / DAY, 'day');
	for (const [unit, step] of [['h', HOUR] as const, ['min', MINUTE] as const]) {
		const count = seconds / step;
		if (Number.isInteger(count) && count < 100) return `${count} ${unit}`;
	}
	return [
		seconds >= DAY && formatCount(Math.floor(seconds / DAY), 'day'),
		part(Math.floor(seconds / HOUR) % 24, 'h'),
		part(Math.floor(seconds / MINUTE) % 60, 'min'),
		part(seconds % MINUTE, 's')
	]
		.filter(Boolean)
		.join(' ');
}

const UNIT_WORDS: Readonly<Record<string, string>> = { h: 'hour', min: 'minute', s: 'second' };

/** A text with its durations in whole words, for sentences: `24 hours`, `1 minute 30 seconds`. */
export function spellOutDuration(text: string): string {
	return text.replaceAll(/\b(\d+) (h|min|s)\b/g, (whole, count: string, unit: string) => {
		const word = UNIT_WORDS[unit];
		return word === undefined ? whole : `${count} ${word}${count === '1' ? '' : 's'}`;
	});
}

/** An estimate of the time that is left: `about 14 s`, `about 2 min`, `about 1 h`. */
export function formatRemaining(seconds: number): string {
	if (seconds < MINUTE) return `about ${Math.max(1, Math.ceil(seconds))} s`;
	if (seconds < HOUR) return `about ${Math.ceil(seconds / MINUTE)} min`;
	return `about ${Math.ceil(seconds / HOUR)} h`;
}

function part(count: number, unit: string): string | false {
	return count > 0 && `${count} ${unit}`;
}
