import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import CapabilityCheck from '$lib/components/capability-check/CapabilityCheck.svelte';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Recipient } from '$lib/domain/capabilities/check/recipient';
import { makeAttachment, makeCapabilities } from '../../fixtures/capabilities';

function makeTaker(name: string, capabilities?: Capabilities, variant = ''): Recipient {
	const network = { key: name.toLowerCase(), name };
	const kind = variant === 'group' ? 'groups' : 'direct chats';
	return { key: `${name}:${variant}`, network, variant, kind, chats: 3, capabilities };
}

const JPEG = { 'm.image': makeAttachment({ maxSize: 100, caption: 'dropped' }) } as const;
const TAKERS = [
	makeTaker('Discord', makeCapabilities({ attachments: {}, maxTextLength: 5 })),
	makeTaker('LINE'),
	makeTaker('Signal', makeCapabilities({ attachments: JPEG }), 'direct'),
	makeTaker('Signal', makeCapabilities({ attachments: JPEG, edit: 'rejected' }), 'group')
];

/** The queries that were asked, in their order. */
const asked: string[] = [];

/** The whole check as on the page, whose address follows what is asked. */
function show(
	query = '',
	recipients: readonly Recipient[] = TAKERS,
	sharePage = { address: 'http://localhost/capabilities/check', isPublic: false }
) {
	asked.length = 0;
	const view = render(CapabilityCheck, {
		props: {
			url: toUrl(query),
			recipients,
			sharePage,
			now: 0,
			read: ({ name, size, type }: File) =>
				Promise.resolve({ facts: { name, size, mimeType: type }, remarks: ['Look out.'] }),
			onask(next: string) {
				asked.push(next);
				void view.rerender({ url: toUrl(next) });
			}
		}
	});
	return userEvent.setup();
}

function toUrl(query: string): URL {
	return new URL(`http://localhost/capabilities/check?${query}`);
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
	expect(screen.getByText(/^Choose a file or write text/)).toBeTruthy();
	expect(screen.queryByRole('table')).toBeNull();
});

test('a text is checked while it is typed; networks that take it come first', async () => {
	const user = show();
	await user.type(screen.getByLabelText('Text'), 'Hello!');
	expect(answers()).toEqual([
		'Signal 6 chats Yes as it is',
		'Discord 3 chats No 6 characters, Discord allows 5fits within 5 characters'
	]);
	expect(screen.getByText('1 network doesn’t say')).toBeTruthy();
	expect(screen.getByText('yes in 6 chats, not known in 3 chats, no in 3 chats')).toBeTruthy();
});

test('recipients of the reference are counted as kinds of chats', () => {
	show(
		'text=6&age=1h',
		TAKERS.map((taker) => ({ ...taker, isReference: true }))
	);
	expect(answers()).toEqual([
		'Signal 6 kinds of chats Yes as it is',
		'Discord 3 kinds of chats No 6 characters, Discord allows 5fits within 5 characters'
	]);
	expect(
		screen.getByText(
			'yes in 6 kinds of chats, not known in 3 kinds of chats, no in 3 kinds of chats'
		)
	).toBeTruthy();
	expect(screen.getByText('3 kinds of direct chats')).toBeTruthy();
	expect(screen.queryByText(/\d chats?\b/)).toBeNull();
});

test('each file has its own answer, and a removed one has none', async () => {
	const user = show();
	const chooser = screen.getByLabelText(/^Choose files/);
	await user.upload(chooser, [jpeg('small.jpg', 10), jpeg('large.jpg', 200)]);
	expect(await screen.findAllByText('Look out.')).toHaveLength(2);
	expect(answers().at(-1)).toBe(
		'Signal 6 chats No Yes: small.jpg: sent as an image No: large.jpg: 200 bytes, Signal allows 100 bytesfits below 100 bytes'
	);
	await user.click(screen.getByRole('button', { name: 'Remove large.jpg' }));
	expect(answers()[0]).toBe('Signal 6 chats Yes sent as an image');
});

test('a caption needs a file, and says so without one', async () => {
	const user = show();
	await user.type(screen.getByLabelText('Caption'), 'Look');
	expect(screen.getByText('Captions need a file. Choose one.')).toBeTruthy();
	await user.upload(screen.getByLabelText(/^Choose files/), jpeg('a.jpg', 10));
	await screen.findByText('Look out.');
	expect(answers()[0]).toBe('Signal 6 chats Yes, but changed caption is dropped');
});

function line(): HTMLElement {
	return screen.getByLabelText('Describe a file, a text or an age');
}

