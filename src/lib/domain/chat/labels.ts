import { makeNamesUnique } from '$lib/format/list';
import type { Chat, Label } from './chat';
import { cleanName } from './name';
import { disambiguate } from './disambiguate';

/** A label with its display name. */
export interface NamedLabel {
	id: string;
	/** Unique among all labels. */
	name: string;
}

const NO_LABELS: readonly Label[] = [];

/** The labels of a chat, each once; a merged chat includes the labels of its members. */
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
 * All labels, each once and with a unique name: listed labels in the server's order, then labels
 * found only on chats, by ID.
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

/** @param names - by ID; an empty name is replaced by the ID */
function toLabels(names: ReadonlyMap<string, string>): NamedLabel[] {
	return [...names].map(([id, name]) => ({ id, name: name || id }));
}

/**
 * Number all labels that share a name, then make any remaining duplicates unique. Numbers follow
 * the IDs: if they followed the list order, they would change when the list arrives.
 */
function nameApart(labels: readonly NamedLabel[]): NamedLabel[] {
	const counts = new Map<string, number>();
	const numbers = new Map<string, string>();
	for (const { id, name } of [...labels].sort(byID)) {
		const number = (counts.get(name) ?? 0) + 1;
		counts.set(name, number);
		numbers.set(id, `${number}`);
	}
	const names = disambiguate(labels, ({ name }) => name, [({ id }) => numbers.get(id)]);
	return makeNamesUnique(labels.map(({ id }, place) => ({ id, name: names[place] ?? id })));
}

function byID({ id: one }: { id: string }, { id: other }: { id: string }): number {
	return one < other ? -1 : 1;
}

/** Names of labels by ID. */
export function getLabelNames(labels: readonly NamedLabel[]): ReadonlyMap<string, string> {
	return new Map(labels.map(({ id, name }) => [id, name]));
}
