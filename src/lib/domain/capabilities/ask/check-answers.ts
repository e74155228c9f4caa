import { formatFileSize } from '$lib/format/bytes';
import { formatDuration, spellOutDuration } from '$lib/format/duration';
import { formatCount, formatNumber } from '$lib/format/number';
import { checkAge } from '../check/age';
import { checkFile } from '../check/file';
import type { FileFacts } from '../check/file-facts';
import { checkText, type TextFacts } from '../check/text';
import type { CheckVerdict, VerdictKind } from '../check/verdict';
import type { CapabilityColumn } from '../columns/column';
import { formatLimit } from '../format-value';
import { isWorking, type Capabilities } from '../model';
import { getClearlyMore } from '../similar-limit';
import { createOutcome, findAnswer, type Finding, type Outcome } from './findings';
import type { Question } from './question';

type AskedFile = NonNullable<Question['file']>;

/** A file in words: `120 MB MP4 with a caption`, `MP4s larger than 120 MB`. */
export function describeFile(
	{ facts, format, caption }: AskedFile,
	exceeded?: Question['exceeded']
): string {
	const { size, width, height, duration } = facts;
	const isLarger = exceeded === 'size';
	const isMany = isLarger || exceeded === 'time';
	const more = exceeded === 'length' ? 'more than ' : '';
	const time = duration !== undefined && spellOutDuration(formatDuration(duration));
	const pixels = [width, height].filter((each) => each !== undefined).map(formatNumber);
	return [
		size !== undefined && !isLarger && formatFileSize(size),
		isMany ? `${format.name}s` : format.name,
		size !== undefined && isLarger && `larger than ${formatFileSize(size)}`,
		time && (exceeded === 'time' ? `longer than ${time}` : `of ${time}`),
		pixels.length > 0 && `of ${pixels.join(' × ')} px`,
		caption !== null &&
			(caption > 1
				? `with a caption of ${more}${formatCount(caption, 'character')}`
				: 'with a caption')
	]
		.filter(Boolean)
		.join(' ');
}

/** `a 120 MB MP4`, `an 8 MB image`, `an MP4`. */
export function addArticle(words: string): string {
	const isVowel = /^(?:8|11\b|18\b|[aeio]|A|E|I|O|M[PKO4]|SVG|XLS|X\b)/.test(words);
	return `${isVowel ? 'an' : 'a'} ${words}`;
}

/** The answer of a column about a file, by the check that is made before sending. */
export function findFileAnswer(
	column: CapabilityColumn,
	file: AskedFile,
	exceeded?: Question['exceeded']
): Finding {
	const facts = exceed(file.facts, exceeded);
	const caption: TextFacts | null =
		file.caption === null
			? null
			: { length: file.caption + (exceeded === 'length' ? 1 : 0), features: [] };
	return findAnswer(column, (capabilities) => {
		const verdict = checkFile(capabilities, facts, caption, column.name);
		const { maxSize } = capabilities.attachments?.[verdict.as ?? ''] ?? {};
		if (exceeded !== 'size') return toOutcome(verdict, ([reason = '']) => shortenReason(reason));
		if (verdict.kind === 'yes' && maxSize === undefined)
			return createOutcome('yes', 'no stated limit', 'no stated limit');
		return toOutcome(verdict, ([reason = '']) =>
			/bytes|[kMG]B/.test(reason) && maxSize !== undefined
				? `${formatLimit(maxSize, 'bytes')} at most`
				: shortenReason(reason)
		);
	});
}

/** The smallest file whose size or duration is above that of a file; about as large isn’t above. */
function exceed(facts: FileFacts, exceeded: Question['exceeded']): FileFacts {
	const { size, duration } = facts;
	if (exceeded === 'size' && size !== undefined) return { ...facts, size: getClearlyMore(size) };
	if (exceeded === 'time' && duration !== undefined) return { ...facts, duration: duration + 1 };
	return facts;
}

/** The answer of a column about a text of some length, with the formatting that is asked for. */
export function findTextAnswer(column: CapabilityColumn, text: TextFacts): Finding {
	return findAnswer(column, (capabilities) =>
		toOutcome(checkText(capabilities, text, column.name), (reasons) =>
			reasons[0]?.includes('allows') && capabilities.maxTextLength !== undefined
				? `${formatNumber(capabilities.maxTextLength)} at most`
				: (reasons[0] ?? '')
		)
	);
}

