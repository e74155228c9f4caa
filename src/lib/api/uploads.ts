import * as v from 'valibot';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Uploader } from '$lib/domain/mutations/upload';
import { parse } from './errors';
import { amount, identifier, record, text } from './schemas/primitives';
import type { Client } from './client';
import { parseTolerant } from './parse';
import { UPLOAD_PATH } from './requests';

const uploaded = record({
	uploadID: identifier,
	fileName: v.exactOptional(text),
	fileSize: v.exactOptional(amount),
	mimeType: v.exactOptional(text)
});

/** Some refusals come with a success for a status. */
const refusal = record({ error: text });

export function createUploader(client: Client): Uploader {
	return {
		async upload(file, signal, onprogress = () => {}) {
			const form = new FormData();
			form.set('file', file, file.name);
			const { text, status } = await client.postFile(UPLOAD_PATH, signal, form, onprogress);
			const raw = parse(text);
			const { value } = parseTolerant(uploaded, raw);
			if (value) return { uploaded: value, status, json: text };
			const says = parseTolerant(refusal, raw).value?.error;
			throw new SourceError(says ? 'invalid' : 'malformed', { status, ...(says && { says }) });
		}
	};
}
