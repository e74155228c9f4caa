import { measureCell } from './cell';
import { measureHeader } from './column-headers';
import type { TableWidths, TextWidths } from './grid';
import { hasShares } from '$lib/domain/capabilities/table/table-labels';
import type { PictureTable } from './picture-table';
import { measureRowName, measureSectionName } from './row-name';

/** Finds the widths that the longest texts of a table ask for. */
export function measureTable(table: PictureTable): TableWidths {
	const rows = table.sections.flatMap((section) => section.rows);
	const sections = table.sections.map(({ title = '' }) => measureSectionName(title));
	const cells = rows.flatMap((row) => row.cells.map(measureCell));
	return {
		name: findMost([...rows.map(measureRowName), ...sections]),
		cell: findMost([...cells, ...table.columns.map(measureHeader)]),
		columns: table.columns.length,
		hasShares: hasShares(table)
	};
}

function findMost(widths: readonly TextWidths[]): TextWidths {
	return widths.reduce(
		(most, { natural, least }) => ({
			natural: Math.max(most.natural, natural),
			least: Math.max(most.least, least)
		}),
		{ natural: 0, least: 0 }
	);
}
