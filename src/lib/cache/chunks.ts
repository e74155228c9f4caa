import type { Chat } from '$lib/domain/chat/chat';
import { hashText } from '$lib/format/random';

/** Chats of the first chunk: a screen or two, shown at once. */
const FIRST = 200;
const USUAL = 256;
const MOST = 512;

/**
 * Chats in chunks, newest activity first. Chunk boundaries depend on the chats there (content-defined
 * chunking), so a chat that moves to the front leaves most chunks unchanged.
 */
export function cutChats(chats: readonly Chat[]): readonly (readonly Chat[])[] {
	const sorted = [...chats].sort((a, b) => (b.lastActivity ?? 0) - (a.lastActivity ?? 0));
	const pieces: Chat[][] = [];
	let piece: Chat[] = [];
	for (const chat of sorted) {
		piece.push(chat);
		const isFull = pieces.length === 0 ? piece.length === FIRST : isEnd(chat, piece.length);
		if (!isFull) continue;
		pieces.push(piece);
		piece = [];
	}
	return piece.length > 0 ? [...pieces, piece] : pieces;
}

function isEnd({ id }: Chat, length: number): boolean {
	const hash = hashText(id);
	// The low bits of the hash alone are not even enough.
	return length === MOST || ((hash ^ (hash >>> 15)) >>> 0) % USUAL === 0;
}
