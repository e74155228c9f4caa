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
	/** Tells accounts of one network apart. */
	account: string | undefined;
	columns: readonly GridColumn[];
	/** Epoch milliseconds. */
	now: number;
	/** The search, highlighted where it occurs. */
	q: string;
	href: string;
	/** The box that selects the chat, where that is offered; fills what it is put into. */
	select: Snippet | undefined;
}
