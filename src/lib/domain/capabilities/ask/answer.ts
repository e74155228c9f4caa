import type { Network } from '$lib/domain/chat/network';
import { getFileKind } from '../check/file-formats';
import { buildRows } from '../build-rows';
import { collectSets } from '../columns/clusters';
import type { CapabilityColumn } from '../columns/column';
import type { CapabilityRow } from '../row';
import { PHRASES } from '../table/phrases';
import { createAdvantage, listAdvantages, writeAdvantage } from './advantage';
import { toAnswerRow, type AnswerRow } from './answer-row';
import { listKnownRows } from './capability-words';
import { createCheckTopics } from './check-topics';
import { buildPhraseIndex, type PhraseIndex } from './phrase-index';
import { chooseColumns, writeScope } from './scope';
import type { Correction, NearMiss, Question } from './question';
import { readQuestion } from './read-question';
import { createRowTopics } from './row-topics';
import { doesDiffer, isCommon, writeAnswer } from './write-answer';
import type { Topic } from './topic';

/** The answer to a question about a table. */
export interface Answer {
	/**
	 * The answer in words, numbers included; several sentences where there is more to say. Empty for an
	 * empty question.
	 */
	sentence: string;
	/** Its first sentence, which says the most. */
	headline: string;
	/** Paths of the capabilities that were asked for, in the question's order. */
	paths: readonly string[];
	/** Keys of the networks that were named; empty: all networks of the table. */
	networks: readonly string[];
	/** Words that were not understood, as typed. */
	unknown: readonly string[];
	/**
	 * Words that were read as others: mistyped ones, and those for only a part of the subject of a
	 * row.
	 */
	corrections: readonly Correction[];
	/** Words that were probably meant by unknown ones. */
	nearMisses: readonly NearMiss[];
	/** The networks of the small table, with just the chats that were asked for: those named, or else those that answer. */
	columns: readonly CapabilityColumn[];
	/** Keys of the columns that the reference answers for, as the user has no such chats. */
	borrowed: readonly string[];
	/** One row for each topic of the question. */
	rows: readonly AnswerRow[];
	/**
	 * Names of the networks that the small table leaves out, as they state nothing about the topics.
	 */
	unstated: readonly string[];
	/** Names of the networks that it leaves out, as they report no capabilities at all. */
	unreported: readonly string[];
}

interface TableIndex {
	/** The columns of the table, then those of the reference for networks that it lacks. */
	columns: readonly CapabilityColumn[];
	networks: readonly Network[];
	rows: ReadonlyMap<string, CapabilityRow>;
	phrases: PhraseIndex;
}

/** Indices by the columns of the table, then by those of the reference: a question is read again at every key. */
const indices = new WeakMap<
	readonly CapabilityColumn[],
	WeakMap<readonly CapabilityColumn[], TableIndex>
>();

const NO_COLUMNS: readonly CapabilityColumn[] = [];

function getIndex(
	own: readonly CapabilityColumn[],
	referenceColumns: readonly CapabilityColumn[]
): TableIndex {
	const known = indices.get(own) ?? new WeakMap<readonly CapabilityColumn[], TableIndex>();
	indices.set(own, known);
	const index = known.get(referenceColumns) ?? buildIndex(own, referenceColumns);
	known.set(referenceColumns, index);
	return index;
}

function buildIndex(
	own: readonly CapabilityColumn[],
	referenceColumns: readonly CapabilityColumn[]
): TableIndex {
	const columns = [
		...own,
		...referenceColumns.filter((column) => !own.some(isSameNetwork(column)))
	];
	const networks = columns.map(({ networkKey, key, name }) => ({ key: networkKey ?? key, name }));
	const rows = buildRows(collectSets(columns));
	return {
		columns,
		networks,
		// Rows that no chat reports can be asked for, too.
		rows: new Map([...listKnownRows(), ...rows].map((row) => [row.path, row])),
		phrases: buildPhraseIndex(networks, rows)
	};
}

function isSameNetwork({ key, networkKey = key }: CapabilityColumn) {
	return (other: CapabilityColumn) => (other.networkKey ?? other.key) === networkKey;
}

/**
 * Answers a question in plain words about a table: `edit signal`, `who has polls`, `whatsapp vs
 * telegram video`, `120 MB mp4 with caption`, `who can delete for everyone after a day`.
 *
 * Words that are networks choose networks, words that are capabilities choose capabilities; sizes,
 * formats, texts and ages are checked as on the check page; “in groups” chooses the chats of one
 * type. Never throws, whatever is asked.
 *
 * @param columns - one for each network: of the user's chats, of the reference, or both
 * @param referenceColumns - columns of the reference, which answer for named networks that are not
 * among `columns`. The index is cached by these arrays, so pass the same ones while their columns
 * stay the same.
 */
