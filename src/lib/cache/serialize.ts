import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { isDeeperThan, isObject } from '$lib/format/parse-json';
import type { Account } from '$lib/domain/chat/account';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';

/*
 * Serialises chats and accounts. Only data that this code encrypted under the owner’s key is read
 * back, so checking the version and the shape is enough.
 */

/** Incremented when the meaning of `Chat`, `Account` or anything in this file changes. */
export const VERSION = 3;

/** A chat with the index of its capabilities instead of the object. */
type Row = Omit<Chat, 'capabilities'> & { capabilities?: number };

/** The encrypted part of a cache’s header. */
export interface EncryptedHeader {
	version: typeof VERSION;
	accounts: readonly Account[];
	/** Absent if the server did not send it, or in caches written before it was stored. */
	bundleID?: string;
}

interface ChatTable {
	/** Each distinct object once; rows refer to it by index. */
	capabilities: readonly Capabilities[];
	rows: readonly Row[];
}

/** Equal chats in equal order give equal tables. */
export function toChatTable(chats: readonly Chat[]): ChatTable {
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
 * @param share - interns capabilities: equal ones become one object
 * @returns null if the value is no table of chats
 */
export function toChats(
	value: unknown,
	share: (capabilities: Capabilities) => Capabilities
): readonly Chat[] | null {
	if (!isChatTable(value)) return null;
	const sets = value.capabilities.map(share);
	return value.rows.map(({ capabilities: place, ...row }): Chat => {
		const capabilities = place === undefined ? undefined : sets[place];
		return capabilities ? { ...row, capabilities } : row;
	});
}

export function isEncryptedHeader(value: unknown): value is EncryptedHeader {
	return (
		isObject(value) &&
		value.version === VERSION &&
		Array.isArray(value.accounts) &&
		value.accounts.every((account) => isObject(account) && typeof account.accountID === 'string') &&
		(value.bundleID === undefined || typeof value.bundleID === 'string')
	);
}

/**
 * True for capabilities as this code writes them; `other` makes new fields one level deeper than in
 * the response.
 */
function isCapabilities(value: unknown): value is Capabilities {
	return isObject(value) && !isDeeperThan(SIZE_LIMITS.levels + 1, value);
}

function isChatTable(value: unknown): value is ChatTable {
	return (
		isObject(value) &&
		Array.isArray(value.capabilities) &&
		value.capabilities.every(isCapabilities) &&
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

/** Bytes for WebCrypto and IndexedDB, which accept no shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function encodeText(text: string): Bytes {
	return new TextEncoder().encode(text);
}

/** A JSON value, compressed: chats shrink to a sixth. */
export function pack(value: unknown): Promise<Bytes> {
	return through(encodeText(JSON.stringify(value)), new CompressionStream('deflate-raw'));
}

/** @param packed - made by `pack` */
export async function unpack(packed: Bytes): Promise<unknown> {
	const bytes = await through(packed, new DecompressionStream('deflate-raw'));
	return JSON.parse(new TextDecoder().decode(bytes));
}

async function through(
	bytes: Bytes,
	change: CompressionStream | DecompressionStream
): Promise<Bytes> {
	const changed = new Blob([bytes]).stream().pipeThrough(change);
	return new Uint8Array(await new Response(changed).arrayBuffer());
}
