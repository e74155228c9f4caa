import { dequal } from 'dequal/lite';
import { joinList } from '$lib/format/list';
import { setFilter, setGroup } from '../change-view';
import {
	ALL_CHATS,
	DUE_SPANS,
	GROUPINGS,
	SORT_KEYS,
	type ActivityBound,
	type CapabilityTest,
	type ChatFilter,
	type ChatSort,
	type ChatView,
	type DueSpan,
	type FilterNames,
	type Flag,
	type Grouping,
	type YesNo
} from '../view';
import { parseCapability, parsePeople } from '../view-url';
import { listUrlValues, isPossibleUrlValue } from '$lib/domain/capabilities/url-value';
import { findNearMiss } from '$lib/domain/near-miss';
import { CHAT_TYPES, type ChatTypeName } from '$lib/domain/chat/chat';
import { getKnownNetworkNames, isNetworkNamed } from '$lib/domain/chat/network';
import { TURNS, type Turn } from '$lib/domain/chat/waiting';
import {
	findAccountID,
	findFilterNetwork,
	findLabelID,
	nameAccountsUniquely,
	IS_WORDS,
	OFFERED_CAPABILITIES,
	FILTER_KEYS,
	parseFilterBound,
	readCapabilityValue,
	readChoice,
	readIsTerm,
	readFilterKey,
	readType,
	type FilterKey,
	type IsTerm
} from './terms';
import { FilterProblemList, type FilterProblem } from './filter-problems';
import { quoteWord, readFilterTokens, splitSearch, type FilterToken } from './filter-tokens';

export interface ParsedFilter {
	/** The view of the line, without the parts that are problems. */
	view: ChatView;
	problems: readonly FilterProblem[];
}

/**
 * Reads a filter line. Words without a key are searched; what the line does not mention is not
 * filtered, sorted or grouped by.
 *
 * @param view - the current view; gives what no line says, such as the layout. Values that its
 *   filter already has are valid, even those of networks without chats
 */
export function parseFilterText(line: string, names: FilterNames, view: ChatView): ParsedFilter {
	const reader = new LineReader(line, names, view.filter);
	for (const token of readFilterTokens(line)) reader.read(token);
	return { view: reader.toView(view), problems: reader.problems.all };
}

/** The parts of a line that have one value each. */
interface SingleParts {
	type?: ChatTypeName;
	waiting?: Turn;
	due?: DueSpan;
	activeBefore?: ActivityBound;
	activeAfter?: ActivityBound;
	participantsOver?: number;
	sort?: ChatSort;
	group?: Grouping | 'none';
}

class LineReader {
	readonly problems: FilterProblemList;
	readonly #names: FilterNames;
	readonly #before: ChatFilter;
	readonly #flags = new Map<Flag, YesNo>();
	readonly #networks = new Set<string>();
	readonly #accountIDs = new Set<string>();
	readonly #labelIDs = new Set<string>();
	readonly #capabilities = new Set<CapabilityTest>();
	readonly #words: string[] = [];
	#single: SingleParts = {};

	constructor(line: string, names: FilterNames, before: ChatFilter) {
		this.problems = new FilterProblemList(line);
		this.#names = names;
		this.#before = before;
	}

