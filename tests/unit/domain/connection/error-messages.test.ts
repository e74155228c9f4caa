import { describe, expect, test } from 'vitest';
import { describeError } from '$lib/domain/connection/error-messages';
import { SourceError } from '$lib/domain/connection/source-error';

describe('explaining a failure', () => {
	test('says what happened and what to do', () => {
		expect(describeError(new SourceError('token-refused'))).toEqual({
			title: 'Beeper didn’t accept this token',
			next: expect.stringContaining('Sign in again'),
			details: []
		});
	});

	test('gives a reason once that the server gives twice', () => {
		const issue = { path: 'title', message: 'too long' };
		const error = new SourceError('invalid', { issues: [issue, issue] });
		expect(describeError(error).details).toEqual(['title: too long']);
	});

	test('adds the server’s own words and each issue', () => {
		const error = new SourceError('invalid', {
			says: 'Validation failed',
			issues: [
				{ path: 'reminder.remindAt', message: 'must be in the future' },
				{ path: '', message: 'nothing to change' }
			]
		});
		expect(describeError(error).details).toEqual([
			'Beeper says: Validation failed',
			'reminder.remindAt: must be in the future',
			'nothing to change'
		]);
	});

	test.for([
		[400, '1 second'],
		[1000, '1 second'],
		[1001, '2 seconds'],
		[90_000, '90 seconds'],
		[91_000, '2 minutes'],
		[600_000, '10 minutes']
	] as const)('a wait of %i ms is %s', ([retryAfter, words]) => {
		expect(describeError(new SourceError('rate-limited', { retryAfter })).details).toEqual([
			`Beeper says to wait ${words}.`
		]);
	});

	test('does not ask for a wait of nothing', () => {
		expect(describeError(new SourceError('rate-limited', { retryAfter: 0 })).details).toEqual([]);
	});
});
