import { groupBy, joinList } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import type { CapabilityRow } from '../row';
import type { Wording } from './field-words';
import { canBeLimited, describeDifference, type Finding, type Outcome } from './findings';

/** The forms of a predicate, for one network and for several. */
type Forms = readonly [one: string, many: string];

/** What networks can or can't do, in the forms that sentences need. */
export interface Predicate {
	/** `has polls`, `have polls`. */
	does: Forms;
	/** `has no polls`, `have no polls`. */
	doesNot: Forms;
	/** `doesn’t`, `don’t`, behind a number. */
	not: Forms;
	/** `After a day`; absent: nothing comes before the sentence. */
	when?: string;
}

/** One thing that is asked of some networks, with their answers. */
export interface Topic {
	/** `Edit`, `120 MB MP4 with a caption`. */
	name: string;
	predicate: Predicate;
	/** One for each network, in the order of the table. */
	findings: readonly Finding[];
	/** The row that is asked for; absent: a file, a text or an age. */
	row?: CapabilityRow;
	wording?: Wording;
}

/** The order that a question asks for. */
export interface Order {
	/** Those that can't come first. */
	isNegated: boolean;
	/** The smallest limit comes first. */
	isLeast: boolean;
}

/** Names of silent networks that are listed; more are counted. */
const MAX_SILENT = 2;

export function createPredicate({ verb, what }: Wording): Predicate {
	switch (verb) {
		case 'can':
			return {
				does: [`can ${what}`, `can ${what}`],
				doesNot: [`can’t ${what}`, `can’t ${what}`],
				not: ['can’t', 'can’t']
			};
		case 'has':
			return {
				does: [`has ${what}`, `have ${what}`],
				doesNot: [`has no ${what}`, `have no ${what}`],
				not: ['doesn’t', 'don’t']
			};
		case 'allows':
			return createVerb('allows', 'allow', what);
	}
}

/** @param one - `takes`, with `take` for several networks */
export function createVerb(one: string, many: string, what: string): Predicate {
	return {
		does: [`${one} ${what}`, `${many} ${what}`],
		doesNot: [`doesn’t ${many} ${what}`, `don’t ${many} ${what}`],
		not: ['doesn’t', 'don’t']
	};
}

/** The sentences that answer for these networks: one, two that are compared, or many. */
export function writeTopic(topic: Topic, order: Order): string {
	const [first, second, ...others] = topic.findings;
	if (!first) return '';
	if (!second) return writeOne(topic, first);
	if (others.length === 0) return writeTwo(topic, first, second);
	const isLimit = topic.row?.kind === 'limit' || topic.row?.kind === 'list';
	return isLimit && !order.isNegated ? writeLimits(topic, order) : writeMany(topic, order);
}

/** `Signal: edit for 24 hours, at most 10 times (1 of 244 differs).` */
export function writeOne(topic: Topic, finding: Finding): string {
	const { name } = finding.column;
	const { does, doesNot, when } = topic.predicate;
	const start = when === undefined ? '' : `${when}, `;
	switch (finding.kind) {
		case 'yes':
			return `${start}${claim(topic, finding)}.`;
		case 'changed':
			return `${start}${name} ${does[0]}${toParentheses(finding.long, describeDifference(finding))}.`;
		case 'no':
			return `${start}${name} ${doesNot[0]}${toParentheses(finding.long, describeDifference(finding))}.`;
		case 'unstated':
			return `${start}${name} doesn’t say whether it ${does[0]}.`;
		case 'unreported':
			return `${name} reports nothing.`;
	}
}

function claim(topic: Topic, finding: Finding): string {
	const { column, long, amount } = finding;
	const { name } = column;
	const { row, wording, predicate } = topic;
	const does = predicate.does[0];
	const note = describeDifference(finding);
	if (!row || !wording) return `${name} ${does}${toParentheses(long, note)}`;
	if (amount === Infinity) {
		const unlimited =
			wording.verb === 'can'
				? `${name} ${does}, ${long}`
				: `${name} states no limit for ${wording.what}`;
		return `${unlimited}${toParentheses(note)}`;
	}
	if (long === '') {
		const unlimited = canBeLimited(row.path)
			? `, with no stated ${wording.verb === 'can' ? 'time' : 'size'} limit`
			: '';
		return `${name} ${does}${unlimited}${toParentheses(note)}`;
	}
	if (isCounted(wording))
		return `${name} allows ${long} ${countWhat(wording, amount)}${toParentheses(note)}`;
	if (wording.verb === 'can') return `${name}: ${wording.what} ${long}${toParentheses(note)}`;
	const isPhrase = wording.limit !== undefined || /^(?:up to|after) /.test(long);
	return isPhrase
		? `${name} ${does} ${long}${toParentheses(note)}`
		: `${name} ${does}${toParentheses(long, note)}`;
}

