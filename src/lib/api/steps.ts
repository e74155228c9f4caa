import { SourceError, type ChatPage } from '$lib/domain/source';

export type ChatPages = AsyncGenerator<ChatPage, void, undefined>;

/** A page, and where the next one of older chats starts; `next` is undefined at the end. */
export interface Step extends ChatPage {
	next: string | undefined;
}

export type Ask = (query: Record<string, string>) => Promise<Step>;

/** A cursor that expires again and again is no use. */
export const RESTARTS = 3;

/** What a server answers to a cursor that it no longer knows. */
export function isExpired(error: unknown): boolean {
	return error instanceof SourceError && error.status === 400;
}

/** The search does not keep to the time it was given, so nothing can be shared out by time. */
export class TimeIgnored extends Error {}
