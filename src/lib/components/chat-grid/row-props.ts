import type { Snippet } from 'svelte';
import type { Chat } from '$lib/domain/chat/chat';
import type { Network } from '$lib/domain/chat/network';
import type { GridColumn } from './grid-layout';

/** The props of table row, compact row and card. */
export interface RowBodyProps {
	chat: Chat;
	/** At least one; a merged chat is on several. */
	networks: readonly Network[];
	/** By label ID. */
	labelNames: ReadonlyMap<string, string>;
	/** The account's name, if there are several on its network. */
	account: string | undefined;
	columns: readonly GridColumn[];
	/** Epoch milliseconds. */
	now: number;
	/** The search, highlighted where it occurs. */
	q: string;
	href: string;
	/** The select box, if chats can be selected; fills its container. */
	select: Snippet | undefined;
}
