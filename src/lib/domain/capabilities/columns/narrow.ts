import type { ChatTypeName } from '$lib/domain/chat/chat';
import type { Capabilities } from '../model';
import type { Cluster } from './clusters';
import type { CapabilityColumn } from './column';

/** Narrowed columns by the whole one, so that answers about them are found again. */
const cache = new WeakMap<CapabilityColumn, Map<string, CapabilityColumn | undefined>>();

/**
 * The part of a column whose chats are of one type.
 *
 * @returns undefined where the column has no such chats, or doesn’t know their types
 */
export function narrowColumn(
	column: CapabilityColumn,
	type: ChatTypeName
): CapabilityColumn | undefined {
	let byType = cache.get(column);
	if (!byType) cache.set(column, (byType = new Map()));
	if (!byType.has(type)) byType.set(type, createNarrowed(column, type));
	return byType.get(type);
}

function createNarrowed(
	column: CapabilityColumn,
	type: ChatTypeName
): CapabilityColumn | undefined {
	const clusters = (column.clusters ?? []).filter((cluster) => hasType(cluster, type));
	if (clusters.length === 0) return undefined;
	const sets = new Map<Capabilities, number>();
	for (const { capabilities, chats } of clusters)
		if (capabilities) sets.set(capabilities, (sets.get(capabilities) ?? 0) + chats);
	const sorted = [...sets].sort(([, a], [, b]) => b - a);
	return {
		...column,
		clusters,
		chats: clusters.reduce((sum, { chats }) => sum + chats, 0),
		reported: sorted.reduce((sum, [, chats]) => sum + chats, 0),
		sets: new Map(sorted)
	};
}

function hasType({ type, types }: Cluster, wanted: ChatTypeName): boolean {
	return (types ?? [type]).includes(wanted);
}
