import type { PageLimit } from '$lib/domain/connection/diagnosis';
import type { ClientOptions, Fetch } from './client';

interface PageLimitOptions extends Pick<ClientOptions, 'address'> {
	signal: AbortSignal;
	fetch?: Fetch | undefined;
	/** Milliseconds to wait for a response. */
	timeout: number;
}

/**
 * Finds the restrictions that the browser puts on this page at a Beeper that it can read. The
 * requests carry no token and lead to no resource, so the server refuses each one that arrives.
 *
 * @returns undefined when the page is not restricted
 */
export async function findPageLimit({
	address,
	signal,
	fetch = (request) => globalThis.fetch(request),
	timeout
}: PageLimitOptions): Promise<PageLimit | undefined> {
	const ending = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);

	/** True when the response can be read; browsers hide all others. */
	async function canRead(path: string, options: RequestInit): Promise<boolean> {
		const request = new Request(address + path, {
			...{ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
			...options,
			signal: ending
		});
		return fetch(request).then(
			() => true,
			() => false
		);
	}

	const headers = { 'Content-Type': 'application/json' };
	const canWrite = await Promise.all([
		canRead('/v1', { method: 'PATCH', headers, body: '{}' }),
		canRead('/v1', { method: 'DELETE' })
	]);
	if (!canWrite.includes(false)) return undefined;
	const canReadErrors = await canRead('/v1/accounts', { method: 'GET' });
	// The server may have become silent meanwhile.
	if (ending.aborted || !(await canRead('/v1/info', { method: 'GET' }))) return undefined;
	return canReadErrors ? 'reads-only' : 'no-errors';
}
