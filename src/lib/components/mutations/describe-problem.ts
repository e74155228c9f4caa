import { formatDoubt, formatUnconfirmed } from '$lib/domain/mutations/notification';
import { getMutationWords } from '$lib/domain/mutations/describe-change';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { describeError } from '$lib/domain/connection/error-messages';
import type { MutationResult } from '$lib/domain/mutations/result';

/** A notice about a mutation that did not simply succeed. */
export interface Problem {
	tone: 'fair' | 'bad';
	title: string;
	lines: readonly string[];
	/** True when reading the chat again may settle the outcome. */
	isOpen: boolean;
	/** True when the user may repeat the mutation: it is known not to have happened. */
	canRepeat: boolean;
}

/**
 * @param network - display name of the chat's network
 * @returns null when the mutation succeeded or was not tried
 */
export function describeProblem(
	mutation: Mutation,
	result: MutationResult,
	network: string
): Problem | null {
	const { label, done, failed } = getMutationWords(mutation);
	switch (result.kind) {
		case 'ignored':
			return null;
		case 'done':
			if (result.mismatch === null) return null;
			return {
				tone: 'fair',
				title: label,
				lines: [result.mismatch],
				isOpen: false,
				canRepeat: false
			};
		case 'refused':
			return {
				tone: 'bad',
				title: failed,
				lines: [result.reason],
				isOpen: false,
				canRepeat: false
			};
		case 'unknown': {
			const { details } = describeError(result.error);
			return {
				tone: 'fair',
				title: result.found ? done : formatUnconfirmed(mutation),
				lines: [formatDoubt(result), ...details],
				isOpen: result.found !== true,
				canRepeat: false
			};
		}
		case 'failed': {
			const { title, next, details } = describeError(result.error);
			const { failure } = result.error;
			const who = failure === 'network-failed' ? network : 'Beeper';
			return {
				tone: 'bad',
				// The request reached neither Beeper nor the network.
				title:
					failure === 'not-sent'
						? failed
						: `${who} ${failed.charAt(0).toLowerCase()}${failed.slice(1)}`,
				lines: [`${title}. ${next}`, ...details],
				isOpen: false,
				canRepeat: true
			};
		}
	}
}
