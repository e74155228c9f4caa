import type { ColumnDesk } from '$lib/components/chats/columns';
import type { ColumnKey } from '$lib/domain/chat-list/columns';
import { columns } from '$lib/app/app';

let fitting = $state.raw<readonly ColumnKey[]>([]);

/** Where the columns of this tab's table are arranged. */
export const columnDesk: ColumnDesk & { readonly fitting: readonly ColumnKey[] } = {
	get choice() {
		return columns.choice;
	},
	/** On the screen now, or last. */
	get fitting() {
		return fitting;
	},
	onchange: (change) => columns.change(change),
	onattempt: (change) => columns.attempt(change),
	onfit: (keys) => (fitting = keys)
};
