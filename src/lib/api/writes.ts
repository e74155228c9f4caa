import type { Server } from '$lib/domain/source';
import type { Write } from '$lib/domain/actions/write';
import type { Writer } from '$lib/domain/actions/writer';
import type { ChatReader } from './chat';
import { prepareDrafts } from './draft-markdown';
import { identifier, record } from './fields';
import type { HTTP } from './http';
import { read } from './reading';
import { dependsOnServer, requestOf } from './request';

export interface WriterOptions {
	http: HTTP;
	readChat: ChatReader;
	/** Asked before a write whose request depends on it. */
	server: (signal: AbortSignal) => Promise<Server>;
}

const opened = record({ chatID: identifier });

export function createWriter({ http, readChat, server }: WriterOptions): Writer {
	return {
		async perform(write, signal) {
			if (write.kind === 'upload') throw new TypeError('Nothing but an uploader sends files');
			const version = dependsOnServer(write) ? await server(signal) : undefined;
			const { status, text } = await http.write(requestOf(write, version), signal);
			// The server has done it: an answer nobody understands is as good as none.
			const raw = await parseOrNothing(text);
			const { value: chat } = readChat(raw);
			const chatID = chat?.id ?? openedChat(write, raw);
			return { status, json: text, ...(chat && { chat }), ...(chatID && { chatID }) };
		}
	};
}

/** Older servers answer only with the ID of the chat they opened. */
function openedChat(write: Write, raw: unknown): string | undefined {
	if (write.kind !== 'start' && write.kind !== 'create') return undefined;
	return read(opened, raw).value?.chatID;
}

async function parseOrNothing(text: string): Promise<unknown> {
	try {
		const raw: unknown = JSON.parse(text);
		await prepareDrafts([raw]);
		return raw;
	} catch {
		return undefined;
	}
}