	toView(view: ChatView): ChatView {
		const { sort, group, ...parts } = this.#single;
		const { type, waiting, due, activeBefore, activeAfter, participantsOver } = parts;
		const filter = {
			flags: Object.fromEntries(this.#flags),
			networks: [...this.#networks],
			accountIDs: [...this.#accountIDs],
			labelIDs: [...this.#labelIDs],
			...{ type, waiting, due, activeBefore, activeAfter, participantsOver },
			q: this.#getSearch(),
			capabilities: [...this.#capabilities]
		} satisfies Record<keyof ChatFilter, unknown>;
		const grouping = group === 'none' ? undefined : group;
		return setGroup({ ...setFilter(view, filter), sort: sort ?? ALL_CHATS.sort }, grouping);
	}

	/** The search of the line; one of the same words as before keeps its spaces. */
	#getSearch(): string {
		const words = splitSearch(this.#words.join(' ')).join(' ');
		return words === splitSearch(this.#before.q).join(' ') ? this.#before.q : words;
	}

	read(token: FilterToken): void {
		const { key, rest } = token;
		const meaning = key === undefined ? undefined : readFilterKey(key);
		if (key === undefined) this.#readWord(token);
		else if (!meaning) this.#readUnknownKey(token, key);
		else if (rest === '') this.problems.add(`Add a value after “${token.text}”.`);
		else if (meaning.kind === 'flag') this.#readFlag(token, key, meaning.flag);
		else if (meaning.kind === 'key') this.#readFilterKey(token, meaning.key);
		else if (token.isNegated) this.problems.addMinus(token);
		else if (meaning.kind === 'bound') this.#readBound(token, key, meaning.bound);
		else this.#addCapability(token, meaning.path, rest);
	}

	#readFilterKey(token: FilterToken, key: FilterKey): void {
		if (token.isNegated && key !== 'is' && key !== 'type') return this.problems.addMinus(token);
		const values = token.values.map(({ text }) => text).filter(Boolean);
		switch (key) {
			case 'is':
				return values.forEach((value) => this.#readIs(token, value));
			case 'type':
				return values.forEach((value) => this.#readType(token, value));
			case 'network':
				return values.forEach((value) => this.#readNetwork(token, value));
			case 'account':
				return values.forEach((value) => this.#readAccount(token, value));
			case 'label':
				return values.forEach((value) => this.#readLabel(token, value));
			case 'active':
				return this.#readActive(token);
			case 'waiting':
				return this.#readWaiting(token);
			case 'due':
				return this.#readDue(token);
			case 'people':
				return this.#readPeople(token);
			case 'sort':
				return this.#readSort(token);
			case 'group':
				return this.#readGroup(token);
			case 'capability':
				return this.#readCapability(token);
		}
	}

	#readWord(token: FilterToken): void {
		const { text, rest, isNegated } = token;
		if (!isNegated) return void this.#words.push(rest);
		const quoted = quoteWord(text);
		const label = `words with ${quoted}`;
		this.problems.addMeant(token, 'Words can’t be excluded.', quoted, label);
	}

	/** Reads a token whose key has no meaning as a word, unless the key looks mistyped. */
	#readUnknownKey(token: FilterToken, key: string): void {
		const { rest, isNegated } = token;
		const isAddress = rest === '' || rest.startsWith('//');
		const meant = isAddress
			? undefined
			: findNearMiss(key, [...FILTER_KEYS, ...OFFERED_CAPABILITIES]);
		if (meant !== undefined) {
			const better = token.text.replace(key, meant);
			this.problems.addMeant(token, `No filter “${key}:”.`, better);
		} else if (isNegated) this.problems.addMinus(token);
		else this.#words.push(`${key}:${rest}`);
	}

	#readIs(token: FilterToken, value: string): void {
		const term = readIsTerm(value);
		if (term) this.#setIs(token, term);
		else this.problems.addValue(token, value, `No filter “is:${value}”.`, IS_WORDS);
	}

	#readType(token: FilterToken, value: string): void {
		const type = readType(value);
		if (type) this.#setIs(token, { type });
		else this.problems.addValue(token, value, 'Type can be single or group.', CHAT_TYPES);
	}

	#readFlag(token: FilterToken, key: string, flag: Flag): void {
		const answer = readChoice(['yes', 'no'], token.rest);
		if (answer) this.#setIs(token, { flag, answer });
		else this.problems.addValue(token, token.rest, `“${key}” can be yes or no.`, ['yes', 'no']);
	}

	#setIs(token: FilterToken, term: IsTerm): void {
		const { isNegated } = token;
		if ('type' in term) {
			const type = isNegated ? (term.type === 'single' ? 'group' : 'single') : term.type;
			return this.#setSingle(token, { type });
		}
		const answer = isNegated ? (term.answer === 'yes' ? 'no' : 'yes') : term.answer;
		const before = this.#flags.get(term.flag) ?? answer;
		if (before === answer) this.#flags.set(term.flag, answer);
		else this.problems.addContradiction(token);
	}

	/**
	 * Adds a network. A word that the filter already has stays as it is: a key, a name or an alias.
	 */
	#readNetwork(token: FilterToken, value: string): void {
		const known = findFilterNetwork(value, this.#names);
		const before = this.#before.networks.find((word) =>
			known ? isNetworkNamed(known, word) : word === value
		);
		const word = before ?? known?.key;
		if (word !== undefined) return void this.#networks.add(word);
		const names = this.#names.networks.map(({ name }) => name);
		const all = [...names, ...getKnownNetworkNames()];
		this.problems.addValue(token, value, `No network “${value}”.`, all);
	}

	#readAccount(token: FilterToken, value: string): void {
		const before = this.#before.accountIDs.find((id) => id === value);
		const id = findAccountID(value, this.#names) ?? before;
		if (id !== undefined) return void this.#accountIDs.add(id);
		const all = [...nameAccountsUniquely(this.#names.accounts).values()];
		this.problems.addValue(token, value, `No account “${value}”.`, all);
	}

	#readLabel(token: FilterToken, value: string): void {
		const before = this.#before.labelIDs.find((id) => id === value);
		const id = findLabelID(value, this.#names) ?? before;
		if (id !== undefined) return void this.#labelIDs.add(id);
		const all = this.#names.labels.map(({ name }) => name);
		this.problems.addValue(token, value, `No label “${value}”.`, all);
	}

	/** An age, `<90d` or `>90d`, or a day, `>2026-01-31` or `<2026-01-31`. */
	#readActive(token: FilterToken): void {
		const [, sign = '', text = ''] = /^([<>]?)=?(.*)$/su.exec(token.rest) ?? [];
		const bound = parseFilterBound(text);
		if (!bound || ('date' in bound && sign === '')) {
			return this.problems.add('Active can be <90d, >90d, <2026-01-31 or >2026-01-31.');
		}
		const isRecent = 'date' in bound ? sign === '>' : sign !== '>';
		this.#setSingle(token, isRecent ? { activeAfter: bound } : { activeBefore: bound });
	}

	#readBound(token: FilterToken, key: string, name: 'activeBefore' | 'activeAfter'): void {
		const bound = parseFilterBound(token.rest);
		if (bound) this.#setSingle(token, { [name]: bound });
		else this.problems.add(`“${key}” can be 90d or 2026-01-31.`);
	}

	#readWaiting(token: FilterToken): void {
		const waiting = readChoice(TURNS, token.rest);
		if (waiting) this.#setSingle(token, { waiting });
		else this.problems.addValue(token, token.rest, 'Waiting can be me or them.', TURNS);
	}

	#readDue(token: FilterToken): void {
		const due = readChoice(DUE_SPANS, token.rest);
		if (due) return this.#setSingle(token, { due });
		const message = `Due can be ${joinList(DUE_SPANS, 'or')}.`;
		this.problems.addValue(token, token.rest, message, DUE_SPANS);
	}

	#readPeople(token: FilterToken): void {
		const participantsOver = parsePeople(token.rest.replace(/^>/, ''));
		if (participantsOver !== undefined) this.#setSingle(token, { participantsOver });
		else this.problems.add('People can be a number, such as people:>50.');
	}

