import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import SendCheck from '$lib/components/capability-check/SendCheck.svelte';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Recipient } from '$lib/domain/capabilities/check/recipient';
import { makeAttachment, makeCapabilities } from '../../fixtures/capabilities';

function makeTaker(name: string, capabilities?: Capabilities, variant = ''): Recipient {
	const network = { key: name.toLowerCase(), name };
	return { key: `${name}:${variant}`, network, variant, chats: 3, capabilities };
}

const JPEG = { 'm.image': makeAttachment({ maxSize: 100, caption: 'dropped' }) } as const;
const TAKERS = [
	makeTaker('Discord', makeCapabilities({ attachments: {}, maxTextLength: 5 })),
	makeTaker('LINE'),
	makeTaker('Signal', makeCapabilities({ attachments: JPEG }), 'direct'),
	makeTaker('Signal', makeCapabilities({ attachments: JPEG, edit: 'rejected' }), 'group')
];

function show() {
	render(SendCheck, {
		props: {
			recipients: TAKERS,
			read: ({ name, size, type }: File) =>
				Promise.resolve({ facts: { name, size, mimeType: type }, remarks: ['Look out.'] })
		}
	});
	return userEvent.setup();
}

function answers(): string[] {
	return within(screen.getByRole('table', { name: 'Where you can send it' }))
		.getAllByRole('row')
		.slice(1)
		.map((row) =>
			[...row.children].map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' ')).join(' ')
		);
}

function jpeg(name: string, size: number): File {
	return new File([new Uint8Array(size)], name, { type: 'image/jpeg' });
}

test('before a choice it only says what to do', () => {
	show();
	expect(screen.getByText(/^Choose a file or write a text/)).toBeTruthy();
	expect(screen.queryByRole('table')).toBeNull();
});

test('a text is checked while it is typed; networks that take it come first', async () => {
	const user = show();
	await user.type(screen.getByLabelText('Text'), 'Hello!');
	expect(answers()).toEqual([
		'Signal 6 chats Yes as it is',
		'LINE 3 chats Not known Not reported; the server decides',
		'Discord 3 chats No 6 characters, Discord allows 5'
	]);
	expect(screen.getByText('yes in 6 chats, not known in 3 chats, no in 3 chats')).toBeTruthy();
});

test('each file has its own answer, and a removed one has none', async () => {
	const user = show();
	const chooser = screen.getByLabelText(/^Choose files/);
	await user.upload(chooser, [jpeg('small.jpg', 10), jpeg('large.jpg', 200)]);
	expect(await screen.findAllByText('Look out.')).toHaveLength(2);
	expect(answers().at(-1)).toBe(
		'Signal 6 chats No Yes: small.jpg: sent as an image No: large.jpg: 200 bytes, Signal allows 100 bytes'
	);
	await user.click(screen.getByRole('button', { name: 'Remove large.jpg' }));
	expect(answers()[0]).toBe('Signal 6 chats Yes sent as an image');
});

test('a caption needs a file, and says so without one', async () => {
	const user = show();
	await user.type(screen.getByLabelText('Caption'), 'Look');
	expect(screen.getByText('A caption goes with a file: choose one.')).toBeTruthy();
	await user.upload(screen.getByLabelText(/^Choose files/), jpeg('a.jpg', 10));
	await screen.findByText('Look out.');
	expect(answers()[0]).toBe('Signal 6 chats Yes, but changed caption is dropped');
});
