import { groupBy, joinList } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import { describeDifference, type Finding, type Outcome } from './findings';
import { toParentheses, type Forms, type Topic } from './topic';
import { writeOne, writeTwo } from './write-one';

/** The order that a question asks for. */
export interface Order {
	/** Networks that can't come first. */
	isNegated: boolean;
	/** The smallest limit comes first. */
	isLeast: boolean;
}

/** Names of silent networks that are listed; more are counted. */
const MAX_SILENT = 2;

/** The sentences that answer for these networks, the most important one first. */
export function writeTopic(topic: Topic, order: Order): string[] {
	const [first, second, ...others] = topic.findings;
	if (!first) return [];
	if (!second) return [writeOne(topic, first)];
	if (others.length === 0) return [writeTwo(topic, first, second)];
	const isLimit = topic.row?.kind === 'limit' || topic.row?.kind === 'list';
	return isLimit && !order.isNegated ? writeLimits(topic, order) : writeMany(topic, order);
}

/** `2 of 16 networks have polls: Signal, WhatsApp. 13 say nothing, Beeper (Matrix) reports nothing.` */
function writeMany({ predicate, findings }: Topic, { isNegated }: Order): string[] {
	const { does, doesNot, not, when } = predicate;
	const by = groupBy(findings, ({ kind }) => kind);
	const [yes, no] = [by.get('yes') ?? [], by.get('no') ?? []];
	const changed = by.get('changed') ?? [];
	const [main, other] = isNegated ? [no, yes] : [yes, no];
	const total = formatNumber(findings.length);
	const start = when === undefined ? '' : `${when}, `;
	const forms = isNegated ? doesNot : does;
	const first =
		main.length > 0
			? `${start}${countNetworks(main.length, findings.length)} ${pick(forms, main.length)}: ${listNames(main)}.`
			: `${start}${when === undefined ? 'None' : 'none'} of the ${total} networks says it ${forms[0]}.`;
	const rest = isNegated ? does : not;
	return [
		first,
		changed.length > 0 &&
			`${formatNumber(changed.length)} ${changed.length === 1 ? 'takes' : 'take'} it with changes: ${listNames(changed)}.`,
		other.length > 0 &&
			`${formatNumber(other.length)} ${pick(rest, other.length)}: ${listNames(other)}.`,
		writeSilence(findings)
	].flatMap((sentence) => sentence || []);
}

/** `All 15 networks`, `2 of 15 networks`. */
export function countNetworks(count: number, total: number): string {
	if (count === total) return `All ${formatNumber(total)} networks`;
	return `${formatNumber(count)} of ${formatNumber(total)} networks`;
}

/** Limits that are told of each of several capabilities. */
const MAX_LEADERS = 2;

/** The networks with the largest limits, or the smallest: `Videos: up to 2 GB on Telegram, 2,000 MB on WhatsApp.` */
export function writeLeaders(topic: Topic, order: Order): string[] {
	return writeLimits(topic, order, MAX_LEADERS).slice(0, 1);
}

/** `Videos: up to 2 GB on Telegram, 2,000 MB on WhatsApp. 1 doesn’t: Google Voice.` */
function writeLimits(topic: Topic, { isLeast }: Order, most = Infinity): string[] {
	const { findings, predicate, wording } = topic;
	const by = groupBy(findings, ({ kind }) => kind);
	const yes = by.get('yes') ?? [];
	const limited = yes
		.filter(({ amount }) => amount !== Infinity)
		.toSorted((a, b) => ((b.amount ?? 0) - (a.amount ?? 0)) * (isLeast ? -1 : 1));
	const unlimited = yes.filter(({ amount }) => amount === Infinity);
	if (limited.length === 0) return writeMany(topic, { isNegated: false, isLeast });
	const groups = [...groupBy(limited, ({ short }) => short)].slice(0, most);
	const before = wording?.limit?.before ?? 'up to';
	const isList = limited.every(({ amount }) => amount === undefined);
	const texts = groups.map(([short, members]) => `${short} on ${joinNames(members)}`);
	const no = by.get('no') ?? [];
	return [
		`${capitalize(wording?.what ?? '')}: ${isList ? '' : `${before} `}${texts.join(', ')}.`,
		unlimited.length > 0 && `No stated limit on ${joinNames(unlimited)}.`,
		no.length > 0 &&
			`${formatNumber(no.length)} ${pick(predicate.not, no.length)}: ${no.map(({ column }) => column.name).join(', ')}.`,
		writeSilence(findings)
	].flatMap((sentence) => sentence || []);
}

/** `13 say nothing, Beeper (Matrix) reports nothing.`; empty where every network answers. */
export function writeSilence(findings: readonly Finding[]): string {
	const unstated = findings.filter(({ kind }) => kind === 'unstated');
	const unreported = findings.filter(({ kind }) => kind === 'unreported');
	const parts = [
		countSilent(unstated, ['says nothing', 'say nothing']),
		countSilent(unreported, ['reports nothing', 'report nothing'])
	].filter(Boolean);
	return parts.length > 0 ? `${parts.join(', ')}.` : '';
}

function countSilent(findings: readonly Finding[], forms: Forms): string {
	if (findings.length === 0) return '';
	const who = findings.length <= MAX_SILENT ? joinPlain(findings) : formatNumber(findings.length);
	return `${who} ${pick(forms, findings.length)}`;
}

/** `edit (24 hours, 10 times)`, for a list of what one network can do. */
export function describeWhat({ wording }: Topic, { short, kind }: Outcome): string {
	return `${wording?.what ?? ''}${kind === 'yes' ? toParentheses(short) : ''}`;
}

function listNames(findings: readonly Finding[]): string {
	return findings
		.map(
			(finding) =>
				`${finding.column.name}${toParentheses(finding.amount === Infinity ? '' : finding.short, describeDifference(finding))}`
		)
		.join(', ');
}

function joinNames(findings: readonly Finding[]): string {
	return joinList(
		findings.map((finding) => `${finding.column.name}${toParentheses(describeDifference(finding))}`)
	);
}

function joinPlain(findings: readonly Finding[]): string {
	return joinList(findings.map(({ column }) => column.name));
}

function pick(forms: readonly string[], count: number): string {
	return (count === 1 ? forms[0] : forms[1]) ?? '';
}
