import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import ReminderPicker from '$lib/components/mutations/ReminderPicker.svelte';
import { getReminderPresets } from '$lib/domain/mutations/reminder-presets';
import type { NewReminder } from '$lib/domain/mutations/mutation';
import type { Reminder } from '$lib/domain/chat/chat';

const CHICAGO = 'America/Chicago';
const NOW = Date.parse('2026-10-01T12:00Z');

function open({ timeZone = CHICAGO, ...props }: { timeZone?: string; current?: Reminder } = {}) {
	const onpick = vi.fn((reminder: NewReminder) => Promise.resolve(reminder.remindAt > 0));
	const oncancel = vi.fn();
	render(ReminderPicker, { now: NOW, timeZone, onpick, oncancel, ...props });
	return { onpick, oncancel, user: userEvent.setup() };
}

function timeField() {
	return screen.getByLabelText(/^Date and time/);
}

async function type(input: string) {
	await fireEvent.input(timeField(), { target: { value: input } });
}

function sent(onpick: ReturnType<typeof open>['onpick']): string[] {
	return onpick.mock.calls.map(([{ remindAt }]) => new Date(remindAt).toISOString());
}

describe('a time that doesn’t exist', () => {
	test.for([
		[CHICAGO, '2027-03-14T02:30', '14 March', '03:30 CDT', '2027-03-14T08:30:00.000Z'],
		['Europe/Berlin', '2027-03-28T02:30', '28 March', '03:30 CEST', '2027-03-28T01:30:00.000Z'],
		[
			'Australia/Lord_Howe',
			'2027-10-03T02:15',
			'3 October',
			'02:45 LHDT',
			'2027-10-02T15:45:00.000Z'
		]
	] as const)('in %s is said to be none before %s is sent', async (row) => {
		const [timeZone, input, day, used, at] = row;
		const { user, onpick } = open({ timeZone });
		await type(input);
		expect(screen.getByRole('status').textContent).toBe(
			`${input.slice(11)} doesn’t exist on ${day}: the clocks go forward. ${used} will be used.`
		);
		await user.click(screen.getByRole('button', { name: 'Set reminder' }));
		expect(sent(onpick)).toEqual([at]);
	});
});

describe('a time that comes twice', () => {
	test('is the first unless the second is chosen', async () => {
		const { user, onpick } = open();
		await type('2026-11-01T01:30');
		expect(screen.getByRole('status').textContent).toBe(
			'01:30 comes twice on 1 November: the clocks go back.'
		);
		expect(screen.getByRole('radio', { name: 'First 01:30 (CDT)', checked: true })).toBeTruthy();
		expect(screen.getByText(/^Sunday 1 November 2026, 01:30 CDT/)).toBeTruthy();
		await user.click(screen.getByRole('button', { name: 'Set reminder' }));

		await type('2026-11-01T01:30');
		await user.click(screen.getByRole('radio', { name: 'Second 01:30 (CST)' }));
		expect(screen.getByText(/^Sunday 1 November 2026, 01:30 CST/)).toBeTruthy();
		await user.click(screen.getByRole('button', { name: 'Set reminder' }));
		expect(sent(onpick)).toEqual(['2026-11-01T06:30:00.000Z', '2026-11-01T07:30:00.000Z']);
	});

	test('is forgotten with the time it was chosen for', async () => {
		const { user, onpick } = open();
		await type('2026-11-01T01:30');
		await user.click(screen.getByRole('radio', { name: 'Second 01:30 (CST)' }));
		await type('2026-11-02T01:30');
		expect(screen.queryByRole('radio')).toBeNull();
		await type('2026-11-01T01:30');
		await user.click(screen.getByRole('button', { name: 'Set reminder' }));
		expect(sent(onpick)).toEqual(['2026-11-01T06:30:00.000Z']);
	});
});

