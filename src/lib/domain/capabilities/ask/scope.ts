import type { ChatTypeName } from '$lib/domain/chat/chat';
import { joinList } from '$lib/format/list';
import { capitalize } from '$lib/format/sentence';
import type { CapabilityColumn } from '../columns/column';
import { narrowColumn } from '../columns/narrow';
import type { Question } from './question';

/** The chats that a question is about. */
interface Scope {
	/** The columns that answer, with only the chats that the question is about. */
	chosen: readonly CapabilityColumn[];
	/** The chosen columns of the reference rather than of the user's chats. */
	borrowed: readonly CapabilityColumn[];
	/** The words for a part of the chats, before the answer: `In groups`; empty: all of them. */
	place: string;
	/**
	 * Sentences after the answer, about chats that don't exist or aren't told apart; they replace the
	 * answer where no column answers.
	 */
	remarks: readonly string[];
}

const PLACES: Readonly<Record<ChatTypeName, string>> = {
	group: 'in groups',
	single: 'in direct chats'
};

const CHATS: Readonly<Record<ChatTypeName, string>> = {
	group: 'groups',
	single: 'direct chats'
};

/**
 * Chooses the columns that answer: those that are named, or else all but the excluded ones.
 *
 * @param own - the columns of the table; where there are none, those of the reference answer
 * @param all - the columns of the table, and those of the reference for networks that aren't among
 * them
 */
export function chooseColumns(
	{ networks, excluded, missing, chatTypes }: Question,
	own: readonly CapabilityColumn[],
	all: readonly CapabilityColumn[]
): Scope {
	const left = new Set(excluded.map(({ key }) => key));
	const whole =
		networks.length > 0
			? networks.flatMap(({ key }) => all.filter((column) => getNetworkKey(column) === key))
			: (own.length > 0 ? own : all)
					.filter((column) => !left.has(getNetworkKey(column)))
					.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
	const [type, otherType] = chatTypes;
	const wanted = otherType === undefined ? type : undefined;
	const compared = otherType === undefined || whole.length > 1 ? [] : splitByType(whole, chatTypes);
	const isCompared = compared.length > 1;

	/** The parts of a column that answer: one for each type that is compared; none without such chats. */
	function listParts(column: CapabilityColumn): readonly CapabilityColumn[] {
		if (isCompared) return compared;
		const part = wanted && !isWholeOnly(column) ? narrowColumn(column, wanted) : column;
		return part ? [part] : [];
	}

	const lacking = whole.filter((column) => listParts(column).length === 0);
	const borrowed = whole.filter((column) => !own.includes(column) && !lacking.includes(column));
	const chosen = whole.flatMap(listParts);
	const isWhole = chosen.some(isWholeOnly);
	const chats = wanted ? CHATS[wanted] : 'chats';
	const besides =
		networks.length === 0 && excluded.length > 0
			? `besides ${joinList(excluded.map(({ name }) => name))}`
			: '';
	const isNone = chosen.length === 0 && networks.length === 0 && missing.length === 0;
	return {
		chosen,
		borrowed: borrowed.flatMap(listParts),
		place: toPlace([wanted && !isWhole ? PLACES[wanted] : '', besides].filter(Boolean)),
		remarks: [
			isNone && `${['You have no', chats, besides].filter(Boolean).join(' ')}.`,
			networks.length > 0 &&
				lacking.length > 0 &&
				`You have no ${chats} on ${joinList(
					lacking.map(({ name }) => name),
					'or'
				)}.`,
			otherType !== undefined &&
				whole.length > 1 &&
				'Direct chats and groups are counted together. Name one network to compare them.',
			wanted &&
				isWhole &&
				'A snapshot counts direct chats and groups together, so this is about both.',
			...writeBorrowed(borrowed, own)
		].flatMap((remark) => remark || [])
	};
}

/** True for a column of a snapshot, which doesn’t tell the types of its chats apart. */
function isWholeOnly({ origin }: CapabilityColumn): boolean {
	return origin === 'snapshot';
}

function getNetworkKey({ key, networkKey = key }: CapabilityColumn): string {
	return networkKey;
}

/** “Direct or group on WhatsApp” compares the chats of one network. */
function splitByType(
	[column]: readonly CapabilityColumn[],
	types: readonly ChatTypeName[]
): CapabilityColumn[] {
	return types.flatMap((type) => {
		const part = column && narrowColumn(column, type);
		return part
			? [{ ...part, key: `${part.key}:${type}`, name: `${part.name} ${PLACES[type]}` }]
			: [];
	});
}

function toPlace(parts: readonly string[]): string {
	return capitalize(parts.join(', '));
}

/** The sentence about answers that are not from the user's own chats. */
function writeBorrowed(
	borrowed: readonly CapabilityColumn[],
	own: readonly CapabilityColumn[]
): string[] {
	const [first, ...others] = borrowed;
	if (!first) return [];
	if (own.length === 0) return ['You have no chats here: answered from the reference.'];
	const lacks = own.some(isWholeOnly) ? 'The snapshot has no chats' : 'You have no chats';
	if (others.length === 0)
		return [`${lacks} on ${first.name}: answered from the ${first.caption ?? 'reference'}.`];
	const names = borrowed.map(({ name, caption = 'reference' }) => `${name} (${caption})`);
	return [`${lacks} on ${joinList(names, 'or')}.`];
}

/**
 * Adds a phrase for the chats that a question is about, and remarks on them, to its answer.
 *
 * @param isAnswered - false where the sentences say that there is no answer
 */
export function writeScope(
	{ chosen, place, remarks }: Scope,
	sentences: readonly string[],
	isAnswered: boolean
): string[] {
	if (!isAnswered) return chosen.length === 0 && remarks.length > 0 ? [...remarks] : [...sentences];
	const [first = '', ...others] = sentences;
	const isName = chosen.some(({ name }) => first.startsWith(name));
	const continued = isName
		? first
		: first.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
	return [place ? `${place}, ${continued}` : first, ...others, ...remarks];
}
