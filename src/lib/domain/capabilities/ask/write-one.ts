import type { Wording } from './field-words';
import { canBeLimited, describeDifference, type Finding } from './findings';
import { toParentheses, type Topic } from './topic';

/** `Signal: edit for 24 hours, at most 10 times (1 of 244 differs).` */
export function writeOne(topic: Topic, finding: Finding): string {
	return `${startWith(topic)}${toClause(topic, finding)}.`;
}

function startWith({ predicate: { when } }: Topic): string {
	return when === undefined ? '' : `${when}, `;
}

/** The answer of one network, without a full stop. */
function toClause(topic: Topic, finding: Finding): string {
	const { name } = finding.column;
	const { does, doesNot } = topic.predicate;
	const parentheses = toParentheses(finding.long, describeDifference(finding));
	switch (finding.kind) {
		case 'yes':
			return toClaim(topic, finding);
		case 'changed':
			return `${name} ${does[0]}${parentheses}`;
		case 'no':
			return `${name} ${doesNot[0]}${parentheses}`;
		case 'unstated':
			return `${name} doesn’t say whether it ${does[0]}`;
		case 'unreported':
			return `${name} reports nothing`;
	}
}

function toClaim(topic: Topic, finding: Finding): string {
	const { column, long, amount } = finding;
	const { row, wording, predicate } = topic;
	const [does] = predicate.does;
	const note = describeDifference(finding);
	const end = toParentheses(note);
	if (!row || !wording) return `${column.name} ${does}${toParentheses(long, note)}`;
	if (amount === Infinity && wording.verb !== 'can')
		return `${column.name} states no limit for ${wording.what}${end}`;
	const how = describeHow(topic, finding);
	if (how === '') return `${column.name} ${does}${end}`;
	if (how.startsWith('with ') && wording.limit?.before !== 'with')
		return `${column.name} ${does}, ${how}${end}`;
	if (isCounted(wording)) return `${column.name} allows ${how} ${countWhat(wording, amount)}${end}`;
	if (wording.verb === 'can') return `${column.name}: ${wording.what} ${how}${end}`;
	return isPhrase(how, wording)
		? `${column.name} ${does} ${how}${end}`
		: `${column.name} ${does}${toParentheses(how, note)}`;
}

/**
 * The limits of a capability that works; for one that could have a limit and states none, a phrase
 * that says so.
 */
function describeHow({ row, wording }: Topic, { long }: Finding): string {
	if (long !== '' || !row || !canBeLimited(row.path)) return long;
	return `with no stated ${wording?.verb === 'can' ? 'time' : 'size'} limit`;
}

/** True for words that continue a sentence: `for 15 minutes`, `up to 2 GB`. */
function isPhrase(how: string, wording?: Wording): boolean {
	return wording?.limit !== undefined || /^(?:for|up to|after|within|with) /.test(how);
}

/** “At most 10 edits per message”: the number comes before what is counted. */
function isCounted(wording: Wording | undefined): boolean {
	return wording?.limit?.before === 'at most';
}

function countWhat({ what }: Wording, amount: number | undefined): string {
	return amount === 1 ? what.replace(/s(?= per )/, '') : what;
}

/** `WhatsApp allows videos up to 2,000 MB, Telegram up to 2 GB.` */
export function writeTwo(topic: Topic, first: Finding, second: Finding): string {
	const { predicate, wording } = topic;
	const [one, other] = [first.column.name, second.column.name];
	const notes = [first, second].map(describeDifference);
	const isSame = first.kind === second.kind && first.long === second.long;
	const start = startWith(topic);
	if (isSame && first.kind === 'unreported') return `Neither ${one} nor ${other} reports anything.`;
	if (isSame && first.kind === 'unstated')
		return `${start}Neither ${one} nor ${other} says whether it ${predicate.does[0]}.`;
	if (isSame && notes.every((note) => note === '')) {
		const how = describeHow(topic, first);
		const words = isPhrase(how, wording) ? ` ${how}` : toParentheses(how);
		if (first.kind === 'no')
			return `${start}Neither ${one} nor ${other} ${predicate.does[0]}${toParentheses(first.long)}.`;
		if (first.kind === 'yes' && first.amount !== Infinity && !isCounted(wording))
			return `${start}${one} and ${other} both ${predicate.does[1]}${words}.`;
	}
	const continued = continueWith(topic, first, second);
	if (continued !== undefined) return `${start}${toClause(topic, first)}, ${continued}.`;
	if (first.kind === 'no' && second.kind === 'yes') return writeTwo(topic, second, first);
	return `${writeOne(topic, first)} ${writeOne(topic, second)}`;
}

/** The second network in few words: `Telegram up to 2 GB`, `Telegram doesn’t say`; undefined where that is unclear. */
function continueWith(topic: Topic, first: Finding, second: Finding): string | undefined {
	const { predicate, wording, row } = topic;
	const { name } = second.column;
	const note = describeDifference(second);
	const isAnswered = first.kind === 'yes' || first.kind === 'no';
	if (isAnswered && second.kind === 'unstated') return `${name} doesn’t say`;
	if (first.kind === 'yes' && second.kind === 'no')
		return `${name} ${predicate.not[0]}${toParentheses(second.long, note)}`;
	if (first.kind !== 'yes' || second.kind !== 'yes' || !row || isCounted(wording)) return undefined;
	if (first.amount === Infinity || second.amount === Infinity) return undefined;
	const [how, otherHow] = [describeHow(topic, first), describeHow(topic, second)];
	const isPlain = [how, otherHow].every((words) => isPhrase(words, wording) && words !== '');
	return isPlain && !/, /.test(how) ? `${name} ${otherHow}${toParentheses(note)}` : undefined;
}
