import { buildCatalogue } from '$lib/domain/capabilities/catalogue';
import type { CapabilityColumn } from '$lib/domain/capabilities/columns/column';
import { collectSets } from '$lib/domain/capabilities/span';

/** Some twice of what a person's many networks come to; a browser takes it in its stride. */
const MOST_CELLS = 50_000;

/** As many columns as a page can show, the first at least: a snapshot may come from anybody. */
export function limitColumns(columns: readonly CapabilityColumn[]): readonly CapabilityColumn[] {
	const rows = buildCatalogue(collectSets(columns)).length;
	return columns.slice(0, Math.max(1, Math.floor(MOST_CELLS / Math.max(1, rows))));
}
