import type { Chat } from '$lib/domain/chat/chat';
import type { Network } from '$lib/domain/chat/network';
import { findNearMiss } from '$lib/domain/near-miss';
import { setFilter, setFlag, setNetwork } from '../change-view';
import { createSearch, foldText } from '../search';
import type { ChatView, FilterNames } from '../view';
import { splitSearch } from './filter-tokens';
import { findFilterNetwork, IS_WORDS, readIsTerm } from './terms';

/** The filter that words of a search were probably meant as: a network, or a word after `is:`. */
export type MeantFilter = { network: Network } | { isWord: string };

/** The view that a search was probably meant as. */
export interface MeantView {
	/** `the network WhatsApp`, `is:unread` */
	label: string;
	/** The current view with the filter in place of the words. */
	view: ChatView;
}

/** Words of the longest name of a network. */
const MOST_WORDS = 3;
/** Letters of the shortest word that counts as mistyped. */
const FEWEST_LETTERS = 4;

/**
 * The view that a search was probably meant as, where words of it name a network or a state, typed
 * right or wrong, and find no chat: `whatsup` is the network WhatsApp.
 *
 * @param chats - all chats, whatever the filter
 */
export function findMeantView(
	view: ChatView,
	names: FilterNames,
	chats: readonly Chat[]
): MeantView | undefined {
	const words = splitSearch(view.filter.q);
	for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
		for (let start = 0; start + count <= words.length; start++) {
			const meant = findMeantFilter(words.slice(start, start + count).join(' '), names, chats);
			const q = words.toSpliced(start, count).join(' ');
			if (meant) return toMeantView(setFilter(view, { q }), meant);
		}
	}
	return undefined;
}

/** The filter that a few words were probably meant as; undefined for words that find chats. */
export function findMeantFilter(
	typed: string,
	names: FilterNames,
	chats: readonly Chat[]
): MeantFilter | undefined {
	const meant = readMeant(typed, names);
	// A search through all chats costs the most.
	return meant && !chats.some(createSearch(typed)) ? meant : undefined;
}

function readMeant(typed: string, names: FilterNames): MeantFilter | undefined {
	const network = findFilterNetwork(typed, names);
	if (network && names.networks.includes(network)) return { network };
	if (readIsTerm(typed)) return { isWord: typed.toLowerCase() };
	if (typed.length < FEWEST_LETTERS) return undefined;
	const first = foldText(typed).charAt(0);
	const meanings = listMeanings(names).filter(([word]) => foldText(word).startsWith(first));
	const word = findNearMiss(
		typed,
		meanings.map(([name]) => name)
	);
	return meanings.find(([name]) => name === word)?.[1];
}

/** A network goes by each part of its name too: `Facebook/Messenger`. */
function listMeanings({ networks }: FilterNames): (readonly [word: string, MeantFilter])[] {
	const named = networks.flatMap((network) =>
		[network.name, ...network.name.split('/')].map((name) => [name, { network }] as const)
	);
	return [...named, ...IS_WORDS.map((isWord) => [isWord, { isWord }] as const)];
}

function toMeantView(view: ChatView, meant: MeantFilter): MeantView | undefined {
	if ('network' in meant) {
		const { network } = meant;
		return { label: `the network ${network.name}`, view: setNetwork(view, network, true) };
	}
	const term = readIsTerm(meant.isWord);
	if (!term) return undefined;
	const label = `is:${meant.isWord}`;
	return 'type' in term
		? { label, view: setFilter(view, { type: term.type }) }
		: { label, view: setFlag(view, term.flag, term.answer) };
}
