import { ACTIVITY_PRESETS } from '../activity-range';
import type { FacetCounts } from '../facets';
import { foldText } from '../search';
import { describeDueSpan, describeTurn } from '../describe-view';
import { DUE_SPANS, FLAGS, GROUPINGS, SORT_KEYS, type FilterNames } from '../view';
import type { Chat } from '$lib/domain/chat/chat';
import { TURNS } from '$lib/domain/chat/waiting';
import { findNearMiss } from '$lib/domain/near-miss';
import {
	CAPABILITY_WORDS,
	nameAccountsUniquely,
	OFFERED_CAPABILITIES,
	readFilterKey,
	type FilterKey
} from './terms';
import { formatActivity, formatNetwork } from './format';
import { quoteValue, readFilterTokens, type FilterToken } from './filter-tokens';
import { findMeantFilter } from './find-meant';

/** A way to complete a filter line. */
export interface FilterCompletion {
	/** As it stands in the line: `is:unread`. */
	label: string;
	/** An explanation in a few words; empty for what explains itself. */
	hint: string;
	/** Number of chats with it, with the rest of the current filter unchanged. */
	count?: number;
	/** The network to mark it with, by key. */
	networkKey?: string;
	/** The line with it, and the caret behind it. */
	line: string;
	caret: number;
}

export interface CompletionContext extends FilterNames {
	counts: FacetCounts;
	/** All chats, whatever the filter: a word that finds some is no mistyped filter. */
	chats: readonly Chat[];
}

/** A value that a key can have. */
interface Choice {
	value: string;
	/** As it is shown elsewhere, if not like this. */
	name?: string;
	hint?: string;
	count?: number;
	networkKey?: string;
}

const KEY_HINTS: Readonly<Record<FilterKey, string>> = {
	is: 'unread, muted, pinned, draft …',
	network: 'WhatsApp, Signal …',
	type: 'single or group',
	waiting: 'for me or for them',
	due: 'overdue, today, week',
	active: '<90d, >90d, >2026-01-31',
	people: '>50',
	label: 'a label',
	account: 'one of your accounts',
	capability: 'what a chat can do',
	sort: 'title, unread …',
	group: 'network, day …'
};

/** Completions that are shown at once, at most. */
const MOST = 12;

/**
 * Completes the word at the caret: keys first, then the values of a key with their numbers of chats.
 * A word without a key is completed with every value that has it, such as `unr` with `is:unread`.
 */
export function completeFilterText(
	line: string,
	caret: number,
	context: CompletionContext
): FilterCompletion[] {
	const token = readFilterTokens(line).find(({ start, end }) => start <= caret && caret <= end);
	if (token?.key === undefined) return completeWord(line, caret, token, context);
	return completeValue(line, caret, { ...token, key: token.key }, context);
}

function completeWord(
	line: string,
	caret: number,
	token: FilterToken | undefined,
	context: CompletionContext
): FilterCompletion[] {
	const { start, end } = token ?? { start: caret, end: caret };
	const minus = line.slice(start, caret).startsWith('-') ? '-' : '';
	const typed = line.slice(start + minus.length, caret);
	const keys = getKeys(context, minus === '-');
	const begun = keys
		.filter((key) => isBegun(key, typed))
		.map((key) => {
			const label = `${minus}${key}:`;
			return { label, hint: KEY_HINTS[key], ...insert(line, { start, end }, label) };
		});
	const values = keys.flatMap((key) =>
		getKeyChoices(key, minus === '-', context)
			.filter(({ value, hint = '' }) => typed !== '' && isBegun(`${value} ${hint}`, typed))
			.map((choice) => {
				const label = `${minus}${key}:${quoteValue(choice.value)}`;
				return toCompletion(choice, label, insert(line, { start, end }, `${label} `));
			})
	);
	const completions = [...begun, ...values].slice(0, MOST);
	if (completions.length > 0 || minus === '-' || caret < end) return completions;
	return completeMeant(typed, context).map((choice) => {
		const text = insert(line, { start, end }, `${choice.value} `);
		return toCompletion(choice, choice.value, text);
	});
}

/** The filter that a word without a key was probably meant as. */
function completeMeant(typed: string, context: CompletionContext): Choice[] {
	const meant = typed === '' ? undefined : findMeantFilter(typed, context, context.chats);
	if (!meant) return [];
	if ('isWord' in meant) {
		const { isWord } = meant;
		return [{ value: `is:${isWord}`, hint: `Did you mean ${isWord}?` }];
	}
	const { key, name } = meant.network;
	const value = `network:${quoteValue(formatNetwork(key, context))}`;
	return [{ value, hint: `Did you mean ${name}?`, networkKey: key }];
}

function completeValue(
	line: string,
	caret: number,
	token: FilterToken & { key: string },
	context: CompletionContext
): FilterCompletion[] {
	const value = token.values.find(({ start, end }) => start <= caret && caret <= end);
	if (!value) return [];
	const given = token.values.filter((other) => other !== value).map(({ text }) => foldText(text));
	const choices = getChoices(readFilterKey(token.key), token.isNegated, context).filter(
		(choice) => !given.includes(foldText(choice.value))
	);
	const head = line.slice(token.start, token.values[0]?.start);
	return findChoices(choices, value.text.trim())
		.slice(0, MOST)
		.map((choice) => {
			const text = quoteValue(choice.value);
			const space = value.end === token.end ? ' ' : '';
			return toCompletion(choice, head + text, insert(line, value, text + space));
		});
}