export function answerQuestion(
	question: string,
	columns: readonly CapabilityColumn[],
	referenceColumns: readonly CapabilityColumn[] = NO_COLUMNS
): Answer {
	const index = getIndex(columns, referenceColumns);
	const { networks, rows, phrases } = index;
	const asked = readQuestion(question, networks, phrases);
	const named = new Set(asked.networks.map(({ key }) => key));
	const scope = chooseColumns(asked, columns, index.columns);
	const { chosen } = scope;
	const paths = findAskedPaths(asked, rows);
	const checks = createCheckTopics(asked, chosen);
	const asking = createRowTopics(paths, rows, chosen, asked.above);
	const advantage = createAdvantage(asked, rows, chosen);
	const capabilities = advantage ? listAdvantages(advantage) : findShown(asking, asked);
	const main = checks.length > 0 ? checks : asking;
	// A network that isn't here must not be answered by the others.
	const isAbsent = chosen.length === 0 || (named.size === 0 && asked.missing.length > 0);
	// After a check come the limits that decide it.
	const topics = isAbsent ? [] : checks.length > 0 ? [...checks, ...capabilities] : capabilities;
	const shown = named.size > 0 ? chosen : chosen.filter((column) => hasAnswer(topics, column));
	const sentences = question.trim()
		? writeScope(
				scope,
				advantage ? writeAdvantage(advantage, chosen) : writeAnswer(main, asked, columns, chosen),
				topics.length > 0
			)
		: [];
	const left = topics.length > 0 ? chosen.filter((column) => !shown.includes(column)) : [];
	return {
		sentence: sentences.join(' '),
		headline: sentences[0] ?? '',
		paths: capabilities.flatMap(({ row }) => row?.path ?? []),
		networks: [...named],
		unknown: asked.unknown,
		corrections: asked.corrections,
		nearMisses: asked.nearMisses,
		columns: topics.length > 0 ? shown : [],
		borrowed: scope.borrowed.map(({ key }) => key),
		rows: topics.map((topic) => toAnswerRow(topic, shown)),
		unstated: left.filter(({ reported }) => reported > 0).map(({ name }) => name),
		unreported: left.filter(({ reported }) => reported === 0).map(({ name }) => name)
	};
}

/**
 * The topics of the small table: only those that differ, or that all networks have, where a
 * question asks for these.
 */
function findShown(topics: readonly Topic[], { comparison, networks }: Question): readonly Topic[] {
	if (comparison === undefined || networks.length < 2) return topics;
	const shown = topics.filter(comparison === 'differences' ? doesDiffer : isCommon);
	return shown.length > 0 ? shown : topics;
}

/** The paths that were asked for, with those of a file or a whole network. */
function findAskedPaths(
	{ paths, file, networks, chatTypes, isEverything, age, textLength, foreign, emoji }: Question,
	rows: ReadonlyMap<string, CapabilityRow>
): string[] {
	const known = paths.flatMap((path) =>
		path.endsWith('.mimeTypes')
			? [...rows.keys()].filter((other) => other.startsWith(`${path}.`))
			: rows.has(path) || path.includes('.mimeTypes.')
				? [path]
				: []
	);
	if (file) {
		const path = `attachments.${getMessageType(file.format.mimeType)}`;
		return [...new Set([...known, path, ...(file.caption === null ? [] : [`${path}.caption`])])];
	}
	if (emoji !== undefined)
		return [...new Set([...known.filter((path) => path !== 'reaction'), 'allowedReactions'])];
	const isWhole =
		[paths, foreign].every(({ length }) => length === 0) &&
		age === undefined &&
		textLength === undefined;
	if (isWhole && (networks.length > 0 || isEverything))
		return [...PHRASES.keys(), ...(chatTypes.length > 1 ? listGroupPaths(rows) : [])].filter(
			(path) => rows.has(path)
		);
	return known;
}

/** Capabilities that groups have and direct chats don’t: what a comparison of the two is about. */
function listGroupPaths(rows: ReadonlyMap<string, CapabilityRow>): string[] {
	return [...rows.keys()].filter((path) =>
		/^(?:participantActions\.|state\.(?:title|avatar|description)$)/.test(path)
	);
}

/** The type of message that files of a MIME type usually become. */
function getMessageType(mimeType: string): string {
	if (mimeType === 'image/gif') return 'fi.mau.gif';
	return `m.${getFileKind(mimeType)}`;
}

function hasAnswer(topics: readonly Topic[], { key }: CapabilityColumn): boolean {
	return topics.some(({ findings }) =>
		findings.some(
			({ column, kind }) => column.key === key && kind !== 'unstated' && kind !== 'unreported'
		)
	);
}
