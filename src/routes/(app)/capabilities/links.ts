import { resolve } from '$app/paths';
import { createPartFilter, type LiveColumn } from '$lib/domain/capabilities/columns/column';
import { toFragment } from '$lib/domain/capabilities/table/fragment';
import type { CapabilityRow } from '$lib/domain/capabilities/row';
import type { CellPart } from '$lib/domain/capabilities/table/table';
import { formatView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';

/** Where the parts of a table lead; undefined where nothing stands behind one. */
export interface TableLinks {
	/** The chats that say one part of a cell. */
	hrefOfPart(columnKey: string, row: CapabilityRow, part: CellPart): string | undefined;
	/** The chats of a column. */
	hrefOfColumn(columnKey: string): string | undefined;
	/** A row or cell of this table. */
	hrefOfCell(path: string, columnKey?: string): string;
}

export function createLinks(columns: readonly LiveColumn[]): TableLinks {
	const byKey = new Map(columns.map((column) => [column.key, column]));
	return {
		hrefOfPart(columnKey, row, part) {
			const column = byKey.get(columnKey);
			return column && (hrefOfChat(column) ?? hrefOfFilter(createPartFilter(column, row, part)));
		},
		hrefOfColumn(columnKey) {
			const column = byKey.get(columnKey);
			return column && (hrefOfChat(column) ?? hrefOfFilter(column.filter));
		},
		hrefOfCell: (path, columnKey) => `#${encodeURIComponent(toFragment(path, columnKey))}`
	};
}

function hrefOfChat({ chatID }: LiveColumn): string | undefined {
	if (chatID === undefined) return undefined;
	return resolve('/(app)/chats/[chatID]', { chatID: encodeURIComponent(chatID) });
}

function hrefOfFilter(filter: ChatFilter | null): string | undefined {
	return filter ? resolve(`/chats?${formatView({ ...ALL_CHATS, filter })}`) : undefined;
}
