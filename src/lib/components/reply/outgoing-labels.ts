import { describeError } from '$lib/domain/connection/error-messages';
import { formatMessageDoubt } from '$lib/domain/mutations/notification';
import type { OutgoingMessage } from '$lib/domain/mutations/outgoing';

/** The state of a message that was sent, and what can be done about it. */
export interface OutgoingWords {
	text: string;
	tone: 'plain' | 'fair' | 'bad';
	/** True when it was certainly not sent, and may be tried again. */
	canRetry: boolean;
	/** True when looking at the chat may tell whether it was sent. */
	canLook: boolean;
}

const NO_ACTION = { canRetry: false, canLook: false };

/** @param network - display name of the network that it went to; empty when known anyway */
export function describeOutgoing(
	{ outcome }: Pick<OutgoingMessage, 'outcome'>,
	network = ''
): OutgoingWords {
	switch (outcome.kind) {
		case 'pending':
			return { text: 'Sending…', tone: 'plain', ...NO_ACTION };
		case 'failed': {
			const { title, next, details } = describeError(outcome.error);
			const reasons = [`Not sent. ${title}. ${next}`, ...details].join(' ');
			return { text: reasons, tone: 'bad', canRetry: true, canLook: false };
		}
		case 'unknown': {
			const text = formatMessageDoubt(outcome);
			if (outcome.found) return { text, tone: 'plain', ...NO_ACTION };
			return { text, tone: 'fair', canRetry: false, canLook: true };
		}
		case 'done':
			return { ...describeDelivery(outcome.message?.delivery ?? 'sent', network), ...NO_ACTION };
	}
}

function describeDelivery(
	delivery: 'sending' | 'sent' | 'failed' | 'untraced',
	network: string
): Pick<OutgoingWords, 'text' | 'tone'> {
	const where = network && ` on ${network}`;
	switch (delivery) {
		case 'sending':
			return { text: `Sending${where}…`, tone: 'plain' };
		case 'sent':
			return { text: `Sent${where}`, tone: 'plain' };
		case 'failed':
			return { text: `Not sent. ${network || 'The network'} rejected the message.`, tone: 'bad' };
		case 'untraced':
			return {
				text: 'Beeper accepted this message but doesn’t list it. Check the chat in Beeper.',
				tone: 'fair'
			};
	}
}
