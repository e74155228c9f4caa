import { nameAccounts } from '$lib/domain/chat/account-names';
import { getAccountIDs, type Cluster } from './clusters';
import type { ColumnNames } from './column';
import { formatValue } from '../format';
import { readValue, type CapabilityValue } from '../value';
import { getFullName, type CapabilityRow } from '../row';
import type { VariantGroup } from './variant-group';

/**
 * Names for the variants of one column, by what sets each apart: `direct`, `group`,
 * `announcement`, else their kind and a capability (`group, Edit: Full`), else an account, else a
 * number. Unique.
 *
 * @param rows - in whose order the groups hold their words, the plainest first
 */
export function nameVariants(
	groups: readonly VariantGroup[],
	rows: readonly CapabilityRow[],
	names: ColumnNames
): string[] {
	const reported = groups.filter(({ capabilities }) => capabilities);
	const named = groups.map((group, index) => {
		if (!group.capabilities) return 'not reported';
		if (reported.length === 1) return 'reported';
		const others = reported.filter((other) => other !== group);
		const kind = kindOf(group);
		if (kind && !others.some((other) => isMistaken(other, kind))) return kind;
		const telling =
			capabilityWords(
				group,
				kind ? others.filter((other) => isMistaken(other, kind)) : others,
				rows
			) ??
			accountWords(group, others, names) ??
			`variant ${index + 1}`;
		return kind ? `${kind}, ${telling}` : telling;
	});
	return named.map((name, index) =>
		named.indexOf(name) === index && named.lastIndexOf(name) === index
			? name
			: `${name}, variant ${index + 1}`
	);
}

const TYPE_WORDS: ReadonlyMap<string, string> = new Map([['single', 'direct']]);

function typeWord({ type }: Cluster): string {
	return TYPE_WORDS.get(type) ?? type;
}

/** Where only some may write: an announcement, unless there is nobody else to announce to. */
function closeKind(cluster: Cluster): string {
	if (!cluster.isReadOnly) return typeWord(cluster);
	return cluster.type === 'single' ? 'direct, read-only' : 'announcement';
}

/** What all chats of a group are, as closely as can be said; undefined where they are of several types. */
function kindOf({ clusters }: VariantGroup): string | undefined {
	return only(clusters.map(closeKind)) ?? only(clusters.map(typeWord));
}

/** Whether some chats of a group could be meant by that kind too. */
function isMistaken(group: VariantGroup, kind: string): boolean {
	return kindOf(group) === kind || group.clusters.some((cluster) => closeKind(cluster) === kind);
}

function only(words: readonly string[]): string | undefined {
	const distinct = new Set(words);
	const [word] = distinct;
	return distinct.size === 1 ? word : undefined;
}

/** A capability about which none of the others says the same: the first that is spoken of, else any. */
function capabilityWords(
	{ capabilities, words }: VariantGroup,
	others: readonly VariantGroup[],
	rows: readonly CapabilityRow[]
): string | undefined {
	const telling = rows
		.filter((_, index) => others.every((other) => other.words[index] !== words[index]))
		.map((row) => ({ row, reading: readValue(capabilities, row.path) }));
	const { row, reading } = telling.find((one) => !isSilent(one.reading)) ?? telling[0] ?? {};
	return row && reading && `${getFullName(row)}: ${formatValue(reading, row).short}`;
}

function isSilent({ kind }: CapabilityValue): boolean {
	return kind === 'unstated' || kind === 'inapplicable' || kind === 'omitted';
}

function accountWords(
	group: VariantGroup,
	others: readonly VariantGroup[],
	{ accounts = [], isNameless = false }: ColumnNames
): string | undefined {
	const [accountID, ...further] = getAccountIDs(group.clusters);
	const isOwn = !others.some(({ clusters }) => clusters.some((one) => one.accountID === accountID));
	if (!accountID || further.length > 0 || !isOwn || isNameless) return undefined;
	return nameAccounts(accounts).get(accountID) ?? accountID;
}
