import type { ChatID } from '../chat/chat';

/** A report by the server. It names what has changed; its new state has to be read. */
export type ServerEvent =
	/** From now on changes are reported. Changes before may have been missed. */
	| { kind: 'subscribed' }
	/** Some reports were lost. */
	| { kind: 'missed' }
	| { kind: 'chat-changed' | 'chat-deleted' | 'messages-changed'; chatID: ChatID };

/**
 * Reports changes while the connection lasts. Resolves when it ends or could not be made, at the
 * latest when `signal` aborts; never rejects. A change is reported at most once.
 */
export type ServerEvents = (
	onevent: (event: ServerEvent) => void,
	signal: AbortSignal
) => Promise<void>;
