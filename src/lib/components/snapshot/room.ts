import { catalogueFor } from '$lib/domain/capabilities/catalogue';
import type { SourcedColumn } from '$lib/domain/capabilities/columns/column';
import { setsOf } from '$lib/domain/capabilities/span';

/** Some twice of what a person's many networks come to; a browser takes it in its stride. */
const MOST_CELLS = 50_000;

/** As many columns as a page can show, the first at least: a snapshot may come from anybody. */
export function columnsInRoom(columns: readonly SourcedColumn[]): readonly SourcedColumn[] {
	const rows = catalogueFor(setsOf(columns)).length;
	return columns.slice(0, Math.max(1, Math.floor(MOST_CELLS / Math.max(1, rows))));
}
