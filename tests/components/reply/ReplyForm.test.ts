import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DraftFiles } from '$lib/components/mutations/draft-files.svelte';
import ReplyForm from '$lib/components/reply/ReplyForm.svelte';
import { ALLOWED } from '$lib/domain/mutations/permission';
import { checkReply } from '$lib/domain/mutations/reply-check';
import type { Upload } from '$lib/domain/mutations/upload';
import { makeChat } from '../../fixtures/chats';

const chat = makeChat({
	capabilities: { maxTextLength: 20, formatting: { italic: 'full' }, attachments: {} }
});

function open(text: string, overrides: object = {}) {
	const upload = vi.fn<Upload>((file) => Promise.resolve({ uploadID: `id-${file.name}` }));
	const props = {
		text,
		quoted: null,
		refusal: null,
		check: () => checkReply(chat, { text, isAnswer: false }, 'Discord'),
		hints: [],
		getFilePermission: () => ALLOWED,
		files: new DraftFiles(upload),
		onwrite: vi.fn(),
		oncancel: vi.fn(),
		onleave: vi.fn(),
		onsend: vi.fn(async () => true),
		...overrides
	};
	render(ReplyForm, props);
	return { ...props, upload, user: userEvent.setup() };
}

function field() {
	return screen.getByRole('textbox', { name: 'Message' });
}

function sendButton() {
	return screen.getByRole('button', { name: 'Send' });
}

test('Ctrl or ⌘ with Enter sends, Enter alone does not', async () => {
	const { user, onsend } = open('Hello');
	await user.click(field());
	await user.keyboard('{Enter}');
	expect(onsend).not.toHaveBeenCalled();
	await user.keyboard('{Control>}{Enter}{/Control}');
	await user.keyboard('{Meta>}{Enter}{/Meta}');
	expect(onsend).toHaveBeenCalledTimes(2);
});

test('Esc leaves the field, and what was written stays', async () => {
	const { user, onleave, onwrite } = open('Hello');
	await user.click(field());
	await user.keyboard('{Escape}');
	expect(onleave).toHaveBeenCalledOnce();
	expect(field()).toHaveProperty('value', 'Hello');
	expect(onwrite).not.toHaveBeenCalled();
});

test('a double click sends once', async () => {
	const { user, onsend } = open('Hello');
	await user.dblClick(sendButton());
	expect(onsend).toHaveBeenCalledTimes(1);
});

test('a text that is too long is not sent, with both numbers', async () => {
	const { user, onsend } = open('Twenty-one characters');
	await user.click(sendButton());
	expect(onsend).not.toHaveBeenCalled();
	expect(screen.getByText('21 characters, Discord allows 20.')).toBeTruthy();
	expect(screen.getByText('21 of 20 characters')).toBeTruthy();
});

test('what is lost is said, and sent all the same', async () => {
	const { user, onsend } = open('**bold**');
	expect(screen.getByText('Formatting lost: bold.')).toBeTruthy();
	await user.click(sendButton());
	expect(onsend).toHaveBeenCalledTimes(1);
	expect(document.activeElement).toBe(field());
});

test('nothing is sent without a text, or where it is refused', async () => {
	const empty = open('  ');
	await empty.user.click(sendButton());
	expect(empty.onsend).not.toHaveBeenCalled();
	cleanup();
	const refused = open('Hello', { refusal: 'Read-only is on.' });
	expect(field()).toHaveProperty('disabled', true);
	expect(field()).toHaveProperty('value', 'Hello');
	await refused.user.click(sendButton());
	expect(refused.onsend).not.toHaveBeenCalled();
});

test('one file goes with the text, and a second takes its place', async () => {
	const { user, onsend, upload } = open('Look');
	const chooser = screen.getByLabelText('Attach file');
	await user.upload(chooser, new File(['a'], 'a.txt', { type: 'text/plain' }));
	await user.upload(chooser, new File(['b'], 'b.txt', { type: 'text/plain' }));
	await waitFor(() => screen.getByText(/Ready/));
	expect(upload).toHaveBeenCalledTimes(2);
	await user.click(sendButton());
	expect(onsend).toHaveBeenCalledWith(expect.objectContaining({ uploadID: 'id-b.txt' }));
});

test('a file is sent once, and is back where the message was not tried', async () => {
	let answer: (wasTried: boolean) => void = () => {};
	const onsend = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
	const { user } = open('Look', { onsend });
	const chooser = screen.getByLabelText('Attach file');
	await user.upload(chooser, new File(['a'], 'a.txt', { type: 'text/plain' }));
	await waitFor(() => screen.getByText(/Ready/));
	await user.click(sendButton());
	expect(screen.queryByText('a.txt')).toBeNull();
	answer(false);
	expect(await screen.findByText('a.txt')).toBeTruthy();
	await user.click(sendButton());
	answer(true);
	await user.click(field());
	expect(screen.queryByText('a.txt')).toBeNull();
	const sent = expect.objectContaining({ uploadID: 'id-a.txt' });
	expect(onsend.mock.calls).toEqual([[sent], [sent]]);
});

test('an answer shows the message, and can become a message of its own', async () => {
	const { user, oncancel } = open('', { quoted: { sender: 'Ida', excerpt: 'Where are you?' } });
	expect(screen.getByText('Where are you?')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Cancel reply' }));
	expect(oncancel).toHaveBeenCalledTimes(1);
});
