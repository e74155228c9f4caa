import { formatCount, formatNumber } from '$lib/format/number';
import { formatLimit } from '../format-value';
import {
	type AttachmentCapability,
	type Capabilities,
	isWorking,
	type SupportLevel
} from '../model';
import { type Objection, toSilence, toVerdict, type CheckVerdict } from './verdict';
import { findFormatting } from './find-formatting';
import { buildFormattingRows } from '../formatting-rows';

const NAMES: ReadonlyMap<string, string> = new Map(
	buildFormattingRows(new Set()).map(({ path, name }) => [path, name.toLowerCase()])
);

/** The objections to a feature by level, in the order of a verdict's reasons. */
const LOSSES: readonly (readonly [SupportLevel, Objection['kind'], string])[] = [
	['rejected', 'no', 'formatting refused'],
	['dropped', 'changed', 'formatting dropped'],
	['unsupported', 'changed', 'formatting lost'],
	['partial', 'changed', 'formatting converted']
];

/** The facts of a text that decide whether it can be sent. */
export interface TextFacts {
	/** Characters (code points): most emoji are one. */
	length: number;
	/** Features as in `Capabilities.formatting`, each once. */
	features: readonly string[];
}

/** @returns null for an empty text, which is not sent */
export function readTextFacts(text: string): TextFacts | null {
	return text === '' ? null : { length: [...text].length, features: findFormatting(text) };
}

/**
 * Predicts whether a text can be sent as a message of its own.
 *
 * @param capabilities - undefined: the chat reports none
 * @param recipient - the recipient's name in reasons: `Discord`, `this chat`
 */
export function checkText(
	capabilities: Capabilities | undefined,
	text: TextFacts,
	recipient: string
): CheckVerdict {
	if (!capabilities) return toSilence('Not reported, so Beeper decides');
	return toVerdict([
		...findLengthObjections(text, capabilities.maxTextLength, recipient),
		...findFormattingObjections(capabilities, text)
	]);
}

/** @param subject - `caption of`; absent: the text itself */
function findLengthObjections(
	{ length }: TextFacts,
	limit: number | undefined,
	recipient: string,
	subject?: string
): readonly Objection[] {
	if (limit === undefined || length <= limit) return [];
	const words = [subject, formatCount(length, 'character')].filter(Boolean).join(' ');
	const most = formatLimit(limit, 'characters');
	return [
		{
			kind: 'no',
			reason: `${words}, ${recipient} allows ${formatNumber(limit)}`,
			help: subject === undefined ? `within ${most}` : `with a caption of at most ${most}`
		}
	];
}

/** Finds the objections to the formatting of a text or a caption. */
export function findFormattingObjections(
	{ formatting }: Capabilities,
	{ features }: TextFacts
): readonly Objection[] {
	if (features.length === 0) return [];
	if (!formatting) {
		return [{ kind: 'unknown', reason: 'formatting may be lost (not stated)' }];
	}
	return LOSSES.flatMap(([level, kind, word]) => {
		const names = features
			.filter((feature) => getFeatureLevel(formatting, feature) === level)
			.map((feature) => NAMES.get(`formatting.${feature}`) ?? feature);
		return names.length > 0 ? [{ kind, reason: `${word}: ${names.join(', ')}` }] : [];
	});
}

/** A feature that is not listed arrives as plain text. */
function getFeatureLevel(
	formatting: Readonly<Record<string, SupportLevel>>,
	feature: string
): SupportLevel {
	return (Object.hasOwn(formatting, feature) && formatting[feature]) || 'unsupported';
}

/** Finds the objections to a caption. @param caption - null: no caption, no objections */
export function findCaptionObjections(
	capabilities: Capabilities,
	{ caption: level, maxCaptionLength }: AttachmentCapability,
	caption: TextFacts | null,
	recipient: string
): readonly Objection[] {
	if (!caption) return [];
	const objections = findLevelObjections(level, recipient);
	// Limit and formatting matter only where captions work or are not stated.
	if (level !== undefined && !isWorking(level)) return objections;
	const formatting = findFormattingObjections(capabilities, caption).map(({ kind, reason }) => ({
		kind,
		reason: `caption: ${reason}`
	}));
	return [
		...objections,
		...findLengthObjections(caption, maxCaptionLength, recipient, 'caption of'),
		...formatting
	];
}

function findLevelObjections(
	level: SupportLevel | undefined,
	recipient: string
): readonly Objection[] {
	switch (level) {
		case 'full':
			return [];
		case 'partial':
			return [{ kind: 'changed', reason: 'caption is changed' }];
		case 'unsupported':
			return [
				{ kind: 'changed', reason: 'captions aren’t supported, so the text may arrive separately' }
			];
		case 'dropped':
			return [{ kind: 'changed', reason: 'caption is dropped' }];
		case 'rejected':
			return [
				{
					kind: 'no',
					reason: `${recipient} refuses captions, so send the text separately`,
					help: 'without a caption'
				}
			];
		case undefined:
			return [{ kind: 'unknown', reason: 'caption may be lost (not stated)' }];
	}
}
