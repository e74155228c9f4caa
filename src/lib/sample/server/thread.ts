import { makeThread, type ChatRecord } from '../make-thread';
import type { WireMessage } from '../api-types';
import { Refusal } from './failure';
import type { SampleContext } from './sample-context';

const EVENT_ID = /^\$(\d+):beeper\.local$/;

/**
 * Index of a message in its chat's thread, newest first.
 *
 * @param id - final, pending or Matrix event ID
 * @throws a 404 for an unknown message
 */
export function findMessageIndex(sample: SampleContext, record: ChatRecord, id: string): number {
	const finalID = sample.pending.get(id) ?? EVENT_ID.exec(id)?.[1] ?? id;
	const place = makeThread(record).findIndex((message) => message.id === finalID);
	if (place < 0) throw new Refusal(404, 'Message not found');
	return place;
}

/** @throws a 404 for an unknown message */
export function findMessage(sample: SampleContext, record: ChatRecord, id: string): WireMessage {
	const message = makeThread(record)[findMessageIndex(sample, record, id)];
	if (!message) throw new Refusal(404, 'Message not found');
	return message;
}
