import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { toSteps } from '$lib/domain/mutations/mutation';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeActing } from '../../fixtures/acting';
import { button, chatID, draft, editor, open } from './draft-editor';

const old = { text: 'See you at noon', markdown: 'See you at **noon**', attachments: [] };
const recovered = { draft: old, wanted: 'New words', cause: 'failed' } as const;

describe('a draft', () => {
	test.for([
		[{ draft: null }, 'No draft'],
		[{ draft: old }, 'See you at noon'],
		[
			{
				draft: {
					text: '',
					markdown: '',
					attachments: [{ id: '1', type: 'file', fileName: 'a.pdf' }]
				}
			},
			'a.pdf'
		]
	] as const)('is shown: %j', ([chat, words]) => {
		open(chat);
		expect(screen.getByText(words)).toBeTruthy();
	});

	test('is shown as text, and its formatting as Markdown on request', () => {
		const { text } = old;
		const { unmount } = open({
			draft: { ...old, text: '<b>See</b> you', markdown: '\\<b>See\\</b> **you**' }
		});
		expect(screen.getByText('<b>See</b> you')).toBeTruthy();
		expect(screen.getByLabelText('Draft as Markdown').textContent).toBe('\\<b>See\\</b> **you**');
		unmount();
		open({ draft: { ...old, text, markdown: text } });
		expect(screen.queryByText('Show formatting')).toBeNull();
	});

	test('is written, saved once, and then makes room for another', async () => {
		const { user, onmutate } = open();
		await user.type(editor(), '**Hi**');
		await user.dblClick(button('Save draft'));
		expect(onmutate.mock.calls).toEqual([[draft('**Hi**')]]);
		expect(editor()).toHaveProperty('value', '');
	});

	test('that is edited or cleared leaves the focus where the next one is written', async () => {
		const { user, rerender } = open({ draft: old });
		button('Edit this text').focus();
		await user.keyboard('{Enter}');
		expect(document.activeElement).toBe(editor());
		expect(editor()).toHaveProperty('value', 'See you at **noon**');

		button('Clear draft').focus();
		await rerender({ chat: makeActing({ draft: null }).chat });
		expect(document.activeElement).toBe(editor());
	});

	test('that changes elsewhere takes the focus from nowhere', async () => {
		const { rerender } = open({ draft: old });
		await rerender({ chat: makeActing({ draft: null }).chat });
		expect(document.activeElement).toBe(document.body);
	});

	test('is saved with Ctrl and Enter; Enter alone begins a new line', async () => {
		const { user, onmutate } = open();
		await user.type(editor(), 'a{Enter}b{Control>}{Enter}{/Control}');
		expect(onmutate.mock.calls).toEqual([[draft('a\nb')]]);
	});

	test('without anything in it is not saved', async () => {
		const { user, onmutate } = open();
		await user.type(editor(), '  ');
		await user.click(button('Save draft'));
		expect(onmutate).not.toHaveBeenCalled();
	});

	test('stays in the field when it could not be saved', async () => {
		const { user, onmutate } = open();
		onmutate.mockResolvedValueOnce({ kind: 'failed', error: new SourceError('conflict') });
		await user.type(editor(), 'Hi');
		await user.click(button('Save draft'));
		expect(editor()).toHaveProperty('value', 'Hi');
	});

	test('is kept half-written when the form is left, and not once it is saved', async () => {
		const { user, onkeep, unmount } = open();
		await user.type(editor(), 'Half of a');
		expect(onkeep).not.toHaveBeenCalled();
		unmount();
		expect(onkeep.mock.lastCall).toEqual(['Half of a']);
		const next = open({}, { typed: 'Half of a' });
		expect(editor()).toHaveProperty('value', 'Half of a');
		await user.click(button('Save draft'));
		next.unmount();
		expect(next.onkeep.mock.calls).toEqual([[''], ['']]);
	});

	test('is cleared', async () => {
		const { user, onmutate } = open({ draft: old });
		await user.dblClick(button('Clear draft'));
		expect(onmutate.mock.calls).toEqual([[{ kind: 'draft', chatID, value: null }]]);
	});

	test('can be gone on with, formatting included', async () => {
		const { user, onmutate } = open({ draft: old });
		await user.click(button('Edit this text'));
		await user.type(editor(), '!');
		await user.click(button('Replace draft'));
		expect(onmutate.mock.calls).toEqual([[draft('See you at **noon**!')]]);
	});

	test('that takes the place of another is two requests', async () => {
		const { chat } = makeActing({ draft: old });
		open(chat, {
			getRequests: (mutation) =>
				toSteps(chat, mutation).map(() => ({ method: 'PATCH', path: `/v1/chats/${chatID}` }))
		});
		expect(screen.getByText(/^Show requests/)).toBeTruthy();
		expect(screen.getAllByText('PATCH')).toHaveLength(2);
	});

	test('too long to send says so and is not saved', async () => {
		const reason = 'Messages here hold 5 characters at most.';
		const { user, onmutate } = open(
			{},
			{
				getPermission: (mutation) =>
					mutation.kind === 'draft' && (mutation.value?.text.length ?? 0) > 5
						? { kind: 'refused', reason }
						: { kind: 'allowed' }
			}
		);
		await user.type(editor(), '123456');
		expect(screen.getByText(reason)).toBeTruthy();
		await user.click(button('Save draft'));
		expect(onmutate).not.toHaveBeenCalled();
		await user.type(editor(), '{Backspace}');
		await user.click(button('Save draft'));
		expect(onmutate).toHaveBeenCalledOnce();
	});
});

describe('an old draft whose successor failed', () => {
	test('is kept beside the new one and can be put back', async () => {
		const { user, onmutate, rerender } = open({ draft: old });
		onmutate.mockResolvedValueOnce({ kind: 'failed', error: new SourceError('server-fault') });
		await user.type(editor(), 'New words');
		await user.click(button('Replace draft'));
		await rerender({ chat: makeActing({ draft: null }).chat, recovered: [recovered] });

		const alert = screen.getByRole('alert');
		expect(alert.textContent).toContain('Beeper couldn’t save the new draft');
		expect(within(alert).getByText('See you at noon')).toBeTruthy();
		expect(editor()).toHaveProperty('value', 'New words');

		await user.dblClick(button('Restore old draft'));
		expect(onmutate.mock.calls.slice(1)).toEqual([[draft('See you at **noon**')]]);
		expect(editor()).toHaveProperty('value', 'New words');
	});

	test('can be discarded', async () => {
		const { user, onforget, onmutate } = open({}, { recovered: [recovered] });
		await user.click(button('Discard'));
		expect(onforget).toHaveBeenCalledExactlyOnceWith(old);
		expect(onmutate).not.toHaveBeenCalled();
	});
});

test('a draft from before the page was left is offered as that', () => {
	open({ draft: null }, { recovered: [{ ...recovered, cause: 'left' }] });
	const alert = screen.getByRole('alert');
	expect(alert.textContent).toContain('You left the page while this draft was being replaced');
	expect(within(alert).getByLabelText('Old draft').textContent).toContain('See you at noon');
});

test('where drafts are refused everything is off, and it says why', () => {
	const reason = 'Messages can’t be sent in this chat.';
	open({}, { getPermission: () => ({ kind: 'refused', reason }) });
	expect(editor()).toHaveProperty('disabled', true);
	expect(screen.getByLabelText('Attach files')).toHaveProperty('disabled', true);
	expect(screen.getByTitle(reason).textContent).toContain('Attach files');
	expect(button('Save draft')).toHaveProperty('disabled', true);
	expect(screen.getByText(reason)).toBeTruthy();
});
