import { isObject } from '$lib/format/json';
import type { Account } from '$lib/domain/chat/account';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';

/*
 * How chats and accounts are written. What is read here was sealed by this code under the owner's
 * key, so it is what was written and nobody else's: the version and a look at the shape are enough.
 */

/** One more whenever `Chat`, `Account` or anything in this file changes its meaning. */
export const VERSION = 2;

/** A chat with the place of its capabilities instead of them. */
type Row = Omit<Chat, 'capabilities'> & { capabilities?: number };

/** What is true of the whole. */
export interface Cover {
	version: typeof VERSION;
	accounts: readonly Account[];
	/** Absent where the server did not say, and from before it was kept. */
	bundleID?: string;
}

interface TableModel {
	/** Each once, as the rows name them. */
	capabilities: readonly Capabilities[];
	rows: readonly Row[];
}

/** Equal chats in equal order make equal sheets: every sheet stands for itself. */
export function sheetOf(chats: readonly Chat[]): TableModel {
	const places = new Map<Capabilities, number>();
	const rows = chats.map(({ capabilities, ...row }): Row => {
		if (!capabilities) return row;
		const place = places.get(capabilities) ?? places.size;
		places.set(capabilities, place);
		return { ...row, capabilities: place };
	});
	return { capabilities: [...places.keys()], rows };
}

/**
 * @param share - given equal capabilities, answers with one object
 * @returns null for anything but a sheet
 */
export function chatsOf(
	value: unknown,
	share: (capabilities: Capabilities) => Capabilities
): readonly Chat[] | null {
	if (!isSheet(value)) return null;
	const sets = value.capabilities.map(share);
	return value.rows.map(({ capabilities: place, ...row }): Chat => {
		const capabilities = place === undefined ? undefined : sets[place];
		return capabilities ? { ...row, capabilities } : row;
	});
}

export function isCover(value: unknown): value is Cover {
	return (
		isObject(value) &&
		value.version === VERSION &&
		Array.isArray(value.accounts) &&
		value.accounts.every((account) => isObject(account) && typeof account.accountID === 'string') &&
		(value.bundleID === undefined || typeof value.bundleID === 'string')
	);
}

function isSheet(value: unknown): value is TableModel {
	return (
		isObject(value) &&
		Array.isArray(value.capabilities) &&
		value.capabilities.every(isObject) &&
		Array.isArray(value.rows) &&
		value.rows.every(isRow)
	);
}

function isRow(value: unknown): value is Row {
	if (!isObject(value)) return false;
	const { id, accountID, network, title, type, participants, unreadCount } = value;
	return (
		[id, accountID, network, title, type].every((text) => typeof text === 'string') &&
		typeof unreadCount === 'number' &&
		isObject(participants) &&
		Array.isArray(participants.items)
	);
}
