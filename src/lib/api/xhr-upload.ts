import { SourceError } from '$lib/domain/connection/source-error';
import type { OnProgress } from '$lib/domain/mutations/upload';

/**
 * Sends a form and reports progress, which `fetch` cannot. Rejects as `fetch` does, or with a
 * `SourceError` if the request was redirected.
 */
export type UploadTransport = (
	request: { url: string; headers: Record<string, string>; form: FormData; signal: AbortSignal },
	onprogress: OnProgress
) => Promise<Response>;

/** @param open - creates an `XMLHttpRequest` */
export function createXHRUpload(open: () => XMLHttpRequest): UploadTransport {
	return function send({ url, headers, form, signal }, onprogress) {
		return new Promise((resolve, reject) => {
			signal.throwIfAborted();
			const exchange = open();
			exchange.open('POST', url);
			for (const [name, value] of Object.entries(headers)) exchange.setRequestHeader(name, value);
			exchange.upload.onprogress = ({ loaded, total }) => {
				if (total > 0) onprogress(loaded / total);
			};
			exchange.onload = () => {
				const { status, statusText, responseText, responseURL } = exchange;
				// XMLHttpRequest always follows redirects; the response is that of another address then.
				if (responseURL !== new URL(url).href) return reject(new SourceError('redirected'));
				resolve(new Response(responseText || null, { status, statusText }));
			};
			exchange.onerror = () => reject(new TypeError('The upload failed'));
			exchange.onabort = () => reject(signal.reason);
			signal.addEventListener('abort', () => exchange.abort(), { once: true });
			exchange.send(form);
		});
	};
}
