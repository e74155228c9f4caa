import { joinList } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import { describeDifference, type Finding } from './findings';
import { countNetworks } from './sentences';
import { toParentheses, type Topic } from './topic';

/**
 * The networks that have some capabilities and lack others, then those that don’t say whether they
 * lack them: `None of the 15 networks says it can edit and has no polls. 9 can edit and don’t say
 * whether they have polls: Discord, LINE, Slack …`
 *
 * @param unwanted - paths of those that must be lacking
 */
export function writeContrast(topics: readonly Topic[], unwanted: readonly string[]): string[] {
	function isUnwanted({ row }: Topic): boolean {
		return row !== undefined && unwanted.includes(row.path);
	}

	const lacking = topics.filter(isUnwanted);
	const having = topics.filter((topic) => !isUnwanted(topic));
	const columns = (topics[0]?.findings ?? []).map((_, index) => ({
		has: having.flatMap(({ findings }) => findings[index] ?? []),
		lacks: lacking.flatMap(({ findings }) => findings[index] ?? [])
	}));
	const able = columns.filter(({ has }) => has.every(({ kind }) => kind === 'yes'));
	const both = able.filter(({ lacks }) => lacks.every(({ kind }) => kind === 'no'));
	const open = able.filter(
		(column) => !both.includes(column) && column.lacks.every(({ kind }) => kind !== 'yes')
	);

	function describe(form: 0 | 1): string {
		return joinList([
			...having.map(({ predicate }) => predicate.does[form]),
			...lacking.map(({ predicate }) => predicate.doesNot[form])
		]);
	}

	const form = open.length === 1 ? 0 : 1;
	const has = joinList(having.map(({ predicate }) => predicate.does[form]));
	const whether = joinList(
		lacking.map(({ predicate }) => predicate.does[form]),
		'or'
	);
	const silent = form === 0 ? 'doesn’t say whether it' : 'don’t say whether they';
	return [
		both.length === 0
			? `None of the ${formatNumber(columns.length)} networks says it ${describe(0)}.`
			: `${countNetworks(both.length, columns.length)} ${describe(both.length === 1 ? 0 : 1)}: ${listNames(both)}.`,
		open.length > 0 &&
			`${formatNumber(open.length)} ${has} and ${silent} ${whether}: ${listNames(open)}.`
	].flatMap((sentence) => sentence || []);
}

interface Answers {
	has: readonly Finding[];
	lacks: readonly Finding[];
}

function listNames(columns: readonly Answers[]): string {
	return columns
		.map(({ has, lacks }) => {
			const findings = [...has, ...lacks];
			const differences = new Set(findings.map(describeDifference));
			return `${findings[0]?.column.name ?? ''}${toParentheses(...differences)}`;
		})
		.join(', ');
}
