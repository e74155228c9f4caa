import type { TableColumn } from '$lib/domain/capabilities/table/table';

/** The sides of a column's cells: dashed where the answers are not the chats' own, strong around the baseline. */
export function getColumnBorders({ origin, isBaseline }: TableColumn): string {
	if (isBaseline) return 'border-x border-x-accent sm:sticky sm:left-(--name) sm:z-10';
	return origin === 'chats'
		? 'border-r border-r-surface'
		: 'border-x [border-inline-style:dashed] border-x-line-strong';
}
