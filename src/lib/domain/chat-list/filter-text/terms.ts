import type { Account } from '$lib/domain/chat/account';
import { labelAccounts, nameAccounts } from '$lib/domain/chat/account-names';
import { CHAT_TYPES, type ChatTypeName } from '$lib/domain/chat/chat';
import { cleanName } from '$lib/domain/chat/name';
import { findNetworkNamed, type Network } from '$lib/domain/chat/network';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { SUPPORT_LEVELS } from '$lib/domain/capabilities/model';
import { foldText } from '../search';
import { FLAGS, type ActivityBound, type FilterNames, type Flag, type YesNo } from '../view';
import { parseBound } from '../view-url';

/** The keys of a filter line, as they are written. The keys of the address are read too. */
export const FILTER_KEYS = [
	'is',
	'network',
	'type',
	'waiting',
	'due',
	'active',
	'people',
	'label',
	'account',
	'capability',
	'sort',
	'group'
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The condition that `is:` and a word stand for. */
export type IsTerm = { flag: Flag; answer: YesNo } | { type: ChatTypeName };

const TYPE_WORDS: Readonly<Record<ChatTypeName, readonly string[]>> = {
	single: ['single', 'direct', 'dm', 'person'],
	group: ['group']
};

/** Other words for a flag, and words for its absence. */
const FLAG_SYNONYMS: Readonly<Partial<Record<Flag, { yes?: string[]; no?: string[] }>>> = {
	archived: { yes: ['archive'], no: ['unarchived'] },
	muted: { yes: ['mute'], no: ['unmuted'] },
	pinned: { yes: ['pin'], no: ['unpinned'] },
	unread: { no: ['read'] },
	mentions: { yes: ['mentioned'] },
	snoozed: { yes: ['snooze'] }
};

const IS_TERMS = new Map<string, IsTerm>([
	...FLAGS.flatMap((flag) => {
		const { yes = [], no = [] } = FLAG_SYNONYMS[flag] ?? {};
		return [
			...[flag, ...yes].map((word) => [fold(word), { flag, answer: 'yes' }] as const),
			...no.map((word) => [fold(word), { flag, answer: 'no' }] as const)
		];
	}),
	...CHAT_TYPES.flatMap((type) => TYPE_WORDS[type].map((word) => [fold(word), { type }] as const))
]);

/** Keys by their folded words, without those that stand for a flag alone. */
const KEYS: ReadonlyMap<string, FilterKey> = new Map([
	...FILTER_KEYS.map((key) => [fold(key), key] as const),
	...(['has', 'have', 'are'] as const).map((word) => [fold(word), 'is'] as const),
	[fold('in'), 'network'],
	[fold('participants-over'), 'people']
]);

const ACTIVITY_KEYS: ReadonlyMap<string, 'activeBefore' | 'activeAfter'> = new Map([
	[fold('active-before'), 'activeBefore'],
	[fold('active-after'), 'activeAfter']
]);

/** The capabilities that the API documents, by their paths in lower case. */
const CAPABILITY_PATHS: ReadonlyMap<string, string> = new Map(
	buildRows([]).map(({ path }) => [path.toLowerCase(), path])
);
const CAPABILITY_PARENT =
	/^(?:attachments|formatting|state|participantActions|messageRequest|disappearingTimer)\../i;

/** Without case, accents, spaces, hyphens and the ending of a plural. */
function fold(word: string): string {
	return foldText(word)
		.replace(/[-_\s]/g, '')
		.replace(/(?<=..)S$/, '');
}

export function readIsTerm(word: string): IsTerm | undefined {
	return IS_TERMS.get(fold(word));
}

/** The usual words after `is:`, one of which a mistyped word may have meant. */
export const IS_WORDS: readonly string[] = [...FLAGS, 'read', 'direct', 'group'];

export function readType(word: string): ChatTypeName | undefined {
	const term = readIsTerm(word);
	return term && 'type' in term ? term.type : undefined;
}

/** The meaning of a key; undefined for a word of a search, such as the `https` of an address. */
export type KeyMeaning =
	| { kind: 'key'; key: FilterKey }
	| { kind: 'flag'; flag: Flag }
	| { kind: 'bound'; bound: 'activeBefore' | 'activeAfter' }
	| { kind: 'capability'; path: string };

export function readFilterKey(word: string): KeyMeaning | undefined {
	const key = KEYS.get(fold(word));
	if (key) return { kind: 'key', key };
	const bound = ACTIVITY_KEYS.get(fold(word));
	if (bound) return { kind: 'bound', bound };
	const path = CAPABILITY_PATHS.get(word.toLowerCase());
	if (path !== undefined) return { kind: 'capability', path };
	const term = readIsTerm(word);
	if (term && 'flag' in term && term.answer === 'yes') return { kind: 'flag', flag: term.flag };
	return CAPABILITY_PARENT.test(word) ? { kind: 'capability', path: word } : undefined;
}

/** The capabilities that a filter line offers: those that are a level. */
export const OFFERED_CAPABILITIES: readonly string[] = buildRows([])
	.filter(({ path, kind }) => kind === 'level' && !path.includes('.'))
	.map(({ path }) => path);

/** The values of capabilities that are words, best first; then those of silence. */
export const CAPABILITY_WORDS: ReadonlySet<string> = new Set([
	...[...SUPPORT_LEVELS].reverse(),
	...['unstated', 'unreported', 'unlisted', 'inapplicable', 'yes', 'no', 'any', 'none']
]);

/** Reads a value in any case: the one of the choices that it names, in the singular or plural. */
export function readChoice<Choice extends string>(
	choices: readonly Choice[],
	word: string
): Choice | undefined {
	return choices.find((choice) => fold(choice) === fold(word));
}

/** The network of a word: one with chats, or else one that the dashboard knows. */
export function findFilterNetwork(word: string, { networks }: FilterNames): Network | undefined {
	return findNetworkNamed(networks, word) ?? findNetworkNamed(networks, word.replace(/s$/i, ''));
}

/** Accounts as a filter line names them, by ID: by their labels, or by ID if a label isn't unique. */
export function nameAccountsUniquely(accounts: readonly Account[]): ReadonlyMap<string, string> {
	const labels = [...labelAccounts(accounts)].map(([id, label]) => [id, cleanName(label)] as const);
	const counts = new Map<string, number>();
	for (const [, label] of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
	return new Map(labels.map(([id, label]) => [id, label && counts.get(label) === 1 ? label : id]));
}

/** The account of a label such as `Kim · WhatsApp`, an ID, or an owner's name that only one has. */
export function findAccountID(word: string, { accounts }: FilterNames): string | undefined {
	const unique = [...nameAccountsUniquely(accounts)];
	const owners = [...nameAccounts(accounts)];
	return (
		unique.find(([, own]) => own === word)?.[0] ??
		accounts.find(({ accountID }) => accountID === word)?.accountID ??
		findOnly([...unique, ...owners], word)
	);
}

/** The label of a name or ID. */
export function findLabelID(word: string, { labels }: FilterNames): string | undefined {
	return (
		labels.find(({ name }) => name === word)?.id ??
		labels.find(({ id }) => id === word)?.id ??
		findOnly(
			labels.map(({ id, name }) => [id, name]),
			word
		)
	);
}

/** The ID of the only thing with a name, case and accents aside. */
function findOnly(
	names: readonly (readonly [id: string, name: string])[],
	word: string
): string | undefined {
	const wanted = foldText(word);
	const ids = new Set(names.filter(([, name]) => foldText(name) === wanted).map(([id]) => id));
	return ids.size === 1 ? [...ids][0] : undefined;
}

/** Days of each unit. */
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** Parses `90d`, `3 months` or `2026-01-31`. */
export function parseFilterBound(text: string): ActivityBound | undefined {
	const [, count, unit = ''] =
		/^(\d{1,5})\s*([dwmy]|days?|weeks?|months?|years?)$/i.exec(text.trim()) ?? [];
	const days = DAYS[unit.charAt(0).toLowerCase()];
	return parseBound(count && days ? `${Number(count) * days}d` : text.trim());
}

/** A word among the values of capabilities, in any case; other values are kept as they are. */
export function readCapabilityValue(value: string): string {
	const word = value.toLowerCase();
	return CAPABILITY_WORDS.has(word) ? word : value;
}