test.for(['2026-11-01T07:30:00.000Z', '2026-11-01T06:30:00.000Z', '2026-11-01T07:30:42.123Z'])(
	'changing only whether a reply cancels it keeps %s',
	async (at) => {
		const { user, onpick } = open({
			current: { remindAt: Date.parse(at), dismissOnIncomingMessage: false }
		});
		await user.click(screen.getByRole('checkbox', { name: 'Cancel if they reply' }));
		await user.click(screen.getByRole('button', { name: 'Change reminder' }));
		expect(sent(onpick)).toEqual([at]);
		expect(onpick.mock.calls[0]?.[0].dismissOnIncomingMessage).toBe(true);
	}
);

test('nothing is said of a time that is like others, but when it is', async () => {
	open();
	await type('2026-10-02T09:00');
	expect(screen.getByRole('status').textContent).toBe('');
	expect(screen.getByText('Friday 2 October 2026, 09:00 CDT, in 1 day')).toBeTruthy();
});

test('Enter without a time asks for one', async () => {
	const { user, onpick } = open();
	await user.click(timeField());
	await user.keyboard('{Enter}');
	expect(screen.getByRole('alert').textContent).toBe('Pick a future time.');
	expect(onpick).not.toHaveBeenCalled();
});

test('Cancel leaves it', async () => {
	const { user, onpick, oncancel } = open();
	await user.click(screen.getByRole('button', { name: 'Cancel' }));
	expect(oncancel).toHaveBeenCalledOnce();
	expect(onpick).not.toHaveBeenCalled();
});

describe('words for a time', () => {
	/** The field loads its parser when it appears. */
	async function understood(words: RegExp) {
		return screen.findByText(words);
	}

	test('say when it will be, and Enter sets it', async () => {
		const { user, onpick } = open();
		await user.type(screen.getByLabelText('When'), 'fri 9');
		await understood(/^Friday 2 October 2026, 09:00 CDT, in 1 day/);
		await user.keyboard('{Enter}');
		expect(sent(onpick)).toEqual(['2026-10-02T14:00:00.000Z']);
	});

	test('a number alone is that suggestion', async () => {
		const { user, onpick } = open();
		await user.type(screen.getByLabelText('When'), '3{Enter}');
		expect(onpick.mock.calls[0]?.[0].remindAt).toBe(getReminderPresets(NOW)[2]?.at);
	});

	test('that name no time set nothing, and say so', async () => {
		const { user, onpick } = open({
			current: { remindAt: Date.parse('2026-10-03T12:00Z'), dismissOnIncomingMessage: false }
		});
		await user.type(screen.getByLabelText('When'), 'tomorrow');
		await understood(/^Friday 2 October/);
		await user.clear(screen.getByLabelText('When'));
		await user.type(screen.getByLabelText('When'), 'soonish{Enter}');
		expect(screen.getByText('Time not recognized. Try “fri 9” or “in 3 days”.')).toBeTruthy();
		expect(screen.queryByText(/October 2026/)).toBeNull();
		expect(onpick).not.toHaveBeenCalled();
	});

	test('that are skipped or come twice are said like typed ones', async () => {
		const { user, onpick } = open();
		await user.type(screen.getByLabelText('When'), '1 nov 1:30');
		await user.click(await screen.findByRole('radio', { name: 'Second 01:30 (CST)' }));
		await user.click(screen.getByRole('button', { name: 'Set reminder' }));
		expect(sent(onpick)).toEqual(['2026-11-01T07:30:00.000Z']);
	});

	test('name what is ignored, and give way to a date that is picked', async () => {
		const { user, onpick } = open();
		await user.type(screen.getByLabelText('When'), 'tomorrow at lunch');
		await understood(/“at lunch” ignored/);
		await type('2026-10-05T08:00');
		expect(screen.getByLabelText<HTMLInputElement>('When').value).toBe('');
		await user.click(screen.getByRole('button', { name: 'Set reminder' }));
		expect(sent(onpick)).toEqual(['2026-10-05T13:00:00.000Z']);
	});
});
