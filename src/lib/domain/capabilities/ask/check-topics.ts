import { formatCount } from '$lib/format/number';
import type { CapabilityColumn } from '../columns/column';
import {
	addArticle,
	describeAge,
	describeFile,
	findAgeAnswer,
	findEmojiAnswer,
	findFileAnswer,
	findTextAnswer,
	findTimerAnswer
} from './check-answers';
import type { Question } from './question';
import { createVerb, type Topic } from './topic';

/** A file, a text or an age, as topics of its own. */
export function createCheckTopics(
	{ file, textLength, age, emoji, timer, paths }: Question,
	columns: readonly CapabilityColumn[]
): Topic[] {
	if (file) {
		const words = addArticle(describeFile(file));
		return [
			{
				name: describeFile(file),
				predicate: createVerb('takes', 'take', words),
				findings: columns.map((column) => findFileAnswer(column, file))
			}
		];
	}
	if (textLength !== undefined) {
		const features = paths.flatMap((path) => /^formatting\.(.+)$/.exec(path)?.[1] ?? []);
		const words = `text of ${formatCount(textLength, 'character')}`;
		return [
			{
				name: words,
				predicate: createVerb('takes', 'take', `a ${words}`),
				findings: columns.map((column) => findTextAnswer(column, { length: textLength, features }))
			}
		];
	}
	if (emoji !== undefined) {
		const what = `${emoji} as a reaction`;
		return [
			{
				name: what,
				predicate: createVerb('allows', 'allow', what),
				findings: columns.map((column) => findEmojiAnswer(column, emoji))
			}
		];
	}
	if (timer !== undefined) {
		const what = `a timer of ${describeAge(timer)} for disappearing messages`;
		return [
			{
				name: `Timer of ${describeAge(timer)}`,
				predicate: {
					does: [`has ${what}`, `have ${what}`],
					doesNot: [
						`has no timer of ${describeAge(timer)}`,
						`have no timer of ${describeAge(timer)}`
					],
					not: ['doesn’t', 'don’t']
				},
				findings: columns.map((column) => findTimerAnswer(column, timer))
			}
		];
	}
	if (age === undefined) return [];
	const changes = (['edit', 'delete'] as const).filter((change) => paths.includes(change));
	return changes.map((change) => {
		const what = change === 'edit' ? 'edit' : 'delete for everyone';
		const when = `After ${describeAge(age)}`;
		return {
			name: `${change === 'edit' ? 'Edit' : 'Delete for everyone'} after ${describeAge(age)}`,
			predicate: {
				does: [`can still ${what}`, `can still ${what}`],
				doesNot: [`can’t ${what}`, `can’t ${what}`],
				not: ['can’t', 'can’t'],
				when
			},
			findings: columns.map((column) => findAgeAnswer(column, change, age))
		};
	});
}
