import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import EditFields from '$lib/components/mutations/EditFields.svelte';
import type { MutationResult } from '$lib/domain/mutations/result';
import type { Chat } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeActing, type ActingOverrides } from '../../fixtures/acting';

const chatID = '!chat:beeper.local';
const FAILED: MutationResult = { kind: 'failed', error: new SourceError('server-fault') };

function open(chat: Partial<Chat> = {}, overrides: ActingOverrides = {}) {
	const acting = makeActing(
		{ title: 'Hikers', description: 'Sundays', messageExpirySeconds: null, ...chat },
		overrides
	);
	const { rerender } = render(EditFields, acting);
	return { ...acting, rerender, user: userEvent.setup() };
}

function field(name: string) {
	return screen.getByRole('textbox', { name });
}

function save(name: string) {
	return screen.getByRole('button', { name: `Save ${name}` });
}

function isOff(button: HTMLElement) {
	return button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true';
}

describe('a text', () => {
	test.for([
		['Title', 'title', 'Climbers', 'Climbers'],
		['Title', 'title', ' ', null],
		['Description', 'description', ' Mondays ', 'Mondays'],
		['Picture', 'avatar', '/tmp/a.png', '/tmp/a.png']
	] as const)('%s is saved as %s “%s”', async ([name, kind, text, value]) => {
		const { user, onmutate } = open();
		await user.clear(field(name));
		await user.type(field(name), text);
		await user.click(save(name.toLowerCase()));
		expect(onmutate.mock.calls).toEqual([[{ kind, chatID, value }]]);
	});

	test.for(['Title', 'Description'])('%s is saved once with Enter, however long', async (name) => {
		const { user, onmutate } = open();
		onmutate.mockReturnValue(new Promise(() => {}));
		await user.type(field(name), '!{Enter>4/}');
		expect(onmutate).toHaveBeenCalledOnce();
	});

	test('of several lines keeps them', async () => {
		const { user, onmutate } = open();
		await user.type(field('Description'), '{Shift>}{Enter}{/Shift}Bring water{Enter}');
		expect(onmutate.mock.calls).toEqual([
			[{ kind: 'description', chatID, value: 'Sundays\nBring water' }]
		]);
	});

	test('that is as it was cannot be saved', async () => {
		const { user, onmutate } = open();
		expect(isOff(save('title'))).toBe(true);
		await user.type(field('Title'), ' {Enter}');
		await user.click(save('title'));
		expect(onmutate).not.toHaveBeenCalled();
		await user.type(field('Title'), 's');
		expect(isOff(save('title'))).toBe(false);
	});

	test('is restored by Escape', async () => {
		const { user, onmutate } = open();
		await user.type(field('Title'), 'xyz{Escape}');
		expect(field('Title')).toHaveProperty('value', 'Hikers');
		expect(onmutate).not.toHaveBeenCalled();
	});

	test('that could not be saved stays, and one that was gives way to the server’s', async () => {
		const { user, onmutate, rerender, chat } = open();
		onmutate.mockResolvedValueOnce(FAILED);
		await user.type(field('Title'), ' 2{Enter}');
		expect(field('Title')).toHaveProperty('value', 'Hikers 2');
		await user.click(save('title'));
		await rerender({ chat: { ...chat, title: 'HIKERS 2' } });
		expect(field('Title')).toHaveProperty('value', 'HIKERS 2');
	});

	test('is not sent again while pending', async () => {
		const { user, onmutate } = open({}, { pending: new Set(['title']) });
		await user.type(field('Title'), '!{Enter}');
		await user.click(save('title'));
		expect(onmutate).not.toHaveBeenCalled();
	});

	test('that may not be changed says why', () => {
		const reason = 'WhatsApp chats of this kind don’t allow renaming.';
		open(
			{},
			{
				getPermission: ({ kind }) =>
					kind === 'title' ? { kind: 'refused', reason } : { kind: 'allowed' }
			}
		);
		expect(field('Title')).toHaveProperty('disabled', true);
		expect(isOff(save('title'))).toBe(true);
		expect(screen.getByText(reason)).toBeTruthy();
		expect(field('Description')).toHaveProperty('disabled', false);
	});
});

describe('disappearing messages', () => {
	const capabilities = { disappearingTimer: { timers: [604_800_000, 86_400_000] } };

	function choice() {
		return screen.getByRole('combobox', { name: 'Disappear after' });
	}

	function listOptions(select: HTMLElement) {
		return [...select.querySelectorAll('option')].map((option) => option.textContent);
	}

	test('offer what the chat allows, and what is there already', () => {
		open({ capabilities, messageExpirySeconds: 3_600 });
		expect(listOptions(choice())).toEqual(['Off', '1 h', '24 h', '7 days']);
		expect(choice()).toHaveProperty('value', '3600');
	});

	test('a timer that is not stated is not shown as “off”', () => {
		const { chat } = makeActing({ capabilities });
		render(EditFields, makeActing(chat));
		expect(choice()).toHaveProperty('value', '');
		expect(listOptions(choice())[0]).toBe('Not stated');
	});

	test('are set in seconds, and turned off with nothing', async () => {
		const { user, onmutate, rerender, chat } = open({ capabilities });
		expect(isOff(save('disappearing messages'))).toBe(true);
		await user.selectOptions(choice(), '7 days');
		await user.dblClick(save('disappearing messages'));
		await rerender({ chat: { ...chat, messageExpirySeconds: 604_800 } });
		await user.selectOptions(choice(), 'Off');
		await user.click(save('disappearing messages'));
		expect(onmutate.mock.calls).toEqual([
			[{ kind: 'timer', chatID, value: 604_800 }],
			[{ kind: 'timer', chatID, value: null }]
		]);
	});

	test('take any time where none are listed', async () => {
		const { user, onmutate } = open();
		await user.selectOptions(screen.getByRole('combobox', { name: 'Disappear' }), 'After');
		const count = screen.getByRole('spinbutton', { name: 'How many' });
		expect(screen.getByRole('option', { name: 'day' })).toBeTruthy();
		await user.clear(count);
		expect(isOff(save('disappearing messages'))).toBe(true);
		await user.type(count, '90');
		await user.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), 'minutes');
		await user.type(count, '{Enter}');
		expect(onmutate.mock.calls).toEqual([[{ kind: 'timer', chatID, value: 5_400 }]]);
	});

	test('are restored by Escape', async () => {
		const { user } = open({ messageExpirySeconds: 172_800 });
		const count = screen.getByRole('spinbutton', { name: 'How many' });
		await user.type(count, '5{Escape}');
		expect(count).toHaveProperty('value', '2');
		expect(screen.getByRole('combobox', { name: 'Unit' })).toHaveProperty('value', '86400');
	});
});
