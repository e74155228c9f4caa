import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { expect, test, vi } from 'vitest';
import MutationProblem from '$lib/components/mutations/MutationProblem.svelte';
import type { MutationResult } from '$lib/domain/mutations/result';
import { SourceError } from '$lib/domain/connection/source-error';

const FAILED: MutationResult = {
	kind: 'failed',
	error: new SourceError('network-failed', { status: 502, says: 'Try later' })
};
const UNKNOWN: MutationResult = {
	kind: 'unknown',
	found: undefined,
	error: new SourceError('timed-out')
};

function open(
	result: MutationResult,
	overrides: Partial<ComponentProps<typeof MutationProblem>> = {}
) {
	const calls = { onread: vi.fn(), onrepeat: vi.fn(), ondismiss: vi.fn() };
	render(MutationProblem, {
		mutation: { kind: 'archive', chatID: '1', value: true },
		result,
		network: 'WhatsApp',
		isReading: false,
		isPending: false,
		...calls,
		...overrides
	});
	return { ...calls, user: userEvent.setup() };
}

function words() {
	return screen.getByRole('alert').textContent.replace(/\s+/g, ' ');
}

test('says who could not do what, and what they said', () => {
	open(FAILED);
	expect(words()).toContain('WhatsApp couldn’t archive');
	expect(words()).toContain('Beeper says: Try later');
});

test('blames the network only for what the network did', () => {
	open({ kind: 'failed', error: new SourceError('scope', { status: 403 }) });
	expect(words()).toContain('Beeper couldn’t archive');
});

test('what failed is tried again only by the person, once', async () => {
	const { user, onrepeat } = open(FAILED);
	expect(onrepeat).not.toHaveBeenCalled();
	await user.dblClick(screen.getByRole('button', { name: 'Try again' }));
	expect(onrepeat).toHaveBeenCalledOnce();
});

test('an unknown outcome can be checked, not retried', async () => {
	const { user, onread } = open(UNKNOWN);
	expect(words()).toContain('Couldn’t confirm archiving the chat');
	expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
	await user.dblClick(screen.getByRole('button', { name: 'Check again' }));
	expect(onread).toHaveBeenCalledOnce();
});

test('the chat is read once at a time, and it says so', async () => {
	const { user, onread } = open(UNKNOWN, { isReading: true });
	await user.click(screen.getByRole('button', { name: 'Checking…' }));
	expect(onread).not.toHaveBeenCalled();
});

test.for([
	[true, 'but the chat shows the change', false],
	[false, 'doesn’t show the change', true]
] as const)('after a look (%s) it says what was found', ([found, sentence, isOpen]) => {
	open({ kind: 'unknown', found, error: new SourceError('timed-out') });
	expect(words()).toContain(sentence);
	expect(screen.queryAllByRole('button', { name: 'Check again' })).toHaveLength(Number(isOpen));
});

test('a different effect on the server is described', () => {
	open({ kind: 'done', mismatch: 'Unpin it first.' });
	expect(words()).toContain('Unpin it first.');
});

test.for<MutationResult>([{ kind: 'done', mismatch: null }, { kind: 'ignored' }])(
	'%j is no problem',
	(result) => {
		open(result);
		expect(screen.queryByRole('alert')).toBeNull();
	}
);

test('goes away when dismissed', async () => {
	const { user, ondismiss } = open({ kind: 'refused', reason: 'Read-only is on.' });
	expect(words()).toContain('Read-only is on.');
	await user.click(screen.getByRole('button', { name: 'Dismiss' }));
	expect(ondismiss).toHaveBeenCalledOnce();
});
