import type { SourceError, SourceFailure } from './source-error';

/** A failure in words: the event, and the user's options. */
export interface ErrorDescription {
	title: string;
	next: string;
	/** The server's own message, each issue, the time to wait; often empty. */
	details: readonly string[];
}

const WORDS: Record<SourceFailure, { title: string; next: string }> = {
	unreachable: {
		title: 'Beeper isn’t responding',
		next: 'Start Beeper Desktop, check that its API is on, and try again.'
	},
	blocked: {
		title: 'Access blocked',
		next: 'Open the dashboard from this computer, at localhost, and check that the address is Beeper’s.'
	},
	'token-missing': {
		title: 'Access token needed',
		next: 'Paste a token from Beeper to continue.'
	},
	'token-refused': {
		title: 'Beeper didn’t accept this token',
		next: 'It may have expired or been revoked. Sign in again, or paste a new one.'
	},
	'token-expired': {
		title: 'Your token has expired',
		next: 'Sign in again, or paste a new one.'
	},
	'read-only': {
		title: 'This token is read-only',
		next: 'Create one with write access in Beeper.'
	},
	scope: {
		title: 'Beeper didn’t allow this',
		next: 'The token or the chat may not allow it.'
	},
	'not-found': {
		title: 'Not found',
		next: 'It may have been deleted, or belong to another account.'
	},
	conflict: {
		title: 'Not possible right now',
		next: 'Check the current state, then try again.'
	},
	invalid: {
		title: 'Beeper didn’t accept the request',
		next: 'See its reason below, if it gave one, and try again.'
	},
	'rate-limited': {
		title: 'Too many requests',
		next: 'Wait a little, then try again.'
	},
	'network-failed': {
		title: 'The chat’s network failed',
		next: 'Beeper works, but the network doesn’t. Try again later.'
	},
	'server-fault': {
		title: 'Beeper returned an error',
		next: 'Try again. If it keeps happening, restart Beeper.'
	},
	malformed: {
		title: 'Unexpected response from Beeper',
		next: 'Check that the address is Beeper’s, and update Beeper and the dashboard.'
	},
	redirected: {
		title: 'Beeper’s response leads to another address',
		next: 'Check that the address is Beeper’s, and that there’s no proxy in between.'
	},
	'not-sent': {
		title: 'The browser blocked this change',
		next: 'Nothing was sent. Beeper only lets this page read. Use this dashboard’s relay, or update Beeper and reload the page.'
	},
	'timed-out': {
		title: 'Beeper took too long',
		next: 'It may be busy or asleep. Try again.'
	},
	'other-server': {
		title: 'Different Beeper at this address',
		next: 'Show its chats, or start the first Beeper again. Nothing was sent.'
	},
	cancelled: {
		title: 'Stopped',
		next: 'Start again whenever you like.'
	}
};

/** A kind of failure in words, without a response's details. */
export function describeFailure(failure: SourceFailure): Pick<ErrorDescription, 'title' | 'next'> {
	return WORDS[failure];
}

export function describeError(error: SourceError): ErrorDescription {
	const { title, next } = describeFailure(error.failure);
	const details: string[] = [];
	if (error.says) details.push(`Beeper says: ${error.says}`);
	for (const { path, message } of error.issues) {
		details.push(path ? `${path}: ${message}` : message);
	}
	if (error.retryAfter) details.push(`Beeper says to wait ${formatWait(error.retryAfter)}.`);
	// A server may give the same reason twice.
	return { title, next, details: [...new Set(details)] };
}

/** Rounded up, so that the user does not retry too early. */
function formatWait(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}
