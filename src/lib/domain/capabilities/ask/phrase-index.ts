import type { ChatTypeName } from '$lib/domain/chat/chat';
import type { Network } from '$lib/domain/chat/network';
import { findNetworkNamed, getKnownNetworkNames } from '$lib/domain/chat/network';
import { listFormatNames, type FileFormat } from '../check/file-formats';
import { listUnits, type QuestionUnit } from '../check/units';
import type { AttachmentField } from '../path';
import type { CapabilityRow } from '../row';
import { NUMBER_WORDS, TIMES } from './amounts';
import {
	ATTACHMENT_WORDS,
	listCapabilityPhrases,
	splitPhrases,
	TYPE_WORDS
} from './capability-words';
import { NETWORK_WORDS, OTHER_NETWORKS } from './network-words';
import type { Measure } from './question';
import { joinStems, readTokens, toStems, type Token } from './tokens';

/** The meaning of a phrase in a question. */
export type Meaning =
	| { is: 'networks'; names: readonly string[] }
	| { is: 'capabilities'; paths: readonly string[] }
	/** `readAs`: the words that the phrase is read as, where no row is about its subject alone. */
	| { is: 'type'; type: string; readAs?: string }
	| { is: 'fields'; fields: readonly AttachmentField[] }
	/**
	 * The formats of a type of attachment; without a type, those of the types named beside the
	 * phrase.
	 */
	| { is: 'formats'; type?: string }
	| { is: 'chats'; type: ChatTypeName }
	/** “besides”: the networks after it are left out. */
	| { is: 'exclusion' }
	| { is: 'format'; format: FileFormat }
	| { is: 'measure'; measure: Measure }
	| { is: 'number'; value: number }
	| { is: 'unit'; unit: QuestionUnit }
	| { is: 'pixels' }
	| { is: 'time'; seconds: number }
	/** A word such as “after” or “old”, which makes a time the age of a message. */
	| { is: 'age' }
	| { is: 'negation' }
	/** “fewest”, “shortest”: the smallest limit first. */
	| { is: 'least' }
	/** Every capability of the networks. */
	| { is: 'everything' }
	/** “difference”, “in common”: just the rows that differ, or that all networks have. */
	| { is: 'comparison'; of: 'differences' | 'similarities' }
	/** “larger than”: a limit must be above the amount after it. */
	| { is: 'more' }
	/** A known subject that no table is about. */
	| { is: 'foreign' }
	| { is: 'filler' };

const MEASURES: readonly (readonly [phrases: string, measure: Measure])[] = [
	[
		'how big, how large, big, bigger, biggest, large, larger, largest, heavy, heaviest, how heavy, how (many|much) (mb|gb|kb|megabytes|gigabytes|bytes), (which|what) size',
		'size'
	],
	[
		'how long, long, longer, longest, length, time limit, window, deadline, until when, how late, how old, for how long, how soon, how many (seconds|minutes|hours|days)',
		'length'
	],
	['how many times, how often, times, how many, number of, most, many, count', 'count'],
	[
		'max, maximum, limit, limits, at most, up to, highest, limitation, restriction, quota, cap',
		'limit'
	]
];

const FORMATS = 'formats, file format, file type, mime type, mime types, file extension, codec';

const EXCLUSIONS =
	'besides, beside, except, except for, apart from, aside from, other than, other networks than, excluding, excluded, save for, instead of, rather than, (everything|everyone|everybody|anything|anyone|anybody|all|any|all networks|any network|every network|every app|all apps) but, (ignoring|ignore|skip|skipping|minus|leave out|leaving out|outside of)';

const CHATS: readonly (readonly [phrases: string, type: ChatTypeName])[] = [
	[
		'group, group chat, group conversation, group message, (in|within|for) (groups|group chats), groupchat',
		'group'
	],
	[
		'direct, direct chat, direct message, direct conversation, dm, dms, pm, private (chat|message|conversation), individual chat, single chat, (one on|one to) one, (one on|one to) one (chat|conversation), 1 on 1, 1 to 1, 1:1',
		'single'
	]
];

const NEGATIONS =
	'cant, cannot, can not, not, no, without, doesnt, dont, does not, do not, isnt, arent, wont, lack, lacking, missing, never, unable, impossible, neither, refuse, reject, drop';

const AGES = 'after, old, older, later, still, ago, past, since sent, sent, from';

