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
	{ file, textLength, age, emoji, timer, paths, exceeded }: Question,
	columns: readonly CapabilityColumn[]
): Topic[] {
	if (file) {
		const name = describeFile(file, exceeded);
		const isMany = exceeded === 'size' || exceeded === 'time';
		const words = isMany ? name : addArticle(name);
		return [
			{
				name,
				predicate: createVerb('takes', 'take', words),
				findings: columns.map((column) => findFileAnswer(column, file, exceeded))
			}
		];
	}
	if (textLength !== undefined) {
		const features = paths.flatMap((path) => /^formatting\.(.+)$/.exec(path)?.[1] ?? []);
		const isAbove = exceeded === 'length';
		const words = `text of ${isAbove ? 'more than ' : ''}${formatCount(textLength, 'character')}`;
		const length = isAbove ? textLength + 1 : textLength;
		return [
			{
				name: words,
				predicate: createVerb('takes', 'take', `a ${words}`),
				findings: columns.map((column) => findTextAnswer(column, { length, features }))
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
		const time = describeTime(timer, exceeded);
		const what = `a timer of ${time} for disappearing messages`;
		return [
			{
				name: `Timer of ${time}`,
				predicate: {
					does: [`has ${what}`, `have ${what}`],
					doesNot: [`has no timer of ${time}`, `have no timer of ${time}`],
					not: ['doesn’t', 'don’t']
				},
				findings: columns.map((column) => findTimerAnswer(column, timer, exceeded))
			}
		];
	}
	if (age === undefined) return [];
	const time = describeTime(age, exceeded);
	const isAbove = exceeded === 'time';
	const changes = (['edit', 'delete'] as const).filter((change) => paths.includes(change));
	return changes.map((change) => {
		const what = change === 'edit' ? 'edit' : 'delete for everyone';
		const when = `After ${time}`;
		return {
			name: `${change === 'edit' ? 'Edit' : 'Delete for everyone'} after ${time}`,
			predicate: {
				does: [`can still ${what}`, `can still ${what}`],
				doesNot: [`can’t ${what}`, `can’t ${what}`],
				not: ['can’t', 'can’t'],
				when
			},
			findings: columns.map((column) => findAgeAnswer(column, change, age, isAbove))
		};
	});
}

/** A time in a sentence: `a day`, `more than a day`. */
function describeTime(seconds: number, exceeded: Question['exceeded']): string {
	return `${exceeded === 'time' ? 'more than ' : ''}${describeAge(seconds)}`;
}