/** The choices that begin with the text, then those that contain it, or else what was meant by it. */
function findChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
	const begun = choices.filter(({ value }) => isBegun(value, typed));
	const others = choices.filter(
		(choice) => !begun.includes(choice) && foldText(choice.value).includes(foldText(typed))
	);
	if (begun.length + others.length > 0) return [...begun, ...others];
	const meant = findNearMiss(
		typed,
		choices.map(({ value }) => value)
	);
	return choices
		.filter(({ value }) => value === meant)
		.map((choice) => ({ ...choice, hint: `Did you mean ${choice.name ?? choice.value}?` }));
}

function toCompletion(
	{ hint = '', count, networkKey }: Choice,
	label: string,
	inserted: Pick<FilterCompletion, 'line' | 'caret'>
): FilterCompletion {
	return {
		...{ label, hint, ...inserted },
		...(count !== undefined && { count }),
		...(networkKey !== undefined && { networkKey })
	};
}

function insert(
	line: string,
	{ start, end }: { start: number; end: number },
	text: string
): Pick<FilterCompletion, 'line' | 'caret'> {
	const after = text.endsWith(' ') ? line.slice(end).trimStart() : line.slice(end);
	return { line: line.slice(0, start) + text + after, caret: start + text.length };
}

/** True if the text, or a word of it, begins with what was typed. */
function isBegun(text: string, typed: string): boolean {
	const folded = foldText(text);
	const wanted = foldText(typed);
	return (
		folded.startsWith(wanted) ||
		folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))
	);
}

/** The keys that have values here, and if need be can be excluded. */
function getKeys({ labels, accounts }: FilterNames, isNegated: boolean): readonly FilterKey[] {
	if (isNegated) return ['is', 'type'];
	return [
		...(['is', 'network', 'type', 'waiting', 'due', 'active', 'people'] as const),
		...(labels.length > 0 ? (['label'] as const) : []),
		...(accounts.length > 1 ? (['account'] as const) : []),
		...(['capability', 'sort', 'group'] as const)
	];
}

function getChoices(
	meaning: ReturnType<typeof readFilterKey>,
	isNegated: boolean,
	context: CompletionContext
): readonly Choice[] {
	switch (meaning?.kind) {
		case 'key':
			return getKeyChoices(meaning.key, isNegated, context);
		case 'flag': {
			const { yes, no } = context.counts.flags[meaning.flag];
			return [
				{ value: 'yes', count: yes },
				{ value: 'no', count: no }
			];
		}
		case 'bound':
			return ['7d', '30d', '90d', '365d'].map((value) => ({ value }));
		case 'capability':
			return [...CAPABILITY_WORDS].map((value) => ({ value }));
		default:
			return [];
	}
}

function getKeyChoices(
	key: FilterKey,
	isNegated: boolean,
	{ counts, accounts, labels }: CompletionContext
): readonly Choice[] {
	const { single, group } = counts.type;
	switch (key) {
		case 'is':
			return [
				...FLAGS.map((flag) => ({
					value: flag,
					count: isNegated ? counts.flags[flag].no : counts.flags[flag].yes
				})),
				{ value: 'direct', count: isNegated ? group : single },
				{ value: 'group', count: isNegated ? single : group }
			];
		case 'type':
			return [
				{ value: 'single', count: isNegated ? group : single },
				{ value: 'group', count: isNegated ? single : group }
			];
		case 'waiting':
			return TURNS.map((turn) => ({
				value: turn,
				hint: describeTurn(turn),
				count: counts.waiting[turn]
			}));
		case 'due':
			return DUE_SPANS.map((value) => ({ value, hint: describeDueSpan(value) }));
		case 'network':
			return counts.networks.map(({ network, count }) => ({
				value: formatNetwork(network.key, { networks: [network], accounts, labels }),
				name: network.name,
				count,
				networkKey: network.key
			}));
		case 'label':
			return labels.map(({ id, name }) => ({ value: name, count: counts.labels.get(id) ?? 0 }));
		case 'account':
			return [...nameAccountsUniquely(accounts)].map(([id, value]) => ({
				value,
				count: counts.accounts.get(id) ?? 0
			}));
		case 'active':
			return ACTIVITY_PRESETS.flatMap((preset) =>
				formatActivity(preset).map((value) => ({ value, hint: preset.label }))
			);
		case 'people':
			return ['>10', '>50', '>100'].map((value) => ({ value }));
		case 'capability':
			return OFFERED_CAPABILITIES.map((path) => ({ value: `${path}:full` }));
		case 'sort':
			return SORT_KEYS.map((value) => ({ value }));
		case 'group':
			return GROUPINGS.filter((value) => value !== 'label' || labels.length > 0).map((value) => ({
				value
			}));
	}
}
