import { formatFileSize } from '$lib/format/bytes';
import { formatDuration, spellOutDuration } from '$lib/format/duration';
import { formatCount, formatNumber } from '$lib/format/number';
import { checkAge } from '../check/age';
import { checkFile } from '../check/file';
import { checkText, type TextFacts } from '../check/text';
import type { CheckVerdict, VerdictKind } from '../check/verdict';
import type { CapabilityColumn } from '../columns/column';
import { isWorking, type Capabilities } from '../model';
import { createOutcome, findAnswer, type Finding, type Outcome } from './findings';
import type { Question } from './question';

type AskedFile = NonNullable<Question['file']>;

/** A file in words: `120 MB MP4 with a caption`. */
export function describeFile({ facts, format, caption }: AskedFile): string {
	const { size, width, height, duration } = facts;
	const pixels = [width, height].filter((each) => each !== undefined).map(formatNumber);
	return [
		size !== undefined && formatFileSize(size),
		format.name,
		duration !== undefined && `of ${spellOutDuration(formatDuration(duration))}`,
		pixels.length > 0 && `of ${pixels.join(' × ')} px`,
		caption !== null &&
			(caption > 1 ? `with a caption of ${formatCount(caption, 'character')}` : 'with a caption')
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
export function findFileAnswer(column: CapabilityColumn, file: AskedFile): Finding {
	const { facts } = file;
	const caption: TextFacts | null =
		file.caption === null ? null : { length: file.caption, features: [] };
	return findAnswer(column, (capabilities) => {
		const verdict = checkFile(capabilities, facts, caption, column.name);
		return toOutcome(verdict, ([reason = '']) => shortenReason(reason));
	});
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
export function findTimerAnswer(column: CapabilityColumn, seconds: number): Finding {
	return findAnswer(column, ({ state, disappearingTimer }) => {
		const level = state?.disappearingTimer?.level;
		if (level === undefined && !disappearingTimer) return createOutcome('unstated', '', '');
		const works = level === undefined || isWorking(level);
		const isAllowed = disappearingTimer?.timers?.includes(seconds * 1_000) ?? true;
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

/** The answer of a column about editing or deleting a message of some age, in seconds. */
export function findAgeAnswer(
	column: CapabilityColumn,
	change: 'edit' | 'delete',
	age: number
): Finding {
	return findAnswer(column, (capabilities) => readAge(capabilities, change, age));
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
