import { groupBy, joinList } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import type { CapabilityColumn } from '../columns/column';
import { parsePath } from '../path';
import type { Finding } from './findings';
import type { Question } from './question';
import { writeContrast } from './contrast';
import { describeWhat, writeLeaders, writeSilence, writeTopic } from './sentences';
import { createPredicate, type Topic } from './topic';

/** Capabilities that are answered one sentence each; more are listed. */
const MAX_SENTENCES = 3;
/** Capabilities that are answered one sentence each where each sentence names many networks. */
const MAX_LONG_SENTENCES = 2;
/** Differences that are told when networks are compared as a whole. */
const MAX_DIFFERENCES = 4;

/** The answer in words: a sentence for each of a few topics, or one for many of them. */
export function writeAnswer(
	topics: readonly Topic[],
	asked: Question,
	columns: readonly CapabilityColumn[],
	chosen: readonly CapabilityColumn[]
): string[] {
	const { networks, missing, foreign } = asked;
	const absent = missing.length > 0 ? writeMissing(missing, columns) : '';
	const isNothing = topics.length === 0 || (missing.length > 0 && networks.length === 0);
	if (isNothing && absent) return [absent];
	const outside = foreign.length > 0 ? `The table doesn’t cover ${joinList(foreign, 'or')}.` : '';
	if (isNothing && outside) return [outside];
	if (isNothing) return [NO_ANSWER];
	const merged = mergeAlike(topics);
	const contrast = asked.unwanted.length > 0 && networks.length === 0 && chosen.length > 2;
	const sentences = contrast
		? writeContrast(topics, asked.unwanted)
		: merged.length <= (networks.length > 0 ? MAX_SENTENCES : MAX_LONG_SENTENCES)
			? merged.flatMap((topic) => writeTopic(topic, asked))
			: isRanked(merged, asked)
				? merged.flatMap((topic) => writeLeaders(topic, asked))
				: writeMany(mergeFormats(topics), asked, chosen);
	return [...sentences, absent, outside].flatMap((sentence) => sentence || []);
}

/** True where several limits of all networks are asked for: “the largest uploads”. */
function isRanked(topics: readonly Topic[], { networks }: Question): boolean {
	return networks.length === 0 && topics.every(({ row }) => row?.kind === 'limit');
}

const NO_ANSWER = 'Name a network or something it can do, such as “edit on Signal” or “polls”.';

function writeMissing(missing: readonly string[], columns: readonly CapabilityColumn[]): string {
	const names = joinList(missing, 'or');
	return columns.some(({ origin }) => origin === 'chats')
		? `You have no chats on ${names}.`
		: `Nothing is known about ${names}.`;
}

/** Many capabilities: of one network, of several that are compared, or of all. */
function writeMany(
	topics: readonly Topic[],
	asked: Question,
	chosen: readonly CapabilityColumn[]
): string[] {
	const [column, ...others] = chosen;
	if (!column) return [];
	if (others.length === 0) return writeWhole(topics, column, asked);
	if (asked.networks.length === 0) return writeCounts(topics, chosen);
	return asked.comparison === 'similarities'
		? writeSimilarities(topics, chosen)
		: writeDifferences(topics, asked);
}

/** `Signal: edit (24 hours, 10 times), polls. Not: threads. Not stated: archive.` */
function writeWhole(
	topics: readonly Topic[],
	{ name, reported }: CapabilityColumn,
	{ isNegated }: Question
): string[] {
	if (reported === 0) return [`${name} reports nothing.`];

	function list(kinds: readonly Finding['kind'][]): string {
		return topics
			.flatMap((topic) => {
				const [finding] = topic.findings;
				return finding && kinds.includes(finding.kind) ? [describeWhat(topic, finding)] : [];
			})
			.join(', ');
	}

	const [yes, no, silent] = [list(['yes', 'changed']), list(['no']), list(['unstated'])];
	if (isNegated)
		return [
			no ? `${name}, not: ${no}.` : `${name} rules out none of these.`,
			silent && `Not stated: ${silent}.`,
			yes && `It has: ${yes}.`
		].flatMap((sentence) => sentence || []);
	return [
		yes ? `${name}: ${yes}.` : `${name} states none of these.`,
		no && `Not: ${no}.`,
		silent && `Not stated: ${silent}.`
	].flatMap((sentence) => sentence || []);
}

