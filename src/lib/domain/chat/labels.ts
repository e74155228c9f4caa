import { makeNamesUnique } from '$lib/format/list';
import type { Chat, Label } from './chat';
import { cleanName } from './name';
import { tellApart } from './tell-apart';

/** A label as it is shown. */
export interface NamedLabel {
	id: string;
	/** No two labels have the same. */
	name: string;
}

const NO_LABELS: readonly Label[] = [];

/** The labels of a chat, each once; a merged chat has those of its members too. */
export function getLabels(chat: Chat): readonly Label[] {
	const { labels = NO_LABELS, members } = chat;
	if (!members && labels.length < 2) return labels;
	const byID = new Map<string, Label>();
	for (const label of [labels, ...(members ?? []).map((member) => member.labels ?? [])].flat()) {
		if (!byID.get(label.id)?.name) byID.set(label.id, label);
	}
	return [...byID.values()];
}

/**
 * Every label once, under a name that tells it from the others: those the server lists, in its
 * order, then those that only chats tell of, by ID.
 */
export function nameLabels(listed: readonly Label[], chats: readonly Chat[]): NamedLabel[] {
	const names = new Map<string, string>();
	for (const { id, name } of listed) names.set(id, names.get(id) || cleanName(name));
	const others = new Map<string, string>();
	for (const { labels } of chats) {
		for (const { id, name } of labels ?? []) {
			const known = names.has(id) ? names : others;
			known.set(id, known.get(id) || cleanName(name));
		}
	}
	return nameApart([...toLabels(names), ...toLabels(others).sort(byID)]);
}

/** @param names - by ID; an empty one gives way to the ID */
function toLabels(names: ReadonlyMap<string, string>): NamedLabel[] {
	return [...names].map(([id, name]) => ({ id, name: name || id }));
}

/**
 * Labels of one name by their number, the first too; a name that is taken then by one more. The
 * numbers follow the IDs: in the order of the list they would change when the list arrives.
 */
function nameApart(labels: readonly NamedLabel[]): NamedLabel[] {
	const counts = new Map<string, number>();
	const numbers = new Map<string, string>();
	for (const { id, name } of [...labels].sort(byID)) {
		const number = (counts.get(name) ?? 0) + 1;
		counts.set(name, number);
		numbers.set(id, `${number}`);
	}
	const names = tellApart(labels, ({ name }) => name, [({ id }) => numbers.get(id)]);
	return makeNamesUnique(labels.map(({ id }, place) => ({ id, name: names[place] ?? id })));
}

function byID({ id: one }: { id: string }, { id: other }: { id: string }): number {
	return one < other ? -1 : 1;
}

/** By ID. */
export function labelNames(labels: readonly NamedLabel[]): ReadonlyMap<string, string> {
	return new Map(labels.map(({ id, name }) => [id, name]));
}
