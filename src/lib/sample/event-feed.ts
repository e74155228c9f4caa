import * as v from 'valibot';

/** An event of the WebSocket `/v1/ws`, before a session numbers and dates it. */
export interface SampleEvent {
	type: 'chat.upserted' | 'chat.deleted' | 'message.upserted' | 'message.deleted';
	chatID: string;
	/** IDs of the chats or messages that the event is about. */
	ids: readonly string[];
	/** The chats or messages themselves; absent when they are deleted. */
	entries?: readonly object[];
}

/** One client of the feed. */
export interface EventSession {
	/** Handles a message of the client. */
	receive(text: string): void;
	close(): void;
}

const ANY_CHAT = '*';
/** Most chats that one subscription may name. */
const MOST_CHATS = 1000;

const command = v.object({
	type: v.literal('subscriptions.set'),
	requestID: v.optional(v.string())
});
const subscription = v.object({
	...command.entries,
	chatIDs: v.pipe(
		v.array(v.string()),
		v.maxLength(MOST_CHATS),
		v.check(
			(ids) => !ids.includes(ANY_CHAT) || ids.length === 1,
			'"*" cannot be combined with chat IDs'
		)
	)
});

/**
 * The protocol of the WebSocket `/v1/ws`, without a socket: each client gets the events of the chats
 * it has subscribed to, at most once and never again.
 */
export class EventFeed {
	readonly #now: () => number;
	readonly #listeners = new Set<(event: SampleEvent) => void>();

	/** @param now - returns epoch milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	publish(event: SampleEvent) {
		for (const listener of this.#listeners) listener(event);
	}

	/** Starts a session, which is subscribed to nothing. @param send - sends text to the client */
	connect(send: (text: string) => void): EventSession {
		let chatIDs: readonly string[] = [];
		let seq = 0;

		function tell(message: object) {
			send(JSON.stringify(message));
		}

		const listener = ({ type, ...rest }: SampleEvent) => {
			if (!chatIDs.includes(ANY_CHAT) && !chatIDs.includes(rest.chatID)) return;
			tell({ type, seq: ++seq, ts: this.#now(), ...rest });
		};
		this.#listeners.add(listener);
		tell({ type: 'ready', version: 1, chatIDs });

		return {
			receive(text) {
				const parsed = v.safeParse(subscription, parseJSON(text));
				const { requestID } = parsed.success ? parsed.output : findRequest(parsed.output);
				const request = requestID === undefined ? {} : { requestID };
				if (!parsed.success) {
					const [{ message }] = parsed.issues;
					return tell({ type: 'error', ...request, code: 'INVALID_PAYLOAD', message });
				}
				chatIDs = parsed.output.chatIDs;
				tell({ type: 'subscriptions.updated', ...request, chatIDs });
			},
			close: () => void this.#listeners.delete(listener)
		};
	}
}

/** The request that an invalid command belongs to, as far as it says so. */
function findRequest(input: unknown): { requestID?: string | undefined } {
	const { success, output } = v.safeParse(v.object({ requestID: v.string() }), input);
	return success ? output : {};
}

function parseJSON(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
