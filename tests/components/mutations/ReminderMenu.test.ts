import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import ReminderMenu from '$lib/components/mutations/ReminderMenu.svelte';
import type { Chat } from '$lib/domain/chat/chat';
import { makeActing, type ActingOverrides } from '../../fixtures/acting';

const chatID = '!chat:beeper.local';

function open(chat: Partial<Chat> = {}, overrides: ActingOverrides & { now?: number } = {}) {
	const { now = at('2026-03-10T14:05'), ...others } = overrides;
	const acting = makeActing(chat, others);
	render(ReminderMenu, { ...acting, now });
	return { onmutate: acting.onmutate, user: userEvent.setup() };
}

/** Epoch milliseconds of a local time, in Vienna. */
function at(local: string): number {
	return new Date(local).getTime();
}

function setTo(local: string, dismissOnIncomingMessage = false) {
	return [{ kind: 'remind', chatID, value: { remindAt: at(local), dismissOnIncomingMessage } }];
}

function dateField() {
	return screen.getByLabelText('Date and time (Europe/Vienna)');
}

test.for([
	['In 1 hour', '15:05', '2026-03-10T15:05'],
	['Tonight', '20:00', '2026-03-10T20:00'],
	['Tomorrow morning', 'Wed 11 Mar, 09:00', '2026-03-11T09:00'],
	['Next week', 'Mon 16 Mar, 09:00', '2026-03-16T09:00']
] as const)('“%s” says %s and is set once', async ([label, words, time]) => {
	const { user, onmutate } = open();
	await user.dblClick(screen.getByRole('button', { name: `${label} ${words}` }));
	expect(onmutate).toHaveBeenCalledOnce();
	expect(onmutate).toHaveBeenCalledWith(...setTo(time));
});

test('tonight is not offered at night', () => {
	open({}, { now: at('2026-03-10T20:00') });
	expect(screen.queryByRole('button', { name: /^Tonight/ })).toBeNull();
});

test('any time to come can be picked, to be dismissed when they reply', async () => {
	const { user, onmutate } = open();
	await user.click(screen.getByRole('checkbox', { name: 'Cancel if they reply' }));
	await user.type(dateField(), '2026-07-01T08:30');
	await user.click(screen.getByRole('button', { name: 'Set reminder' }));
	expect(onmutate.mock.calls).toEqual([setTo('2026-07-01T08:30', true)]);
});

test('a time that has passed is not', async () => {
	const { user, onmutate } = open();
	await user.type(dateField(), '2026-03-10T14:00');
	await user.click(screen.getByRole('button', { name: 'Set reminder' }));
	expect(onmutate).not.toHaveBeenCalled();
	expect(screen.getByRole('alert').textContent).toBe('Pick a future time.');
	expect(dateField().getAttribute('aria-invalid')).toBe('true');
});

test('an existing reminder is shown, changed and cleared', async () => {
	const reminder = { remindAt: at('2026-03-10T16:05'), dismissOnIncomingMessage: true };
	const { user, onmutate } = open({ reminder });
	expect(
		screen.getByText('Tuesday 10 March 2026, 16:05 (in 2 h), unless they reply first')
	).toBeTruthy();
	await user.click(screen.getByRole('checkbox', { name: 'Cancel if they reply' }));
	await user.click(screen.getByRole('button', { name: 'Change reminder' }));
	await user.dblClick(screen.getByRole('button', { name: 'Clear reminder' }));
	expect(onmutate.mock.calls).toEqual([
		setTo('2026-03-10T16:05'),
		[{ kind: 'remind', chatID, value: null }]
	]);
});

test.for([
	[{ reminder: null }, 'No reminder', 0],
	[{}, 'Not stated', 1]
] as const)('a chat with %j says “%s” and may be cleared (%i)', async ([chat, words, times]) => {
	const { user, onmutate } = open(chat);
	expect(screen.getByText(words)).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Clear reminder' }));
	expect(onmutate).toHaveBeenCalledTimes(times);
});

test('no reminder is set while one is pending', async () => {
	const reminder = { remindAt: at('2026-03-10T16:05') };
	const { user, onmutate } = open({ reminder }, { pending: new Set(['remind']) });
	await user.click(screen.getByRole('button', { name: /^In 1 hour/ }));
	await user.click(screen.getByRole('button', { name: 'Change reminder' }));
	await user.click(screen.getByRole('button', { name: 'Clear reminder' }));
	expect(onmutate).not.toHaveBeenCalled();
});

test('where it is refused everything is off, and it says why', () => {
	const reason = 'This needs a newer Beeper.';
	open({}, { getPermission: () => ({ kind: 'refused', reason }) });
	const buttons = screen.getByRole('group', { name: 'Remind me' }).querySelectorAll('button');
	expect([...buttons].filter((button) => !button.matches(':disabled'))).toEqual([]);
	expect(dateField().matches(':disabled')).toBe(true);
	expect(screen.getByText(reason)).toBeTruthy();
});
