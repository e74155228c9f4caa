import type { SilenceFold } from '$lib/components/capability-table/silence-fold';
import { getFoldedSilence, type CapabilityView } from '$lib/domain/capabilities/capability-view';
import type { Account } from '$lib/domain/chat/account';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { clusterChats, type Cluster, collectSets } from '$lib/domain/capabilities/columns/clusters';
import type { CapabilityColumn, LiveColumn } from '$lib/domain/capabilities/columns/column';
import {
	buildChatColumns,
	buildColumns,
	listNetworks
} from '$lib/domain/capabilities/columns/build-columns';
import { pickChats } from '$lib/domain/capabilities/columns/pick';
import { filterReference, type Reference } from '$lib/domain/capabilities/reference';
import type { TableModel } from '$lib/domain/capabilities/table/table';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import {
	foldSilence,
	SILENT_PARTS,
	type SilentPart
} from '$lib/domain/capabilities/table/fold-silence';
import type { FragmentTarget } from '$lib/domain/capabilities/table/fragment';
import { takeSnapshot, type Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import type { Chat } from '$lib/domain/chat/chat';
import type { NetworkIndex } from '$lib/domain/chat/network';
import type { ViewProblem } from '$lib/domain/view-query';

/** The data from which a table is built. */
export interface TableInput {
	/** From which the view's single chats are picked. */
	chats: readonly Chat[];
	/** The clusters of all chats. */
	clusters: readonly Cluster[];
	getNetwork: NetworkIndex;
	accounts: readonly Account[];
}

/** The columns of a view, and a problem for each part of it that matches nothing. */
export function buildViewColumns(
	view: CapabilityView,
	{ chats, clusters, getNetwork, accounts }: TableInput,
	isNameless: boolean
): { columns: LiveColumn[]; problems: readonly ViewProblem[] } {
	const { by, networks, accountIDs, split } = view;
	if (by !== 'chat')
		return buildColumns(clusters, { by, networks, accountIDs, split }, { accounts, isNameless });
	const { picked, problems } = pickChats(chats, view.chatIDs);
	return { columns: buildChatColumns(picked, getNetwork, { accounts, isNameless }), problems };
}

/** The table of these columns, with the view's filters and options. */
export function buildViewTable(
	view: CapabilityView,
	columns: readonly LiveColumn[],
	clusters: readonly Cluster[],
	reference: Reference | undefined
): TableModel {
	const { q, onlyDiffering, folded, hasShare, networks } = view;
	return buildTable(columns, {
		q,
		onlyDiffering,
		folded,
		hasShare,
		baseline: view.baseline || undefined,
		reference: reference && filterReference(reference, columns, listNetworks(clusters), networks)
	});
}

/**
 * Takes a snapshot of the view. Chats picked by hand become columns of their capabilities, without
 * names.
 */
export function takeViewSnapshot(
	view: CapabilityView,
	{ chats, clusters, getNetwork }: TableInput,
	moment: { now: number; serverVersion?: string | undefined }
): Snapshot {
	const { by, networks, accountIDs, split } = view;
	if (by !== 'chat') return takeSnapshot(clusters, { by, networks, accountIDs, split }, moment);
	const { picked } = pickChats(chats, view.chatIDs);
	return takeSnapshot(clusterChats(picked, getNetwork), { by: 'variant' }, moment);
}

/** The nouns for a view's columns, in the singular. */
export const COLUMN_NOUNS: Readonly<Record<CapabilityView['by'], string>> = {
	network: 'network',
	account: 'account',
	type: 'kind of chat',
	variant: 'variant',
	chat: 'chat'
};

/**
 * Folds the silent parts of a view's table.
 *
 * @returns `foldable`: the parts that the view has folded or unfolded; a part that it names is neither
 */
export function foldViewSilence(
	table: TableModel,
	view: CapabilityView,
	target: FragmentTarget | null
) {
	const folded = getFoldedSilence(view);
	const { table: shown, silent } = foldSilence(table, folded, target);
	const foldable = SILENT_PARTS.filter(
		(part) => silent[part] > 0 && (folded.includes(part) || view.silent.includes(part))
	);
	return { table: shown, silent, foldable };
}

/** The silent parts that can be folded and unfolded, as `CapabilityTable` takes them. */
export function createSilenceFolds(
	{ silent, foldable }: Pick<ReturnType<typeof foldViewSilence>, 'silent' | 'foldable'>,
	view: Pick<CapabilityView, 'silent'>,
	noun: string,
	ontoggle: (part: SilentPart) => void
): { silentRows?: SilenceFold; silentColumns?: SilenceFold } {
	function createFold(part: SilentPart): SilenceFold {
		const isOpen = view.silent.includes(part);
		return { count: silent[part], isOpen, noun, ontoggle: () => ontoggle(part) };
	}

	return {
		...(foldable.includes('rows') && { silentRows: createFold('rows') }),
		...(foldable.includes('columns') && { silentColumns: createFold('columns') })
	};
}

/** `shown`: rows in view, including folded ones. `total`: rows without any filter. */
export function countRows(
	{ sections }: TableModel,
	columns: readonly CapabilityColumn[]
): { shown: number; total: number } {
	const shown = sections.reduce((sum, { rows, folded = 0 }) => sum + rows.length + folded, 0);
	return { shown, total: buildRows(collectSets(columns)).length };
}

/** The path of every row in view. */
export function listPaths({ sections }: TableModel): ReadonlySet<string> {
	return new Set(sections.flatMap(({ rows }) => rows.map(({ row }) => row.path)));
}

/** True when a column can be replaced with its variants, or is a variant and can be merged back. */
export function canSplit(
	columns: readonly LiveColumn[],
	{ by }: Pick<CapabilityView, 'by'>,
	key: string
): boolean {
	const column = columns.find((known) => known.key === key);
	if (!column || by === 'chat' || by === 'variant') return false;
	return column.variantOf !== undefined || column.clusters.length > 1;
}
