import { SourceError } from '$lib/domain/connection/source-error';
import type { Client } from './client';

/** Runs a mutation; if the token is refused for it, finds out whether the token can still read. */
export type RefusalCheck = <Result>(
	write: () => Promise<Result>,
	signal: AbortSignal
) => Promise<Result>;

/**
 * Servers answer a mutation with 401 or 403 if the token can only read. A 401 may also mean an
 * invalid token: one read tells which, and the mutation is not sent again. A 403 for a token that
 * has written before is about that chat, not the token.
 *
 * @param onreadonly - called when the token turns out to be read-only
 */
export function createRefusalCheck(
	client: Pick<Client, 'get'>,
	onreadonly: () => void
): RefusalCheck {
	let hasWritten = false;

	async function getReason(
		error: SourceError,
		status: 401 | 403,
		signal: AbortSignal
	): Promise<SourceError> {
		if (status === 403 && hasWritten) return error;
		if (status === 401) {
			try {
				await client.get('/v1/accounts', signal);
			} catch (reason) {
				if (!(reason instanceof SourceError)) throw reason;
				return reason.status === 401 ? reason : error;
			}
		}
		onreadonly();
		const { says, issues } = error;
		return new SourceError('read-only', { status, issues, ...(says !== undefined && { says }) });
	}

	return async (write, signal) => {
		try {
			const result = await write();
			hasWritten = true;
			return result;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			const { status } = error;
			throw status === 401 || status === 403 ? await getReason(error, status, signal) : error;
		}
	};
}
