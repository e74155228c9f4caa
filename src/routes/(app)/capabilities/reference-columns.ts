import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import type { NetworkFacts } from '$lib/reference/facts';
import { buildNetworkColumns, type ReferenceColumn } from '$lib/reference/network-columns';

/**
 * Reads the columns of the reference from a file of its own.
 *
 * @param importFacts - imports that file
 * @returns undefined where the file is missing; facts that can't be read are a bug, which is thrown on
 */
export async function readReferenceColumns(
	importFacts: () => Promise<readonly NetworkFacts[]>
): Promise<readonly ReferenceColumn[] | undefined> {
	const facts = await importFacts().catch(() => undefined);
	return facts && buildReferenceColumns(facts);
}

/** The columns of the reference, each with its edition as its caption. */
export function buildReferenceColumns(facts: readonly NetworkFacts[]): readonly ReferenceColumn[] {
	const columns = buildNetworkColumns(facts, createCapabilityReader());
	return columns.map((column) => ({ ...column, caption: `reference, ${column.edition}` }));
}
