import type { Context } from 'hono';
import { isSince, type SampleContext } from './sample-context';

const CODES = {
	400: 'BAD_REQUEST',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	422: 'VALIDATION_ERROR'
} as const;

export interface WireIssue {
	code: string;
	message: string;
	path: (string | number)[];
}

/** An error response, thrown anywhere while a request is handled. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
	constructor(
		readonly status: keyof typeof CODES,
		message: string,
		readonly issues?: readonly WireIssue[]
	) {
		super(message);
	}
}

/** Throws a 422 about one field that is valid but not possible here. */
export function refuseField(path: string, message: string): never {
	throw new Refusal(422, 'Validation failed', [{ code: 'custom', message, path: path.split('.') }]);
}

/** Older servers call the message `error`. */
export function answerRefusal(sample: SampleContext, context: Context, refusal: Refusal): Response {
	const words = isSince(sample, '4.3.73')
		? { message: refusal.message }
		: { error: refusal.message };
	const details = refusal.issues && { details: { issues: refusal.issues } };
	return context.json({ ...words, code: CODES[refusal.status], ...details }, refusal.status);
}
