import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import AgeCheck from '$lib/components/capability-check/AgeCheck.svelte';
import type { Recipient } from '$lib/domain/capabilities/check/recipient';

/** 1 August 2026, 14:00 in Vienna. */
const NOW = Date.UTC(2026, 7, 1, 12);

const TAKERS: readonly Recipient[] = [
	{
		key: 'line',
		network: { key: 'line', name: 'LINE' },
		variant: '',
		kind: 'chats',
		chats: 1,
		capabilities: { edit: 'rejected', delete: 'rejected', deleteForMe: true }
	},
	{
		key: 'whatsapp',
		network: { key: 'whatsapp', name: 'WhatsApp' },
		variant: '',
		kind: 'chats',
		chats: 2,
		capabilities: { edit: 'full', editMaxAge: 900, delete: 'full', deleteMaxAge: 172_800 }
	}
];

/** As on the page: what is asked comes back as the question. */
function show(asked: number | null = null) {
	const props = { asked, recipients: TAKERS, now: NOW, onask: ask };
	const view = render(AgeCheck, { props });
	function ask(seconds: number | null) {
		void view.rerender({ asked: seconds });
	}
	return view;
}

function answers(): string[][] {
	return within(screen.getByRole('table', { name: 'What can still be done' }))
		.getAllByRole('row')
		.slice(1)
		.map((row) =>
			within(row)
				.getAllByRole('cell')
				.map((cell) => cell.textContent.trim())
		);
}

test('without an age it says what to do', () => {
	show();
	expect(screen.getByText(/^Enter the age of a message/)).toBeTruthy();
	expect(screen.queryByRole('table')).toBeNull();
});

test('an age in minutes, hours or days: the time left comes first', async () => {
	const user = userEvent.setup();
	show();
	const count = screen.getByRole('spinbutton', { name: 'How long ago' });
	await user.type(count, '1');
	expect(screen.getByRole('option', { name: 'minute' })).toBeTruthy();
	await user.clear(count);
	await user.type(count, '4');
	expect(answers()).toEqual([
		['11 min left', '1 day 23 h left'],
		['can’t be edited', 'only for yourself · can’t be deleted for everyone']
	]);
	await user.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), 'days');
	expect(answers()[0]).toEqual([
		'can’t be edited',
		'only for yourself · can’t be deleted for everyone'
	]);
	expect(answers()[1]).toEqual(['too late (15 min limit)', 'too late (2 days limit)']);
});

test('a date and time works too, and the time left decreases', async () => {
	const { rerender } = show();
	await fireEvent.input(screen.getByLabelText('Or sent at'), {
		target: { value: '2026-08-01T13:50' }
	});
	expect(answers()[0]?.[0]).toBe('5 min left');
	await rerender({ now: NOW + 60_000 });
	expect(answers()[0]?.[0]).toBe('4 min left');
});

test('a future time is reported', async () => {
	show();
	await fireEvent.input(screen.getByLabelText('Or sent at'), {
		target: { value: '2026-08-02T13:50' }
	});
	expect(screen.getByText('That’s in the future.')).toBeTruthy();
	expect(screen.queryByRole('table')).toBeNull();
});

test('an age of the address is shown in its largest unit', () => {
	show(172_800);
	expect(screen.getByRole('spinbutton', { name: 'How long ago' })).toHaveProperty('value', '2');
	expect(screen.getByRole('combobox', { name: 'Unit' })).toHaveProperty('value', '86400');
});

test('chats that state nothing are folded', async () => {
	const silent = { ...TAKERS[0], key: 'x', network: { key: 'x', name: 'X' }, capabilities: {} };
	render(AgeCheck, {
		props: {
			asked: 60,
			recipients: [...TAKERS, { variant: '', kind: 'chats', chats: 1, ...silent }],
			now: NOW,
			onask: () => undefined
		}
	});
	expect(answers()).toHaveLength(2);
	expect(screen.getByText('1 network doesn’t say')).toBeTruthy();
});
