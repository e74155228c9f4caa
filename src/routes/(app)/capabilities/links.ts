import { resolve } from '$app/paths';
import type { TableLinks } from '$lib/components/capability-table/table-links';
import { formatCapabilityView, WHOLE_TABLE } from '$lib/domain/capabilities/capability-view';
import { createPartFilter, type LiveColumn } from '$lib/domain/capabilities/columns/column';
import { toFragment } from '$lib/domain/capabilities/table/fragment';
import { formatView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import { getChatHref } from '../chat-href';

/** Creates the links of a table from its columns. */
export function createLinks(columns: readonly LiveColumn[]): Omit<TableLinks, 'hrefOfNote'> {
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
		hrefOfVariants(columnKey, path) {
			const filter = byKey.get(columnKey)?.filter;
			if (!filter || filter.type !== undefined) return undefined;
			const { networks, accountIDs } = filter;
			const query = formatCapabilityView({ ...WHOLE_TABLE, by: 'variant', networks, accountIDs });
			return resolve(`/capabilities?${query}#${encodeURIComponent(toFragment(path))}`);
		},
		hrefOfCell: (path, columnKey) => `#${encodeURIComponent(toFragment(path, columnKey))}`
	};
}

/** The address of a question, asked of the whole table. */
export function getQuestionHref(ask: string): string {
	return resolve(`/capabilities?${formatCapabilityView({ ...WHOLE_TABLE, ask })}`);
}

function hrefOfChat({ chatID }: LiveColumn): string | undefined {
	return chatID === undefined ? undefined : getChatHref({ id: chatID });
}

function hrefOfFilter(filter: ChatFilter | null): string | undefined {
	return filter ? resolve(`/chats?${formatView({ ...ALL_CHATS, filter })}`) : undefined;
}
