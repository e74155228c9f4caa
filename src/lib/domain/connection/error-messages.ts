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
		title: 'Beeper doesn’t answer',
		next: 'Start Beeper Desktop, check that its API is on, and try again.'
	},
	blocked: {
		title: 'Beeper doesn’t let this page in',
		next: 'Open the dashboard from this computer, at localhost, and check that the address is Beeper’s.'
	},
	'token-missing': {
		title: 'An access token is needed',
		next: 'Paste a token from Beeper to go on.'
	},
	'token-refused': {
		title: 'Beeper doesn’t accept the token',
		next: 'It may have expired or been revoked. Create a new one and paste it here.'
	},
	'token-expired': {
		title: 'Your token has expired',
		next: 'Create a new one in Beeper and paste it here.'
	},
	'read-only': {
		title: 'This token can only read',
		next: 'Create one with write access in Beeper.'
	},
	scope: {
		title: 'Beeper didn’t allow this',
		next: 'The token, or the chat, may not have the rights for it.'
	},
	'not-found': {
		title: 'Beeper doesn’t know this',
		next: 'It may have been deleted, or belong to another account. Go back to the list.'
	},
	conflict: {
		title: 'Something else changed first',
		next: 'Look at the current state, then try again.'
	},
	invalid: {
		title: 'Beeper didn’t accept the request',
		next: 'Change what is listed below and try again.'
	},
	'rate-limited': {
		title: 'Too many requests',
		next: 'Wait a little, then try again.'
	},
	'network-failed': {
		title: 'The chat’s network failed',
		next: 'Beeper works, but the network behind it doesn’t. Try again later.'
	},
	'server-fault': {
		title: 'Something went wrong in Beeper',
		next: 'Try again. If it keeps happening, restart Beeper.'
	},
	malformed: {
		title: 'Unexpected response from Beeper',
		next: 'Check that the address is Beeper’s, and update Beeper and the dashboard.'
	},
	redirected: {
		title: 'Beeper’s answer leads to another address',
		next: 'Check that the address is Beeper’s, and that there’s no proxy in between.'
	},
	'not-sent': {
		title: 'The browser blocked this change: Beeper only lets this page read. Nothing was sent',
		next: 'Use the relay of this dashboard, or update Beeper and reload the page.'
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

export function describeError(error: SourceError): ErrorDescription {
	const { title, next } = WORDS[error.failure];
	const details: string[] = [];
	if (error.says) details.push(`Beeper says: ${error.says}`);
	for (const { path, message } of error.issues) {
		details.push(path ? `${path}: ${message}` : message);
	}
	if (error.retryAfter) details.push(`Beeper asks to wait ${formatWait(error.retryAfter)}.`);
	// A server may give the same reason twice.
	return { title, next, details: [...new Set(details)] };
}

/** Rounded up, so that the user does not retry too early. */
function formatWait(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}
