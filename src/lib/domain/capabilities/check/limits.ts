import { formatExactBytes, formatFileSize } from '$lib/format/bytes';
import { formatNumber, padNumber } from '$lib/format/number';
import { getTypeName } from '../attachment-rows';
import { formatLimit } from '../format-value';
import type { AttachmentCapability } from '../model';
import { isSimilarLimit } from '../similar-limit';
import type { FileFacts } from './file-facts';
import type { Objection } from './verdict';

/** Characters; longer names of formats mean nothing to people. */
const MAX_NAME = 12;

/** `Discord doesn’t accept video files of type video/x-flv`. */
export function formatRefusal(type: string, mimeType: string, recipient: string): string {
	const name = getTypeName(type);
	// Abbreviations keep their capitals.
	const kind = /^[A-Z]+$/.test(name) ? name : name.toLowerCase();
	const files = kind === 'file' ? 'files' : `${kind} files`;
	const isKnown = mimeType !== 'application/octet-stream';
	return `${recipient} doesn’t accept ${files} of ${isKnown ? `type ${mimeType}` : 'unknown type'}`;
}

/** `webm is converted`. */
export function formatConversion(mimeType: string): string {
	const [, subtype = ''] = mimeType.split(/[/;+]/);
	const name = subtype.trim().replace(/^x-/, '');
	return `${name && name.length <= MAX_NAME ? name : mimeType} is converted`;
}

/** Finds the limits of an attachment type that a file exceeds or nearly reaches, or that can't be checked. */
export function findLimitObjections(
	{ maxSize, maxWidth, maxHeight, maxDuration }: AttachmentCapability,
	{ size, width, height, duration, isDescribed = false }: FileFacts,
	recipient: string
): readonly Objection[] {
	return [
		...checkSize(size, maxSize, isDescribed, recipient),
		...checkLimit(
			width,
			maxWidth,
			'width',
			(px) => `${formatNumber(px)} px wide`,
			(px) => formatLimit(px, 'pixels'),
			isDescribed,
			recipient
		),
		...checkLimit(
			height,
			maxHeight,
			'height',
			(px) => `${formatNumber(px)} px tall`,
			(px) => formatLimit(px, 'pixels'),
			isDescribed,
			recipient
		),
		...checkLimit(
			duration,
			maxDuration,
			'duration',
			formatClock,
			(seconds) => formatLimit(seconds, 'seconds'),
			isDescribed,
			recipient
		)
	];
}

/** Near the limit, both are given in bytes: rounded, they could seem to be equal or the wrong way round. */
function checkSize(
	size: number | undefined,
	limit: number | undefined,
	isDescribed: boolean,
	recipient: string
): readonly Objection[] {
	if (limit === undefined) return [];
	if (size === undefined)
		return [toOpenLimit('size', formatLimit(limit, 'bytes'), isDescribed, recipient)];
	const isClose = isSimilarLimit(size, limit);
	const [is, most] = isClose
		? [formatExactBytes(size), formatExactBytes(limit)]
		: [formatFileSize(size), formatLimit(limit, 'bytes')];
	const reason = `${is}, ${recipient} allows ${most}`;
	if (size > limit) return [toRefusal(reason)];
	return isClose ? [{ kind: 'yes', reason }] : [];
}

function checkLimit(
	value: number | undefined,
	limit: number | undefined,
	name: string,
	formatValue: (value: number) => string,
	formatMost: (limit: number) => string,
	isDescribed: boolean,
	recipient: string
): readonly Objection[] {
	if (limit === undefined) return [];
	if (value === undefined) return [toOpenLimit(name, formatMost(limit), isDescribed, recipient)];
	return value > limit
		? [toRefusal(`${formatValue(value)}, ${recipient} allows ${formatMost(limit)}`)]
		: [];
}

/** The objection of a limit whose measure is not known; only a remark where the measure was left open. */
function toOpenLimit(
	name: string,
	most: string,
	isDescribed: boolean,
	recipient: string
): Objection {
	return isDescribed
		? { kind: 'yes', reason: `${name} up to ${most}` }
		: { kind: 'unknown', reason: `${name} unknown, not checked (${recipient} allows ${most})` };
}

function toRefusal(reason: string): Objection {
	return { kind: 'no', reason };
}

/**
 * The duration of a recording as players show it: `4:10 min`, `1:02:03 h`.
 *
 * @param seconds - rounded up
 */
export function formatClock(seconds: number): string {
	const whole = Math.ceil(seconds);
	const hours = Math.floor(whole / 3_600);
	const minutes = Math.floor(whole / 60) % 60;
	const rest = padNumber(whole % 60);
	if (hours > 0) return `${formatNumber(hours)}:${padNumber(minutes)}:${rest} h`;
	return whole < 60 ? `${whole} s` : `${minutes}:${rest} min`;
}