const FILLERS =
	'@, not only, not just, set, put, turn on, someone else, who, which, what, whats, when, where, why, can, could, does, do, is, are, was, be, been, has, have, having, had, i, you, we, one, they, people, someone, me, my, your, on, in, at, for, of, the, a, an, to, with, and, or, if, that, this, these, those, it, its, any, some, all, each, every, only, also, than, then, there, by, as, via, into, from, network, app, apps, messengers, (which|what|any|every|all|each|some|other|another|best|many) messenger, messenger (app|that|which|with|without), platform, service, client, program, chat, conversation, message, msg, support, provide, handle, enable, disable, include, share, sharing, upload, transfer, receive, recipient, receiver, friend, way, but, ways, thing, stuff, function, functionality, ability, option to, currently, exactly, officially, natively, native, help, fit, anywhere, somewhere, everywhere, twice, nor, say, try, im, ive, id, ill, youre, youve, theyre, theyve, weve, were, whos, theres, thats, lets, like to, happen, mean, too, well, same, own, self, myself, yourself, themselves, phone, mobile, desktop, account, content, simple, normal, ordinary, regular, usual, allow, accept, take, let, offer, permit, able, work, possible, available, exist, use, using, get, got, give, send, sent, sending, post, show, see, know, tell, want, need, please, vs, versus, compare, compared, comparison, between, against, or not, so, just, how, much, really, actually, yet, still, already, more, no more than, not more than, at least, under, less than, within, up, about, around, kind, type of, kinds of, now, today, user, other, another, both, everyone, everything else, everybody, anyone, best, better, yes, hi, hello, thanks, per, will, would, should, must, may, might, make, made, change, add, go, out, back, when sent, feature, capability, capabilities, while, once, text messages';

const DIFFERENCES =
	'difference, differ, different, differently, distinction, not the same, not same, unlike';

const SIMILARITIES = 'in common, have in common, common, similarity, similar, alike';

const MORE =
	'over, above, beyond, exceed, in excess of, upwards of, (more|bigger|larger|longer|greater|heavier|higher) than, >';

/** Words of questions about what one network has over another: see `readAdvantage`. */
const ADVANTAGES =
	'advantage, disadvantage, benefit, pros, cons, pro, con, upside, downside, drawback, strength, weakness, lose, losing, lost, sacrifice, gain, win, switch, move, migrate, superior, beat, worse, inferior';

const FOREIGN =
	'last seen, online status, presence, video call, voice call, call, calls, phone call, video chat, story, stories, status update, pin message, pinned message, forward, forward message, schedule, scheduled message, translate, translation, encryption, encrypted, end to end, end to end encryption, e2ee, backup, block, mute, bot, payment, community, screen sharing, how many (people|members|participants|users), how many (people|members|participants|users) in a group, (number of|max|maximum|most) (people|members|participants|users), (group|member|participant) (size|limit), (group|member) size limit, max group size, size of group, contact, contact card, link preview, preview, notification sound, sync';

/** The meanings of phrases by their stems, for the rows and networks of one table. */
export interface PhraseIndex {
	meanings: ReadonlyMap<string, Meaning>;
	/** Words of the longest phrase. */
	longest: number;
	/** The words of networks and capabilities, for near misses. */
	words: readonly string[];
	/** Cache of near misses, by the typed word. */
	nearMisses: Map<string, string | undefined>;
	/** The stems of all words that stand in a phrase. */
	stems: ReadonlySet<string>;
	/** The words of the phrases that ask for capabilities. */
	asked: readonly string[];
	/** The words that mean nothing here. */
	fillers: readonly string[];
	/** Cache of corrections, by the typed word; null: none. */
	corrections: Map<string, string | null>;
}

/** Builds the index of a table's networks and rows. */
export function buildPhraseIndex(
	networks: readonly Network[],
	rows: readonly CapabilityRow[]
): PhraseIndex {
	const meanings = new Map(COMMON);
	const words = new Set(COMMON_WORDS);
	for (const { path, name, kind } of rows) {
		const stems = kind === 'reported' || path.startsWith('formatting.') ? toStems(name) : '';
		if (stems && !meanings.has(stems)) meanings.set(stems, { is: 'capabilities', paths: [path] });
	}
	for (const { key, name } of networks) {
		words.add(name);
		for (const word of [name, key, ...name.split(/[/()]/)]) {
			const stems = toStems(word);
			const known = meanings.get(stems);
			if (stems && known?.is !== 'networks') meanings.set(stems, { is: 'networks', names: [name] });
		}
	}
	const phrases = [...meanings.keys()].map((stems) => stems.split(' '));
	return {
		meanings,
		longest: Math.max(...phrases.map(({ length }) => length)),
		words: [...words],
		nearMisses: new Map(),
		stems: new Set(phrases.flat()),
		asked: ASKED_WORDS,
		fillers: FILLER_WORDS,
		corrections: new Map()
	};
}

/** A phrase of a question, and the number of tokens it takes. */
export interface FoundPhrase {
	meaning: Meaning;
	count: number;
}

/** The longest phrase that begins at a token; an article within it is one token more. */
export function findPhrase(
	tokens: readonly Token[],
	at: number,
	{ meanings, longest }: PhraseIndex
): FoundPhrase | undefined {
	for (let count = Math.min(longest + 1, tokens.length - at); count > 0; count--) {
		const meaning = meanings.get(joinStems(tokens.slice(at, at + count)));
		if (meaning) return { meaning, count };
	}
	return undefined;
}

