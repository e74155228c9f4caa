import { formatExactBytes, formatFileSize } from '$lib/format/bytes';
import { formatNumber, padNumber } from '$lib/format/number';
import { getTypeName } from '../attachment-rows';
import { formatLimit } from '../format-value';
import type { AttachmentCapability } from '../model';
import { isSimilarLimit } from '../similar-limit';
import type { FileFacts } from './file-facts';
import type { Objection } from './verdict';

/** Characters of a format's name; longer ones mean nothing to people. */
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

/** One measure of a file beside its limit; absent: unknown, or no stated limit. */
interface Measure {
	name: string;
	value: number | undefined;
	limit: number | undefined;
	format: (value: number) => string;
	formatLimit: (limit: number) => string;
	/** The change that helps, given the limit in words: `below 10 MB`. */
	help: (most: string) => string;
	/** A value that is within the limit but about as large is worth a remark. */
	isRemarkable?: boolean;
}

/** Finds the limits of an attachment type that a file exceeds or nearly reaches, or that can't be checked. */
export function findLimitObjections(
	{ maxSize, maxWidth, maxHeight, maxDuration }: AttachmentCapability,
	{ size, width, height, duration, isDescribed = false }: FileFacts,
	recipient: string
): readonly Objection[] {
	const measures: readonly Measure[] = [
		createSizeMeasure(size, maxSize),
		createPixelMeasure('width', width, maxWidth, 'wide'),
		createPixelMeasure('height', height, maxHeight, 'tall'),
		{
			...{ name: 'duration', value: duration, limit: maxDuration },
			format: formatClock,
			formatLimit: (seconds) => formatLimit(seconds, 'seconds'),
			help: (most) => `up to ${most}`
		}
	];
	return measures.flatMap((measure) => checkMeasure(measure, isDescribed, recipient));
}

/**
 * The size of a file as a measure. Near the limit, both are given in bytes: rounded, they could
 * seem to be equal or the wrong way round.
 */
function createSizeMeasure(value: number | undefined, limit: number | undefined): Measure {
	const isClose = value !== undefined && limit !== undefined && isSimilarLimit(value, limit);
	return {
		...{ name: 'size', value, limit, isRemarkable: isClose },
		format: isClose ? formatExactBytes : formatFileSize,
		formatLimit: isClose ? formatExactBytes : (bytes) => formatLimit(bytes, 'bytes'),
		help: (most) => `below ${most}`
	};
}

function createPixelMeasure(
	name: string,
	value: number | undefined,
	limit: number | undefined,
	side: 'wide' | 'tall'
): Measure {
	return {
		...{ name, value, limit },
		format: (pixels) => `${formatNumber(pixels)} px ${side}`,
		formatLimit: (pixels) => formatLimit(pixels, 'pixels'),
		help: (most) => `up to ${most} ${side}`
	};
}

function checkMeasure(
	{ name, value, limit, isRemarkable = false, ...words }: Measure,
	isDescribed: boolean,
	recipient: string
): readonly Objection[] {
	if (limit === undefined) return [];
	const most = words.formatLimit(limit);
	if (value === undefined) {
		// A measure that was left open may have any value, so that its limit is only a remark.
		return isDescribed
			? [{ kind: 'yes', reason: `${name} up to ${most}` }]
			: [{ kind: 'unknown', reason: `${name} unknown, not checked (${recipient} allows ${most})` }];
	}
	const reason = `${words.format(value)}, ${recipient} allows ${most}`;
	if (value > limit) return [{ kind: 'no', reason, help: words.help(most) }];
	return isRemarkable ? [{ kind: 'yes', reason }] : [];
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
