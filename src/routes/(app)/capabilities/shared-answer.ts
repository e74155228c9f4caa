import { answerQuestion, type Answer } from '$lib/domain/capabilities/ask/answer';
import { buildAnswerTable } from '$lib/domain/capabilities/ask/answer-table';
import { toHeadline } from '$lib/domain/capabilities/ask/headline';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { getQuestionHref } from './links';

/**
 * The part of a shared table that an answer decides, in place of the view of the whole table.
 *
 * @param columns - the columns that the question is asked of
 * @param referenceColumns - the columns for networks that are not among them
 * @param base - an address of this site, for the link to the question
 * @returns undefined without a question, or for one that no table answers
 */
export function findSharedAnswer(
	question: string,
	columns: readonly CapabilityColumn[],
	referenceColumns: readonly CapabilityColumn[],
	base: URL
) {
	const answer = question.trim() ? answerQuestion(question, columns, referenceColumns) : undefined;
	if (!answer || answer.rows.length === 0) return undefined;
	const { table, ...about } = toSharedTable(question, answer, columns);
	return {
		...about,
		build: () => table,
		networks: answer.networks,
		link: new URL(getQuestionHref(question), base).href
	};
}

/** The table of an answer, with its headline and the parts of its title. */
export function toSharedTable(
	question: string,
	answer: Answer,
	columns: readonly CapabilityColumn[]
) {
	return {
		table: buildAnswerTable(answer, columns),
		headline: toHeadline(answer.sentence),
		by: 'network' as const,
		q: question,
		isPicked: answer.networks.length > 0
	};
}