/** “At most 10 edits per message”: the number comes before what is counted. */
function isCounted({ limit }: Wording): boolean {
	return limit?.before === 'at most';
}

function countWhat({ what }: Wording, amount: number | undefined): string {
	return amount === 1 ? what.replace(/s(?= per )/, '') : what;
}

/** `WhatsApp allows videos up to 2,000 MB, Telegram up to 2 GB.` */
function writeTwo(topic: Topic, first: Finding, second: Finding): string {
	const { predicate, wording, row } = topic;
	const names = [first.column.name, second.column.name] as const;
	const start = predicate.when === undefined ? '' : `${predicate.when}, `;
	const isSame = first.kind === second.kind && first.long === second.long;
	const notes = [first, second].map(describeDifference);
	const isWhole = notes.every((note) => note === '');
	if (isSame && first.kind === 'unreported')
		return `Neither ${names[0]} nor ${names[1]} reports anything.`;
	if (isSame && first.kind === 'unstated')
		return `${start}Neither ${names[0]} nor ${names[1]} says whether it ${predicate.does[0]}.`;
	if (isSame && first.kind === 'no' && isWhole)
		return `${start}Neither ${names[0]} nor ${names[1]} ${predicate.does[0]}${toParentheses(first.long)}.`;
	if (
		isSame &&
		first.kind === 'yes' &&
		isWhole &&
		first.amount !== Infinity &&
		!(wording && isCounted(wording))
	) {
		const isPhrase =
			wording?.limit !== undefined || /^(?:for|up to|after|within) /.test(first.long);
		const how = isPhrase ? ` ${first.long}` : toParentheses(first.long);
		return `${start}${names[0]} and ${names[1]} both ${predicate.does[1]}${how}.`;
	}
	const isLimited = [first, second].every(
		({ kind, long, amount }) =>
			kind === 'yes' &&
			amount !== Infinity &&
			/^(?:for|up to|within|at most) [^,]*(?:,\d{3}[^,]*)*$/.test(long)
	);
	if (isLimited && row && wording && !isCounted(wording))
		return `${claim(topic, first)}, ${names[1]} ${second.long}${toParentheses(notes[1] ?? '')}.`;
	return `${writeOne(topic, first)} ${writeOne(topic, second)}`;
}

/** `2 of 16 networks have polls: Signal, WhatsApp. 13 say nothing, Beeper (Matrix) reports nothing.` */
function writeMany({ predicate, findings }: Topic, { isNegated }: Order): string {
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
			`${formatNumber(changed.length)} ${changed.length === 1 ? 'changes' : 'change'} it: ${listNames(changed)}.`,
		other.length > 0 &&
			`${formatNumber(other.length)} ${pick(rest, other.length)}: ${listNames(other)}.`,
		writeSilence(findings)
	]
		.filter(Boolean)
		.join(' ');
}

function countNetworks(count: number, total: number): string {
	if (count === total) return `All ${formatNumber(total)} networks`;
	return `${formatNumber(count)} of ${formatNumber(total)} networks`;
}

/** `Videos: up to 2 GB on Telegram, 2,000 MB on WhatsApp. 1 doesn’t: Google Voice.` */
function writeLimits(topic: Topic, { isLeast }: Order): string {
	const { findings, predicate, wording } = topic;
	const by = groupBy(findings, ({ kind }) => kind);
	const yes = by.get('yes') ?? [];
	const limited = yes
		.filter(({ amount }) => amount !== Infinity)
		.toSorted((a, b) => ((b.amount ?? 0) - (a.amount ?? 0)) * (isLeast ? -1 : 1));
	const unlimited = yes.filter(({ amount }) => amount === Infinity);
	if (limited.length === 0) return writeMany(topic, { isNegated: false, isLeast });
	const groups = [...groupBy(limited, ({ short }) => short)];
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
	]
		.filter(Boolean)
		.join(' ');
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

function toParentheses(...parts: readonly string[]): string {
	const words = parts.filter(Boolean).join(', ');
	return words && ` (${words})`;
}

function pick(forms: readonly string[], count: number): string {
	return (count === 1 ? forms[0] : forms[1]) ?? '';
}

function capitalize(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
