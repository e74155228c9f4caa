import type { ErrorDescription } from './error-messages';

/**
 * The reason why a sign-in ended without a token. A server that can't be reached is a `SourceError`
 * instead.
 */
export type SignInFailure =
	/** The API is on another computer, to which no sign-in may lead. */
	| 'not-local'
	/** This page has no cryptography, because its own address is not a local one. */
	| 'insecure-page'
	/** The server is too old, or has sign-in or registration turned off. */
	| 'not-offered'
	/** The server names an endpoint at another server. */
	| 'elsewhere'
	| 'registration-refused'
	/** The user said no. */
	| 'denied'
	/** The response belongs to no sign-in of this tab. */
	| 'forged'
	/** The code was used or has expired. */
	| 'code-expired'
	/** Any other refusal. */
	| 'refused';

/** An expected end of a sign-in. Never contains the code, the verifier or a token. */
export class SignInError extends Error {
	override readonly name = 'SignInError';

	constructor(readonly failure: SignInFailure) {
		super(failure);
	}
}

const PASTE = 'Paste a token instead.';

const WORDS: Readonly<Record<SignInFailure, { title: string; next: string }>> = {
	'not-local': {
		title: 'You can sign in only on this computer',
		next: `This Beeper runs on another one. ${PASTE}`
	},
	'insecure-page': {
		title: 'You can’t sign in from this address',
		next: 'Open the dashboard at localhost, or paste a token.'
	},
	'not-offered': {
		title: 'This Beeper doesn’t offer sign-in',
		next: `Beeper may be too old, or sign-in may be off. ${PASTE}`
	},
	elsewhere: {
		title: 'Sign-in would lead to another server',
		next: `Nothing was sent there. ${PASTE}`
	},
	'registration-refused': {
		title: 'Beeper doesn’t let the dashboard sign in',
		next: `It refused to register it. ${PASTE}`
	},
	denied: {
		title: 'You didn’t allow access',
		next: 'Nothing has changed. Sign in again, or paste a token.'
	},
	forged: {
		title: 'This sign-in wasn’t started in this tab',
		next: 'It wasn’t used. Sign in again from here, or paste a token.'
	},
	'code-expired': {
		title: 'The sign-in took too long',
		next: 'Beeper’s permission has expired. Sign in again, or paste a token.'
	},
	refused: {
		title: 'Beeper refused the sign-in',
		next: 'Try again, or paste a token instead.'
	}
};

export function describeSignInError({ failure }: SignInError): ErrorDescription {
	return { ...WORDS[failure], details: [] };
}