test('a file that is described is checked as a measured one, and is in the address', async () => {
	const user = show();
	await user.type(line(), 'jpeg 50 bytes, caption 300');
	expect(asked.at(-1)).toBe('file=image,jpeg,50b&caption=300');
	expect(answers()[0]).toBe('Signal 6 chats Yes, but changed caption is dropped');
	await user.clear(line());
	await user.type(line(), 'jpeg 2 kB flurb');
	expect(screen.getByText('Didn’t understand “flurb”.')).toBeTruthy();
	expect(answers().at(-1)).toContain('2 kB, Signal allows 100 bytesfits below 100 bytes');
});

test('the question of an address fills the line and the fields, which change it', async () => {
	const user = show('file=image,jpeg,50b&text=10000,bold&age=2d');
	expect(line()).toHaveProperty(
		'value',
		'image · jpeg · 50 bytes · 10,000 characters with bold · 2 days old'
	);
	expect(screen.getByLabelText('Text')).toHaveProperty(
		'placeholder',
		'10,000 characters with bold'
	);
	expect(screen.getByRole('spinbutton', { name: 'Size' })).toHaveProperty('value', '50');
	await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Video');
	expect(asked.at(-1)).toBe('file=video,mp4,50b&text=10000,bold&age=2d');
	await user.type(screen.getByRole('spinbutton', { name: 'Length' }), '90');
	expect(asked.at(-1)).toBe('file=video,mp4,50b,90min&text=10000,bold&age=2d');
	expect(screen.getByRole('combobox', { name: 'Unit of length' })).toHaveProperty('value', 'min');
	await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'No file');
	expect(asked.at(-1)).toBe('text=10000,bold&age=2d');
});

test('a chosen file fills the question in, without its name, until the question is changed', async () => {
	const user = show();
	await user.upload(screen.getByLabelText(/^Choose files/), jpeg('secret.jpg', 10));
	await screen.findByText('Look out.');
	expect(asked.at(-1)).toBe('file=image,jpeg,10b');
	expect(line()).toHaveProperty('value', 'image · jpeg · 10 bytes');
	await user.clear(line());
	await user.type(line(), 'png');
	expect(screen.queryByText('secret.jpg')).toBeNull();
	expect(asked.join()).not.toContain('secret');
});

test('an example asks its question', async () => {
	const user = show();
	await user.click(screen.getByRole('button', { name: '2 days old' }));
	expect(asked).toEqual(['age=2d']);
	expect(line()).toHaveProperty('value', '2 days old');
});

test('the chats that an answer is about unfold, without a pointer that hovers', async () => {
	const user = show('age=1h');
	const label = screen.getByText('3 direct chats');
	const kinds = label.closest('details');
	expect(kinds?.open).toBe(false);
	await user.click(label);
	expect(kinds?.open).toBe(true);
	expect(
		within(kinds ?? label)
			.getAllByRole('listitem')
			.map(({ textContent }) => textContent)
	).toEqual(['direct']);
});

test('a link opens for people who run a dashboard, and says so', async () => {
	const user = show('age=2d');
	await user.click(screen.getByRole('button', { name: 'Copy link' }));
	expect(await navigator.clipboard.readText()).toBe('http://localhost/capabilities/check?age=2d');
	expect(screen.getByText('Link copied. It opens for people who run a dashboard.')).toBeTruthy();
	await user.clear(line());
	expect(screen.queryByText(/^Link copied/)).toBeNull();
});

test('with public pages a link asks the question there, and opens for everyone', async () => {
	const page = { address: 'https://example.org/beeper/capabilities/check/', isPublic: true };
	const user = show('age=2d', TAKERS, page);
	await user.click(screen.getByRole('button', { name: 'Copy link' }));
	expect(await navigator.clipboard.readText()).toBe(`${page.address}?age=2d`);
	expect(screen.getByText('Link copied. It opens for everyone.')).toBeTruthy();
});

test('when a file is removed, the focus goes to the control in its place', async () => {
	const user = show();
	await user.upload(screen.getByLabelText(/^Choose files/), [jpeg('a.jpg', 9), jpeg('b.jpg', 9)]);
	await user.click(await screen.findByRole('button', { name: 'Remove a.jpg' }));
	const other = screen.getByRole('button', { name: 'Remove b.jpg' });
	expect(document.activeElement).toBe(other);
	await user.keyboard('{Enter}');
	expect(screen.queryByRole('list', { name: 'Files' })).toBeNull();
	expect(document.activeElement?.closest('section')).toBe(
		screen.getByRole('region', { name: 'Can I send this?' })
	);
});