function buildCommon(): Map<string, Meaning> {
	const meanings = new Map<string, Meaning>();

	function add(phrases: Iterable<string>, meaning: Meaning) {
		for (const phrase of phrases) {
			const stems = toStems(phrase);
			if (!meanings.has(stems)) meanings.set(stems, meaning);
		}
	}

	for (const [word, names] of listNetworkWords()) add([word], { is: 'networks', names });
	for (const [stems, paths] of mergeByStems(listCapabilityPhrases()))
		meanings.set(stems, { is: 'capabilities', paths });
	for (const [type, { phrases }] of TYPE_WORDS) add(splitPhrases(phrases), { is: 'type', type });
	add(splitPhrases('video (note|memo|bubble), (round|circle) video'), {
		is: 'type',
		type: 'm.video',
		readAs: 'video'
	});
	add(splitPhrases('resolution, dimensions, pixels'), {
		is: 'fields',
		fields: ['maxWidth', 'maxHeight']
	});
	for (const { field, phrases } of FIELD_PHRASES)
		add(splitPhrases(phrases), { is: 'fields', fields: [field] });
	add(splitPhrases(FORMATS), { is: 'formats' });
	for (const [type, { phrases }] of TYPE_WORDS)
		for (const word of splitPhrases(phrases))
			add([`${word} type`, `type of ${word}`, `kind of ${word}`], { is: 'formats', type });
	for (const [phrases, type] of CHATS) add(splitPhrases(phrases), { is: 'chats', type });
	add(splitPhrases(EXCLUSIONS), { is: 'exclusion' });
	for (const [name, format] of listFormatNames()) add([name], { is: 'format', format });
	for (const [word, unit] of listUnits()) add([word], { is: 'unit', unit });
	for (const [phrases, seconds] of TIMES) add(splitPhrases(phrases), { is: 'time', seconds });
	for (const [phrases, value] of NUMBER_WORDS) add(splitPhrases(phrases), { is: 'number', value });
	add(splitPhrases('px, pixel, p'), { is: 'pixels' });
	add(splitPhrases(FOREIGN), { is: 'foreign' });
	for (const [phrases, measure] of MEASURES) add(splitPhrases(phrases), { is: 'measure', measure });
	add(splitPhrases(NEGATIONS), { is: 'negation' });
	add(splitPhrases(AGES), { is: 'age' });
	add(splitPhrases('least, fewest, shortest, smallest, lowest, worst, minimum, min'), {
		is: 'least'
	});
	add(
		splitPhrases(
			'everything, anything, what can it do, all capabilities, all features, overview, summary'
		),
		{
			is: 'everything'
		}
	);
	add(splitPhrases(DIFFERENCES), { is: 'comparison', of: 'differences' });
	add(splitPhrases(SIMILARITIES), { is: 'comparison', of: 'similarities' });
	add(splitPhrases(MORE), { is: 'more' });
	add(splitPhrases(FILLERS), { is: 'filler' });
	add(splitPhrases(ADVANTAGES), { is: 'filler' });
	return meanings;
}

const FIELD_PHRASES = (
	[
		'maxCaptionLength',
		'caption',
		'maxSize',
		'maxDuration',
		'maxWidth',
		'maxHeight',
		'viewOnce'
	] as const
).map((field) => ({ field, phrases: ATTACHMENT_WORDS[field] }));

/** Words of networks with the names of the networks: “google” names three. */
function listNetworkWords(): Map<string, string[]> {
	const words = new Map<string, string[]>();
	for (const name of getKnownNetworkNames()) {
		for (const word of [name, ...name.split('/')]) words.set(word, [name]);
	}
	for (const name of OTHER_NETWORKS) words.set(name, [name]);
	for (const [key, nicknames] of Object.entries(NETWORK_WORDS)) {
		const name = findNetworkNamed([], key)?.name ?? key;
		words.set(key, [name]);
		for (const word of nicknames) words.set(word, [...(words.get(word) ?? []), name]);
	}
	return words;
}

function mergeByStems(phrases: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
	const merged = new Map<string, string[]>();
	for (const [phrase, paths] of phrases) {
		const stems = toStems(phrase);
		merged.set(stems, [...new Set([...(merged.get(stems) ?? []), ...paths])]);
	}
	return merged;
}

/** The phrases that do not depend on a table. */
const COMMON: ReadonlyMap<string, Meaning> = buildCommon();

const CAPABILITY_PHRASES: readonly string[] = [
	...listCapabilityPhrases().keys(),
	...[...TYPE_WORDS.values()].flatMap(({ phrases }) => splitPhrases(phrases)),
	...Object.values(ATTACHMENT_WORDS).flatMap(splitPhrases)
];

const COMMON_WORDS: readonly string[] = [
	...listNetworkWords().keys(),
	...CAPABILITY_PHRASES
].filter((word) => /^\p{L}{3,}$/u.test(word));

const ASKED_WORDS: readonly string[] = splitLongPhrases(CAPABILITY_PHRASES);

const FILLER_WORDS: readonly string[] = splitLongPhrases(splitPhrases(FILLERS));

/** The words of phrases that are long enough to be known when they are mistyped. */
function splitLongPhrases(phrases: readonly string[]): string[] {
	const words = phrases.flatMap((phrase) => readTokens(phrase).map(({ text }) => text));
	return [...new Set(words)].filter((word) => /^\p{L}{5,}$/u.test(word));
}
