import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import OutgoingMessages from '$lib/components/reply/OutgoingMessages.svelte';
import { SourceError } from '$lib/domain/connection/source-error';
import type { OutgoingMessage } from '$lib/domain/mutations/outgoing';

function open(outcome: OutgoingMessage['outcome'], network = '') {
	const message: OutgoingMessage = {
		...{ id: 1, at: 0, outcome },
		mutation: { kind: 'message', chatID: '!a', text: '<b>Hello</b>' }
	};
	const props = {
		messages: [message],
		getNetworkName: () => network,
		oncopy: vi.fn(),
		onretry: vi.fn(),
		onlook: vi.fn(),
		ondismiss: vi.fn()
	};
	const { rerender } = render(OutgoingMessages, props);
	return { ...props, rerender, user: userEvent.setup() };
}

function buttons() {
	return screen.queryAllByRole('button').map(({ textContent }) => textContent.trim());
}

test('a message on its way says so, and offers nothing', () => {
	open({ kind: 'pending' });
	expect(screen.getByText('<b>Hello</b>')).toBeTruthy();
	expect(screen.getByText('Sending…')).toBeTruthy();
	expect(buttons()).toEqual([]);
});

test('a message from a merged chat says where it went', () => {
	const message = { id: '1', delivery: 'sent' } as const;
	open({ kind: 'done', mismatch: null, message }, 'WhatsApp');
	expect(screen.getByText('Sent on WhatsApp')).toBeTruthy();
});

test('only one that was certainly not sent may be tried again, once per press', async () => {
	const { user, onretry } = open({ kind: 'failed', error: new SourceError('invalid') });
	expect(buttons()).toEqual(['Try again', 'Copy text', 'Dismiss']);
	await user.dblClick(screen.getByRole('button', { name: 'Try again' }));
	expect(onretry).toHaveBeenCalledTimes(1);
});

test.for([
	['no answer', { kind: 'unknown', error: new SourceError('unreachable'), found: false }, true],
	[
		'a network that refused it',
		{ kind: 'done', mismatch: null, message: { id: '1', delivery: 'failed' } },
		false
	],
	[
		'a Beeper that lost it',
		{ kind: 'done', mismatch: null, message: { id: '1', delivery: 'untraced' } },
		false
	]
] as const)('after %s it is never offered to be sent again', ([, outcome, canLook]) => {
	open(outcome);
	expect(buttons()).toEqual([...(canLook ? ['Check again'] : []), 'Copy text', 'Dismiss']);
});

test('the list is there before its first message, so that it is announced, and keeps the focus of its last', async () => {
	const { messages, rerender } = open({ kind: 'failed', error: new SourceError('invalid') });
	const [message] = messages;
	screen.getByRole('button', { name: 'Dismiss' }).focus();
	await rerender({ messages: [] });
	const list = screen.getByRole('list', { name: 'Messages being sent' });
	expect(document.activeElement).toBe(list);
	await rerender({ messages: message ? [{ ...message, outcome: { kind: 'pending' } }] : [] });
	expect(list.textContent).toContain('Sending…');
	expect(list.isConnected && list.ariaLive).toBe('polite');
});
