import { nameAccounts } from '$lib/domain/chat/account-names';
import { listAccountIDs, type Cluster } from './clusters';
import type { ColumnNames } from './column';
import { formatValue } from '../format-value';
import { readValue, type CapabilityValue } from '../value';
import { getFullName, type CapabilityRow } from '../row';
import type { VariantGroup } from './variant-group';

/** Formats the value by which a variant is named. */
type FormatDifference = (value: CapabilityValue, row: CapabilityRow) => string;

/**
 * Names the variants of one column after their differences: `direct`, `group`, `announcement`, else
 * the kind of chat with a capability (`group, Edit: Full`), else an account, else a number. Unique.
 *
 * @param rows - the rows that the groups' `urlValues` belong to, the plainest first
 */
export function nameVariants(
	groups: readonly VariantGroup[],
	rows: readonly CapabilityRow[],
	names: ColumnNames,
	formatDifference: FormatDifference = formatShort
): string[] {
	const reported = groups.filter(({ capabilities }) => capabilities);
	const named = groups.map((group, index) => {
		if (!group.capabilities) return 'not reported';
		if (reported.length === 1) return 'reported';
		const others = reported.filter((other) => other !== group);
		const kind = findKind(group);
		if (kind && !others.some((other) => isMistaken(other, kind))) return kind;
		const difference =
			nameByCapability(
				group,
				kind ? others.filter((other) => isMistaken(other, kind)) : others,
				rows,
				formatDifference
			) ??
			nameByAccount(group, others, names) ??
			`variant ${index + 1}`;
		return kind ? `${kind}, ${difference}` : difference;
	});
	return named.map((name, index) =>
		named.indexOf(name) === index && named.lastIndexOf(name) === index
			? name
			: `${name}, variant ${index + 1}`
	);
}

/** Kinds of chats as people see them in their list. */
const VISIBLE_KINDS: ReadonlyMap<string, string> = new Map([
	['direct', 'direct chats'],
	['direct, read-only', 'read-only chats'],
	['group', 'groups'],
	['announcement', 'announcement groups']
]);

/**
 * Names the chats of some variants by the kind that a person can see: `groups`, `direct chats`. Chats
 * of several kinds are just `chats`.
 */
export function nameVisibleKind(clusters: readonly Cluster[]): string {
	const kind = findCommon(clusters.map(nameKind)) ?? findCommon(clusters.map(nameType));
	return VISIBLE_KINDS.get(kind ?? '') ?? 'chats';
}

function nameType({ type }: Cluster): string {
	return type === 'single' ? 'direct' : type;
}

/** A read-only group is an announcement; a read-only direct chat has no audience to announce to. */
function nameKind(cluster: Cluster): string {
	if (!cluster.isReadOnly) return nameType(cluster);
	return cluster.type === 'single' ? 'direct, read-only' : 'announcement';
}

/** The most specific kind that all chats of a group share; undefined where their types differ. */
function findKind({ clusters }: VariantGroup): string | undefined {
	return findCommon(clusters.map(nameKind)) ?? findCommon(clusters.map(nameType));
}

/** True when the kind also describes some chats of the group. */
function isMistaken(group: VariantGroup, kind: string): boolean {
	return findKind(group) === kind || group.clusters.some((cluster) => nameKind(cluster) === kind);
}

function findCommon(words: readonly string[]): string | undefined {
	const distinct = new Set(words);
	const [word] = distinct;
	return distinct.size === 1 ? word : undefined;
}

/** Uses the first capability in which the group differs from all others, preferably a stated one. */
function nameByCapability(
	{ capabilities, urlValues }: VariantGroup,
	others: readonly VariantGroup[],
	rows: readonly CapabilityRow[],
	formatDifference: FormatDifference
): string | undefined {
	const differing = rows
		.filter((_, index) => others.every((other) => other.urlValues[index] !== urlValues[index]))
		.map((row) => ({ row, value: readValue(capabilities, row.path) }));
	const { row, value } = differing.find((each) => !isSilent(each.value)) ?? differing[0] ?? {};
	return row && value && `${getFullName(row)}: ${formatDifference(value, row)}`;
}

function formatShort(value: CapabilityValue, row: CapabilityRow): string {
	return formatValue(value, row).short;
}

function isSilent({ kind }: CapabilityValue): boolean {
	return kind === 'unstated' || kind === 'inapplicable' || kind === 'omitted';
}

function nameByAccount(
	group: VariantGroup,
	others: readonly VariantGroup[],
	{ accounts = [], isNameless = false }: ColumnNames
): string | undefined {
	const [accountID, ...further] = listAccountIDs(group.clusters);
	const isOwn = !others.some(({ clusters }) => clusters.some((one) => one.accountID === accountID));
	if (!accountID || further.length > 0 || !isOwn || isNameless) return undefined;
	return nameAccounts(accounts).get(accountID) ?? accountID;
}
