import { formatBytes, formatFileSize } from '$lib/format/bytes';
import { formatDuration } from '$lib/format/duration';
import { formatCount, formatNumber, padNumber } from '$lib/format/number';
import { getTypeName } from '../attachments';
import type { AttachmentCapability } from '../model';
import type { FileFacts } from './file-facts';
import type { Objection } from './verdict';

/** Longer names of formats say nothing to people. */
const SHORT = 12;

/** `Discord takes no video of type video/x-flv`. */
export function formatRefusal(type: string, mimeType: string, recipient: string): string {
	const name = getTypeName(type);
	// An abbreviation keeps its letters.
	const kind = /^[A-Z]+$/.test(name) ? name : name.toLowerCase();
	const isKnown = mimeType !== 'application/octet-stream';
	return `${recipient} takes no ${kind} of ${isKnown ? `type ${mimeType}` : 'unknown type'}`;
}

/** `webm is converted`. */
export function formatConversion(mimeType: string): string {
	const [, subtype = ''] = mimeType.split(/[/;+]/);
	const name = subtype.trim().replace(/^x-/, '');
	return `${name && name.length <= SHORT ? name : mimeType} is converted`;
}

/** What stands against a file in the numbers of a type that takes it; no stated limit is none. */
export function findLimitObjections(
	{ maxSize, maxWidth, maxHeight, maxDuration }: AttachmentCapability,
	{ size, width, height, duration }: FileFacts,
	recipient: string
): readonly Objection[] {
	return [
		...(maxSize !== undefined && size > maxSize
			? [refused(`${sizeOver(size, maxSize)}, ${recipient} takes ${formatBytes(maxSize)}`)]
			: []),
		...over(width, maxWidth, 'width', (px) => `${formatNumber(px)} px wide`, pixels, recipient),
		...over(height, maxHeight, 'height', (px) => `${formatNumber(px)} px tall`, pixels, recipient),
		...over(duration, maxDuration, 'duration', formatClock, formatDuration, recipient)
	];
}

function over(
	value: number | undefined,
	limit: number | undefined,
	name: string,
	describeValue: (value: number) => string,
	limitWords: (limit: number) => string,
	recipient: string
): readonly Objection[] {
	if (limit === undefined) return [];
	if (value === undefined) {
		const reason = `${name} unknown, not checked (${recipient} takes ${limitWords(limit)})`;
		return [{ kind: 'unknown', reason }];
	}
	return value > limit
		? [refused(`${describeValue(value)}, ${recipient} takes ${limitWords(limit)}`)]
		: [];
}

function refused(reason: string): Objection {
	return { kind: 'no', reason };
}

function pixels(value: number): string {
	return `${formatNumber(value)} px`;
}

/** About how large, unless that would not look too large: 100,000,001 bytes are not 100 MB then. */
function sizeOver(size: number, limit: number): string {
	const isClose = size < limit * 1.01;
	return isClose ? formatCount(size, 'byte') : formatFileSize(size);
}

/**
 * A recording's length as players show it: `4:10 min`, `1:02:03 h`; started seconds count.
 *
 * @param seconds - may have a fraction
 */
export function formatClock(seconds: number): string {
	const whole = Math.ceil(seconds);
	const hours = Math.floor(whole / 3_600);
	const minutes = Math.floor(whole / 60) % 60;
	const rest = padNumber(whole % 60);
	if (hours > 0) return `${formatNumber(hours)}:${padNumber(minutes)}:${rest} h`;
	return whole < 60 ? `${whole} s` : `${minutes}:${rest} min`;
}
