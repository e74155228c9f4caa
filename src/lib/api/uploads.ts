import * as v from 'valibot';
import { cutText, SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Uploader } from '$lib/domain/mutations/upload';
import { parseJSON, toMessage } from './errors';
import { amount, identifier, name, record, text } from './schemas/primitives';
import type { Client } from './client';
import { parseTolerant } from './parse';
import { UPLOAD_PATH } from './requests';

const uploaded = record({
	uploadID: identifier,
	fileName: v.exactOptional(name),
	fileSize: v.exactOptional(amount),
	mimeType: v.exactOptional(name)
});

/** The body of a refusal, which some servers send with a status of success. */
const refusal = record({ error: text });

/** @param token - kept out of the server’s words */
export function createUploader(client: Client, token: string): Uploader {
	return {
		async upload(file, signal, onprogress = () => {}) {
			const form = new FormData();
			form.set('file', file, file.name);
			const { text, status } = await client.postFile(UPLOAD_PATH, signal, form, onprogress);
			const raw = parseJSON(text);
			const { value } = parseTolerant(uploaded, raw);
			if (value) return { uploaded: value, status, json: cutText(text, SIZE_LIMITS.json) };
			const says = parseTolerant(refusal, raw).value?.error;
			throw new SourceError(says ? 'invalid' : 'malformed', {
				status,
				...(says && { says: toMessage(says, token) })
			});
		}
	};
}