/** The answer of a column about reacting with one emoji. */
export function findEmojiAnswer(column: CapabilityColumn, emoji: string): Finding {
	const wanted = toPlainEmoji(emoji);
	return findAnswer(column, ({ reaction, allowedReactions }) => {
		if (reaction === undefined) return createOutcome('unstated', '', '');
		const isAllowed = allowedReactions?.map(toPlainEmoji).includes(wanted) ?? true;
		return createOutcome(isWorking(reaction) && isAllowed ? 'yes' : 'no', '', '');
	});
}

/** The answer of a column about messages that disappear after some seconds. */
export function findTimerAnswer(
	column: CapabilityColumn,
	seconds: number,
	exceeded?: Question['exceeded']
): Finding {
	const wanted = seconds * 1_000;

	return findAnswer(column, ({ state, disappearingTimer }) => {
		const level = state?.disappearingTimer?.level;
		if (level === undefined && !disappearingTimer) return createOutcome('unstated', '', '');
		const works = level === undefined || isWorking(level);
		const timers = disappearingTimer?.timers;
		const isAllowed =
			timers?.some((timer) => (exceeded === 'time' ? timer > wanted : timer === wanted)) ?? true;
		return createOutcome(works && isAllowed ? 'yes' : 'no', '', '');
	});
}

/** An emoji without the mark that asks for its coloured form, which networks write or leave out. */
function toPlainEmoji(emoji: string): string {
	return emoji.replaceAll('\u{FE0F}', '');
}

const KINDS = {
	yes: 'yes',
	changed: 'changed',
	unknown: 'unstated',
	no: 'no'
} as const satisfies Record<VerdictKind, Outcome['kind']>;

function toOutcome(
	{ kind, reasons }: CheckVerdict,
	explain: (reasons: readonly string[]) => string
): Outcome {
	const why = kind === 'no' ? explain(reasons) : kind === 'changed' ? (reasons[0] ?? '') : '';
	return createOutcome(KINDS[kind], why, why);
}

function shortenReason(reason: string): string {
	const [, limit] = /, .+ allows (.+)$/.exec(reason) ?? [];
	if (limit !== undefined) return `${spellOutDuration(limit)} at most`;
	if (reason.includes('refuses captions')) return 'no captions';
	return reason.includes('doesn’t accept') ? 'type not accepted' : reason;
}

/**
 * The answer of a column about editing or deleting a message.
 *
 * @param age - in seconds
 * @param isAbove - the message is older than that
 */
export function findAgeAnswer(
	column: CapabilityColumn,
	change: 'edit' | 'delete',
	age: number,
	isAbove = false
): Finding {
	return findAnswer(column, (capabilities) => {
		const outcome = readAge(capabilities, change, isAbove ? age + 1 : age);
		// The time that is left depends on the age, which is open.
		return isAbove && outcome.kind === 'yes' ? createOutcome('yes', '', '') : outcome;
	});
}

function readAge(capabilities: Capabilities, change: 'edit' | 'delete', age: number): Outcome {
	// Deleting for oneself alone is another capability.
	const { kind, text } = checkAge({ ...capabilities, deleteForMe: false }, age)[change];
	const limit = change === 'edit' ? capabilities.editMaxAge : capabilities.deleteMaxAge;
	switch (kind) {
		case 'unknown':
			return createOutcome('unstated', '', '');
		case 'no': {
			const isLate = limit !== undefined && limit > 0 && text.startsWith('too late');
			const why = isLate ? `${spellOutDuration(formatDuration(limit))} at most` : '';
			return createOutcome('no', why, why);
		}
		default: {
			const left = limit === undefined ? '' : spellOutDuration(text.replace(/,.*/, ''));
			return createOutcome('yes', left, left);
		}
	}
}

/** The age of a message in a sentence: `a day`, `15 minutes`. */
export function describeAge(seconds: number): string {
	switch (seconds) {
		case 3_600:
			return 'an hour';
		case 86_400:
			return 'a day';
		case 604_800:
			return 'a week';
		default:
			return spellOutDuration(formatDuration(seconds));
	}
}
