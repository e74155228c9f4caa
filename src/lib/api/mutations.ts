import * as v from 'valibot';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { Mutation, ReminderMutation } from '$lib/domain/mutations/mutation';
import type { MutationResponse, MutationSender } from '$lib/domain/connection/source';
import { cutText, SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Server } from '$lib/domain/connection/server';
import type { Client } from './client';
import type { ChatReader } from './schemas/chat';
import { flag, identifier, record } from './schemas/primitives';
import { parseTolerant } from './parse';
import { getReminderField, toRequest, type ReminderField, type TextResponse } from './requests';

export interface WriterOptions {
	client: Client;
	readChat: ChatReader;
	/** Called before a mutation whose request depends on the server’s version. */
	server: (signal: AbortSignal) => Promise<Server>;
}

const opened = record({ chatID: identifier });
const sent = record({ chatID: identifier, pendingMessageID: identifier });

export function createWriter({ client, readChat, server }: WriterOptions): MutationSender {
	/** The spelling that this server has accepted; undefined until a reminder was set. */
	let reminderField: ReminderField | undefined;

	/**
	 * A 422 that names the field says that nothing was done, so the other spelling is sent, once. No
	 * other response leads to a second request.
	 */
	async function remind(mutation: ReminderMutation, signal: AbortSignal): Promise<TextResponse> {
		const field = reminderField ?? getReminderField(await readVersion(signal));
		try {
			return await remindAs(field, mutation, signal);
		} catch (error) {
			if (!isAboutReminderField(error)) throw error;
			return remindAs(OTHER_FIELD[field], mutation, signal).catch((second) => {
				// If neither spelling is accepted, the time itself is wrong: report the first error.
				const isTime = isAboutReminderField(second) && !names(error, OTHER_FIELD[field]);
				throw isTime ? error : second;
			});
		}
	}

	async function remindAs(
		field: ReminderField,
		mutation: ReminderMutation,
		signal: AbortSignal
	): Promise<TextResponse> {
		const answer = await client.write(toRequest(mutation, undefined, field), signal);
		reminderField = field;
		return answer;
	}

	/** @returns undefined if the version is unknown, which a reminder does not need */
	async function readVersion(signal: AbortSignal): Promise<Server | undefined> {
		try {
			return await server(signal);
		} catch (error) {
			if (!(error instanceof SourceError) || error.failure === 'cancelled') throw error;
			return undefined;
		}
	}

	async function send(mutation: Mutation, signal: AbortSignal): Promise<TextResponse> {
		if (mutation.kind === 'remind' && mutation.value !== null) return remind(mutation, signal);
		const version = mutation.kind === 'unreact' ? await readVersion(signal) : undefined;
		return client.write(toRequest(mutation, version), signal);
	}

	return {
		async sendMutation(mutation, signal) {
			if (mutation.kind === 'upload') throw new TypeError('Nothing but an uploader sends files');
			const { status, text } = await send(mutation, signal);
			const raw = parseOrNothing(text);
			const json = cutText(text, SIZE_LIMITS.json);
			const { value: chat } = readChat(raw);
			if (!isDocumented(mutation, status, raw, chat)) return { status, json, isUnexpected: true };
			const message = readSentMessage(mutation, raw);
			if (message) return { status, json, ...message };
			const chatID = chat?.id ?? getOpenedChatID(mutation, raw);
			return { status, json, ...(chat && { chat }), ...(chatID && { chatID }) };
		}
	};
}

const OTHER_FIELD = { remindAt: 'remindAtMs', remindAtMs: 'remindAt' } as const;

/** True when the server rejected the time of a reminder, or its spelling. */
function isAboutReminderField(error: unknown): error is SourceError {
	return (
		error instanceof SourceError &&
		error.status === 422 &&
		(names(error, 'remindAt') || names(error, 'remindAtMs'))
	);
}

function names(error: SourceError, field: ReminderField): boolean {
	const words = [error.says ?? '', ...error.issues.flatMap(({ path, message }) => [path, message])];
	return words.some((text) => new RegExp(`\\b${field}\\b`).test(text));
}

const success = record({ success: v.exactOptional(flag) });

/**
 * True when a response is a documented one for this mutation, and about the same chat.
 *
 * @param chat - the chat in the response, if any
 */
function isDocumented(
	mutation: Mutation,
	status: number,
	raw: unknown,
	chat: Chat | undefined
): boolean {
	const said = parseTolerant(success, raw).value;
	const isAnswered = status === 200 && said !== undefined && said.success !== false;
	switch (mutation.kind) {
		case 'focus':
			return true;
		case 'start':
		case 'create':
			return status <= 201 && (chat?.id ?? getOpenedChatID(mutation, raw)) !== undefined;
		case 'message':
			return status <= 201 && readSentMessage(mutation, raw) !== undefined;
		case 'react':
		case 'unreact':
			return isAnswered;
		case 'archive':
		case 'remind':
			// Servers before 5.x of the API answer with a body.
			if (status === 204) return true;
			return isAnswered && (chat ? isAbout(chat, mutation.chatID) : said.success === true);
		default:
			return status === 200 && chat !== undefined && isAbout(chat, mutation.chatID);
	}
}

function isAbout({ id, localChatID }: Chat, chatID: ChatID): boolean {
	return id === chatID || localChatID === chatID;
}

/** Older servers answer only with the ID of the chat they opened. */
function getOpenedChatID(mutation: Mutation, raw: unknown): string | undefined {
	if (mutation.kind !== 'start' && mutation.kind !== 'create') return undefined;
	return parseTolerant(opened, raw).value?.chatID;
}

/** @returns undefined for any other mutation, or a response without the IDs */
function readSentMessage(
	mutation: Mutation,
	raw: unknown
): Pick<MutationResponse, 'chatID' | 'messageID'> | undefined {
	const value = mutation.kind === 'message' ? parseTolerant(sent, raw).value : undefined;
	return value && { chatID: value.chatID, messageID: value.pendingMessageID };
}

function parseOrNothing(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
