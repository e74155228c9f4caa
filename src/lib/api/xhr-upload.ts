import type { OnProgress } from '$lib/domain/mutations/upload';

/** Sends a form and tells how far it has come, which `fetch` cannot. Fails as `fetch` does. */
export type Transport = (
	request: { url: string; headers: Record<string, string>; form: FormData; signal: AbortSignal },
	onprogress: OnProgress
) => Promise<Response>;

/** @param open - makes the browser's own `XMLHttpRequest` */
export function createTransport(open: () => XMLHttpRequest): Transport {
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
				// It follows redirects, whatever one says; elsewhere the answer means nothing.
				if (new URL(responseURL).origin !== new URL(url).origin) {
					return reject(new TypeError('The upload was redirected'));
				}
				resolve(new Response(responseText || null, { status, statusText }));
			};
			exchange.onerror = () => reject(new TypeError('The upload failed'));
			exchange.onabort = () => reject(signal.reason);
			signal.addEventListener('abort', () => exchange.abort(), { once: true });
			exchange.send(form);
		});
	};
}