	#readSort(token: FilterToken): void {
		const reversed = token.rest.startsWith('-');
		const value = token.rest.slice(reversed ? 1 : 0);
		const key = readChoice(SORT_KEYS, value);
		if (key) this.#setSingle(token, { sort: { key, reversed } });
		else this.problems.addValue(token, value, `Can’t sort by “${value}”.`, SORT_KEYS);
	}

	#readGroup(token: FilterToken): void {
		const group = readChoice([...GROUPINGS, 'none'] as const, token.rest);
		if (group) this.#setSingle(token, { group });
		else this.problems.addValue(token, token.rest, `Can’t group by “${token.rest}”.`, GROUPINGS);
	}

	#readCapability(token: FilterToken): void {
		const test = parseCapability(token.rest);
		if (test) this.#addCapability(token, test.path, test.value);
		else this.problems.add('Write a capability and its value, such as edit:full.');
	}

	#addCapability(token: FilterToken, path: string, text: string): void {
		const all = [...this.#before.capabilities, ...this.#capabilities];
		const known = all.find((test) => test.path === path && test.value === text);
		const value = readCapabilityValue(text);
		if (known ?? isPossibleUrlValue(path, value)) {
			this.#capabilities.add(known ?? { path, value });
		} else {
			this.problems.addValue(
				token,
				text,
				`“${path}” can’t be “${text}”.`,
				listUrlValues(path) ?? []
			);
		}
	}

	/** Sets a part that has one value; a second value for it is a problem. */
	#setSingle(token: FilterToken, part: SingleParts): void {
		const merged = { ...part, ...this.#single };
		if (dequal(merged, { ...this.#single, ...part })) this.#single = merged;
		else this.problems.addContradiction(token);
	}
}
