import { describe, expect, test } from 'vitest';
import { createSource, type SourceOptions } from '$lib/api/source';
import { createXHRUpload } from '$lib/api/xhr-upload';
import {
	json,
	makeFetch,
	networkFailure,
	never,
	silence,
	type Reaction
} from '../../fixtures/http';

const address = 'http://localhost:1';
const file = new File(['Bring cake.'], 'né.txt', { type: 'text/plain' });
const answer = { uploadID: 'u1', fileName: 'né.txt', fileSize: 11, mimeType: 'text/plain' };

function makeSource(reaction: Reaction, options: Partial<SourceOptions> = {}) {
	const { fetch, requests } = makeFetch(reaction);
	const source = createSource({
		address,
		token: 's3cret',
		fetch,
		retry: { delay: () => 0 },
		...options
	});
	return { source, requests };
}

describe('an upload', () => {
	test('is one form with one file', async () => {
		const { source, requests } = makeSource(json({ ...answer, srcURL: 'file:///x', width: 1 }));
		const told: number[] = [];
		expect(await source.upload(file, never, (fraction) => told.push(fraction))).toMatchObject({
			uploaded: answer,
			status: 200
		});
		expect(told).toEqual([0, 1]);
		const [request] = requests;
		expect([request?.method, request?.url]).toEqual(['POST', `${address}/v1/assets/upload`]);
		expect(request?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
		const sent = (await request?.formData())?.get('file');
		expect(sent instanceof File && [sent.name, await sent.text()]).toEqual([
			'né.txt',
			'Bring cake.'
		]);
	});

	test.for([
		['a fault', new Response('{}', { status: 500 }), 'server-fault'],
		['a dropped connection', networkFailure(), 'unreachable'],
		['a refusal that calls itself a success', json({ error: 'No' }), 'invalid'],
		['an answer without an ID', json({}), 'malformed']
	] as const)('is not tried again after %s', async ([, reaction, failure]) => {
		const { source, requests } = makeSource(reaction);
		await expect(source.upload(file, never)).rejects.toMatchObject({ failure });
		expect(requests).toHaveLength(1);
	});

	test('may take longer than any other request, and can be ended', async () => {
		const leaving = new AbortController();
		const { source } = makeSource(silence, { timeout: 1 });
		const upload = source.upload(file, leaving.signal);
		setTimeout(() => leaving.abort(), 20);
		await expect(upload).rejects.toMatchObject({ failure: 'cancelled' });
	});
});

describe('through the transport', () => {
	/** The parts of `XMLHttpRequest` that uploads use; `end` completes the request. */
	class Exchange extends EventTarget {
		static last: Exchange | undefined;
		upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
		onload?: () => void;
		onerror?: () => void;
		onabort?: () => void;
		status = 200;
		statusText = '';
		responseText = JSON.stringify(answer);
		responseURL = `${address}/v1/assets/upload`;
		calls: unknown[] = [];

		constructor(readonly end: (exchange: Exchange) => void) {
			super();
			Exchange.last = this;
		}
		open(...call: unknown[]) {
			this.calls.push(call);
		}
		setRequestHeader(...call: unknown[]) {
			this.calls.push(call);
		}
		send() {
			queueMicrotask(() => this.end(this));
		}
		abort() {
			this.onabort?.();
		}
	}

	function through(end: (exchange: Exchange) => void) {
		function send(open: unknown): ReturnType<typeof createXHRUpload> {
			if (typeof open !== 'function') throw new TypeError('no exchange');
			return createXHRUpload(() => open());
		}
		return makeSource(networkFailure(), { transport: send(() => new Exchange(end)) });
	}

	test('progress is reported', async () => {
		const { source, requests } = through((exchange) => {
			exchange.upload.onprogress?.({ loaded: 5, total: 20 });
			exchange.upload.onprogress?.({ loaded: 0, total: 0 });
			exchange.onload?.();
		});
		const told: number[] = [];
		expect(await source.upload(file, never, (fraction) => told.push(fraction))).toMatchObject({
			uploaded: answer,
			status: 200
		});
		expect(told).toEqual([0, 0.25, 1]);
		expect(requests).toEqual([]);
		expect(Exchange.last?.calls).toEqual([
			['POST', `${address}/v1/assets/upload`],
			['Authorization', 'Bearer s3cret']
		]);
	});

	test.for([
		['a failure', (exchange: Exchange) => exchange.onerror?.(), 'unreachable'],
		[
			'a redirect to elsewhere',
			(exchange: Exchange) => {
				exchange.responseURL = 'https://elsewhere.example/';
				exchange.onload?.();
			},
			'redirected'
		],
		[
			'a redirect to another path of the server',
			(exchange: Exchange) => {
				exchange.responseURL = `${address}/v1/elsewhere`;
				exchange.onload?.();
			},
			'redirected'
		],
		[
			'a refusal',
			(exchange: Exchange) => {
				exchange.status = 403;
				exchange.onload?.();
			},
			'read-only'
		]
	] as const)('%s is reported as with any other request', async ([, end, failure]) => {
		const { source } = through(end);
		await expect(source.upload(file, never)).rejects.toMatchObject({ failure });
	});

	test('leaving ends it', async () => {
		const leaving = new AbortController();
		const { source } = through(() => leaving.abort());
		await expect(source.upload(file, leaving.signal)).rejects.toMatchObject({
			failure: 'cancelled'
		});
	});
});
