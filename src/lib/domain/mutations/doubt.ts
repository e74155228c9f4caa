import type { SourceError } from '../connection/source';
import type { MutationOutcome } from './result';

/** Why nobody knows whether a write happened; the beginning of a sentence. */
export function getDoubtCause({ failure, status }: SourceError): string {
	if (failure === 'redirected') return 'Beeper’s answer leads to another address';
	if (status === undefined) return 'No answer came';
	return failure === 'malformed'
		? 'Beeper’s answer makes no sense'
		: `Beeper answered with an error (${status})`;
}

/** What is known of a write without a clear answer, in a sentence or two. */
export function formatDoubt({
	error,
	found
}: Extract<MutationOutcome, { kind: 'unknown' }>): string {
	const cause = getDoubtCause(error);
	if (found === undefined) return `${cause}. Look at the chat before you try again.`;
	return found
		? `${cause}, but the chat is as you wanted it.`
		: `${cause}, and the chat is not as you wanted it. It may still happen.`;
}
