import { resolve } from '$app/paths';
import type { TableLinks } from '$lib/components/capability-table/table-links';
import { formatCapabilityView, WHOLE_TABLE } from '$lib/domain/capabilities/capability-view';
import { createPartFilter, type LiveColumn } from '$lib/domain/capabilities/columns/column';
import { toFragment } from '$lib/domain/capabilities/table/fragment';
import { formatView } from '$lib/domain/chat-list/view-url';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import { getChatHref } from '../chat-href';

/** Creates the links of a table from its columns. */
export function createLinks(columns: readonly LiveColumn[]): Omit<TableLinks, 'getNoteHref'> {
	const byKey = new Map(columns.map((column) => [column.key, column]));
	return {
		getPartHref(columnKey, row, part) {
			const column = byKey.get(columnKey);
			return (
				column && (getPickedChatHref(column) ?? getFilterHref(createPartFilter(column, row, part)))
			);
		},
		getColumnHref(columnKey) {
			const column = byKey.get(columnKey);
			return column && (getPickedChatHref(column) ?? getFilterHref(column.filter));
		},
		getVariantsHref(columnKey, path) {
			const filter = byKey.get(columnKey)?.filter;
			if (!filter || filter.type !== undefined) return undefined;
			const { networks, accountIDs } = filter;
			const query = formatCapabilityView({ ...WHOLE_TABLE, by: 'variant', networks, accountIDs });
			return resolve(`/capabilities?${query}#${encodeURIComponent(toFragment(path))}`);
		},
		getCellHref: (path, columnKey) => `#${encodeURIComponent(toFragment(path, columnKey))}`
	};
}

/** The address of a question, asked of the whole table. */
export function getQuestionHref(ask: string): string {
	return resolve(`/capabilities?${formatCapabilityView({ ...WHOLE_TABLE, ask })}`);
}

function getPickedChatHref({ chatID }: LiveColumn): string | undefined {
	return chatID === undefined ? undefined : getChatHref({ id: chatID });
}

function getFilterHref(filter: ChatFilter | null): string | undefined {
	return filter ? resolve(`/chats?${formatView({ ...ALL_CHATS, filter })}`) : undefined;
}
