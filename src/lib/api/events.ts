import * as v from 'valibot';
import { parseJSONOrUndefined } from '$lib/format/parse-json';
import type { ServerEvents } from '$lib/domain/connection/events';
import { identifier, text } from './schemas/primitives';
import type { OpenSocket } from './web-socket';

/** Milliseconds of silence after which the server is asked for a sign of life; it pings sooner. */
const SILENCE = 40_000;
/** Milliseconds in which it must answer. */
const ANSWER = 10_000;
/** Characters of the largest message that is read. A larger message counts as lost. */
const MOST_CHARACTERS = 1_000_000;

const SUBSCRIBE = JSON.stringify({ type: 'subscriptions.set', chatIDs: ['*'] });

/** The events of chats and messages. All other kinds of events are ignored. */
const KINDS = {
	'chat.upserted': 'chat-changed',
	'chat.deleted': 'chat-deleted',
	'message.upserted': 'messages-changed',
	'message.deleted': 'messages-changed'
} as const;

const typed = v.object({ type: text });
const changed = v.object({
	type: v.picklist(['chat.upserted', 'chat.deleted', 'message.upserted', 'message.deleted']),
	chatID: v.pipe(identifier, v.maxLength(1000)),
	seq: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger())), undefined)
});

/**
 * The events of the WebSocket `/v1/ws`, for all chats. Events are numbered, so a number left out is
 * an event missed. Only the IDs of chats are read, not the entries: these may arrive in another
 * order than the responses to requests.
 */
export function createEvents(open: OpenSocket): ServerEvents {
	return function events(onevent, signal) {
		return new Promise((resolve) => {
			if (signal.aborted) return resolve();
			const ending = new AbortController();
			const numbers = new Numbers();
			let isSubscribed = false;
			let timer: ReturnType<typeof setTimeout> | undefined;

			const socket = open({
				onopen: () => awaitText(ANSWER, subscribe),
				onclose: end,
				ontext(text) {
					if (ending.signal.aborted) return;
					awaitText(SILENCE, subscribe);
					if (text.length > MOST_CHARACTERS) return onevent({ kind: 'missed' });
					read(parseJSONOrUndefined(text));
				}
			});
			signal.addEventListener('abort', end, { signal: ending.signal });

			function awaitText(milliseconds: number, otherwise: () => void) {
				clearTimeout(timer);
				timer = setTimeout(otherwise, milliseconds);
			}

			/** Subscribes to all chats. Sent again later, it asks a silent server for an answer. */
			function subscribe() {
				socket.send(SUBSCRIBE);
				awaitText(ANSWER, end);
			}

			function read(message: unknown) {
				if (!v.is(typed, message)) return;
				if (message.type === 'ready') return subscribe();
				if (message.type === 'subscriptions.updated') {
					if (!isSubscribed) onevent({ kind: 'subscribed' });
					isSubscribed = true;
					return;
				}
				// A refusal of the subscription.
				if (message.type === 'error' && !isSubscribed) return end();
				const { success, output } = v.safeParse(changed, message);
				if (!success) return;
				if (numbers.note(output.seq)) onevent({ kind: 'missed' });
				onevent({ kind: KINDS[output.type], chatID: output.chatID });
			}

			function end() {
				if (ending.signal.aborted) return;
				ending.abort();
				clearTimeout(timer);
				socket.close();
				resolve();
			}
		});
	};
}

/** The numbers of the events of one connection. */
class Numbers {
	#last: number | undefined;

	/** @returns whether events before this one were missed */
	note(seq: number | undefined): boolean {
		if (seq === undefined) return false;
		const isGap = this.#last !== undefined && seq > this.#last + 1;
		this.#last = seq;
		return isGap;
	}
}