/** The most important differences between the networks, then the number of the others. */
function writeDifferences(topics: readonly Topic[], asked: Question): string[] {
	const differing = topics.filter(doesDiffer);
	const told = differing.slice(0, MAX_DIFFERENCES).flatMap((topic) => writeTopic(topic, asked));
	const [more, same] = [
		Math.max(0, differing.length - MAX_DIFFERENCES),
		topics.length - differing.length
	];
	return [
		...told,
		more > 0 && `${formatNumber(more)} more ${more === 1 ? 'differs' : 'differ'}.`,
		same > 0 && `The same in ${formatNumber(same)} of ${formatNumber(topics.length)}.`
	].flatMap((sentence) => sentence || []);
}

/** `WhatsApp and Signal have 2 of 15 things in common: polls, replies.` */
function writeSimilarities(
	topics: readonly Topic[],
	chosen: readonly CapabilityColumn[]
): string[] {
	const names = joinList(chosen.map(({ name }) => name));
	const common = topics.filter(isCommon).map(({ name, wording }) => wording?.what ?? name);
	const count = common.length > 0 ? formatNumber(common.length) : 'none';
	const list = common.length > 0 ? `: ${common.join(', ')}` : '';
	return [`${names} have ${count} of ${formatNumber(topics.length)} things in common${list}.`];
}

/** True where all networks have a capability, whatever its limits. */
export function isCommon({ findings }: Topic): boolean {
	return findings.every(({ kind }) => kind === 'yes');
}

/** True where networks answer differently; those that report nothing don’t count. */
export function doesDiffer({ findings }: Topic): boolean {
	const answers = findings.filter(({ kind }) => kind !== 'unreported');
	return new Set(answers.map(({ kind, long }) => `${kind} ${long}`)).size > 1;
}

/** `Bold text on 10 of 16 networks, italics on 8.`, and a sentence about silent networks. */
function writeCounts(topics: readonly Topic[], chosen: readonly CapabilityColumn[]): string[] {
	// The formats of images share the words “images of type”.
	const [start = ''] = /^.* of type /.exec(topics[0]?.wording?.what ?? '') ?? [];
	const counts = topics.map(({ wording, findings }, index) => {
		const count = findings.filter(({ kind }) => kind === 'yes').length;
		const what = wording?.what ?? '';
		const isRepeated = index > 0 && what.startsWith(start);
		return `${isRepeated ? what.slice(start.length) : what} on ${formatNumber(count)}`;
	});
	const [first = '', ...others] = counts;
	const silence = writeSilence(topics[0]?.findings ?? []);
	return [
		`${[`${capitalize(first)} of ${formatNumber(chosen.length)} networks`, ...others].join(', ')}.`,
		silence
	].flatMap((sentence) => sentence || []);
}

/** Joins attachments with the same answers: `captions on images, videos and files`. */
function mergeAlike(topics: readonly Topic[]): Topic[] {
	return mergeBy(topics, ({ row }) => {
		const target = row && parsePath(row.path);
		return target?.in === 'attachment-field' ? target.field : undefined;
	});
}

/** Joins formats of one type with the same answers: `stickers of type image/png and image/jpeg`. */
function mergeFormats(topics: readonly Topic[]): Topic[] {
	return mergeBy(topics, ({ row }) => {
		const target = row && parsePath(row.path);
		return target?.in === 'mime' ? target.type : undefined;
	});
}

/** @param getKey - the same for topics that may be joined where their answers are the same; undefined: never */
function mergeBy(topics: readonly Topic[], getKey: (topic: Topic) => string | undefined): Topic[] {
	const groups = groupBy(topics, (topic) => {
		const key = getKey(topic);
		const answers = topic.findings.map(({ kind, long, chats }) => [kind, long, chats]);
		return key === undefined ? topic.row?.path : JSON.stringify([key, answers]);
	});
	return [...groups.values()].flatMap(([first, ...others]) => {
		if (!first?.wording || others.length === 0) return first ? [first] : [];
		const whats = [first, ...others].map(({ wording }) => wording?.what ?? '');
		const wording = { ...first.wording, what: joinWhats(whats) };
		return [{ ...first, wording, predicate: createPredicate(wording) }];
	});
}

/** `captions on images`, `captions on files` → `captions on images and files`. */
function joinWhats(whats: readonly string[]): string {
	const [first = ''] = whats;
	const start = first.slice(0, Math.max(first.lastIndexOf(' '), first.lastIndexOf('-once ')) + 1);
	return whats.every((what) => what.startsWith(start))
		? `${start}${joinList(whats.map((what) => what.slice(start.length)))}`
		: joinList(whats);
}
