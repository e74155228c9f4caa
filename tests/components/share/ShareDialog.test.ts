import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import ShareDialog from '$lib/components/share/ShareDialog.svelte';
import type { Shareable } from '$lib/components/share/shareable';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { openDialogs, pressEscape } from '../../fixtures/dialog';
import { makeShareable, makeShareableSnapshot } from '../../fixtures/sharing';

beforeAll(openDialogs);
afterEach(() => vi.unstubAllGlobals());

async function open(overrides: Partial<Shareable> = {}) {
	const user = userEvent.setup();
	const onclose = vi.fn();
	const shareable = Promise.resolve(makeShareable(overrides));
	render(ShareDialog, { title: 'Share this table', shareable, onclose });
	await screen.findByRole('img');
	await screen.findByText(/no token needed|Save a file/);
	return { user, onclose };
}

/** The alternative text of the preview. */
function preview(): string {
	const [, svg = ''] = (screen.getByRole('img').getAttribute('src') ?? '').split(',');
	return decodeURIComponent(svg);
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}

function announced(): string {
	return screen.getByRole('status').textContent.trim();
}

async function press(user: ReturnType<typeof userEvent.setup>, name: string) {
	await user.click(screen.getByRole('button', { name }));
}

/** Records names and contents of the files that are saved from now on. */
function watchFiles() {
	const blobs: Blob[] = [];
	const names: string[] = [];
	Object.assign(URL, {
		createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
		revokeObjectURL: () => undefined
	});
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		names.push(this.download);
	});
	return { blobs, names };
}

test('the preview has words, and shows the chosen theme', async () => {
	const { user } = await open({ theme: 'dark' });
	expect(screen.getByRole('img', { name: 'Preview: a table of all' })).toBeDefined();
	expect(preview()).toContain('dark');
	await user.click(screen.getByRole('radio', { name: 'Light' }));
	expect(preview()).toContain('light');
});

test('the title can be edited, and goes into pictures and texts', async () => {
	const { user } = await open();
	const field = screen.getByRole('textbox', { name: 'Title' });
	expect(field).toHaveProperty('value', 'Polls by network');
	await user.clear(field);
	await user.type(field, ' Who has polls? ');
	await vi.waitFor(() => expect(preview()).toContain('“Who has polls?”'));
	await user.clear(field);
	await vi.waitFor(() => expect(preview()).toContain('“Polls by network”'));
	await user.type(field, 'Who has polls?');
	await press(user, 'Copy Markdown');
	expect(await navigator.clipboard.readText()).toBe('markdown “Who has polls?” nameless');
});

test('the picture has the chosen format, and the size of its pixels is said', async () => {
	const { user } = await open();
	expect(preview()).toContain('<svg>post');
	expect(screen.getByText('3,200 × 1,800 pixels')).toBeDefined();
	await user.click(screen.getByRole('radio', { name: '1×' }));
	expect(screen.getByText('1,600 × 900 pixels')).toBeDefined();
	await user.click(screen.getByRole('radio', { name: 'Square' }));
	expect(preview()).toContain('<svg>square');
});

test('the alt text is shown, and copied', async () => {
	const { user } = await open();
	expect(screen.getByText('a table of all')).toBeDefined();
	await press(user, 'Copy alt text');
	expect(await navigator.clipboard.readText()).toBe('a table of all');
	expect(announced()).toBe('Alt text copied.');
});

test('the preview shows all of the picture, and enlarges it', async () => {
	const { user } = await open();
	await press(user, 'Enlarge the picture');
	await press(user, 'Show the whole picture');
	expect(screen.getByRole('button', { name: 'Enlarge the picture' })).toBeDefined();
});

test('a picture above 2,000 pixels warns, and its sections can be pictures of their own', async () => {
	const { makePicture } = makeShareable();
	const { user } = await open({
		sections: ['Messages', 'Members'],
		makePicture: (options) => ({
			...makePicture(options),
			height: options.section === undefined ? 2_001 : 2_000
		})
	});
	expect(screen.getByText(/2,001 pixels/)).toBeDefined();
	expect(screen.getByRole('button', { name: 'Save one PNG per section' })).toBeDefined();
	await user.selectOptions(screen.getByRole('combobox', { name: 'Section' }), 'Members');
	expect(preview()).toContain('Members');
	expect(screen.queryByText(/most sites shrink/)).toBeNull();
});

test('names are left out of pictures and texts until they are asked for', async () => {
	const { user } = await open({ names: { label: 'Show account names', hint: 'Else numbers' } });
	expect(preview()).toContain('nameless');
	await press(user, 'Copy Markdown');
	expect(await navigator.clipboard.readText()).toBe('markdown “Polls by network” nameless');
	await user.click(screen.getByRole('checkbox', { name: 'Show account names' }));
	expect(preview()).toContain(' named');
	await press(user, 'Copy Markdown');
	expect(await navigator.clipboard.readText()).toBe('markdown “Polls by network” named');
});

test('names are not asked about where there are none', async () => {
	await open();
	expect(screen.queryByRole('checkbox')).toBeNull();
});

test.for([
	['Markdown', 'markdown'],
	['CSV', 'csv'],
	['JSON', 'json']
] as const)('%s is copied, and that is said', async ([name, format]) => {
	const { user } = await open();
	await press(user, `Copy ${name}`);
	expect(await navigator.clipboard.readText()).toBe(`${format} “Polls by network” nameless`);
	expect(announced()).toBe(`${name} copied.`);
});

test('files are named by content and date; CSV begins with a byte order mark for Excel', async () => {
	const { blobs, names } = watchFiles();
	const { user } = await open();
	for (const name of ['Save SVG', 'Save Markdown', 'Save CSV', 'Save JSON', 'Save snapshot'])
		await press(user, name);
	expect(names).toEqual([
		'beeper-capabilities-2026-11-21.svg',
		'beeper-capabilities-2026-11-21.md',
		'beeper-capabilities-2026-11-21.csv',
		'beeper-capabilities-2026-11-21.json',
		'beeper-snapshot-2026-11-21.json'
	]);
	// The byte order mark takes three bytes.
	const [, markdown, csv, json] = blobs.map(({ size }) => size);
	expect([markdown, csv, json]).toEqual([
		byteLength('markdown “Polls by network” nameless'),
		byteLength('csv “Polls by network” nameless') + 3,
		byteLength('json “Polls by network” nameless')
	]);
	expect(announced()).toBe('beeper-snapshot-2026-11-21.json saved.');
});

test('both links are copied; the one with a snapshot says how long it is', async () => {
	const { user } = await open();
	await press(user, 'Copy link');
	expect(await navigator.clipboard.readText()).toBe(
		'https://dashboard.example/capabilities?by=type'
	);
	const { length } = await makeShareableSnapshot().createLink();
	expect(screen.getByText(new RegExp(`\\(${length} characters\\)`))).toBeDefined();
	await press(user, 'Copy snapshot link');
	expect(await navigator.clipboard.readText()).toContain('#snapshot=x');
	expect(announced()).toBe('Link copied.');
});

test('a view that leads nowhere else has no link of its own', async () => {
	const { link, ...shareable } = makeShareable();
	expect(link).toBeDefined();
	render(ShareDialog, {
		title: 'Share this table',
		shareable: Promise.resolve(shareable),
		onclose: vi.fn()
	});
	await screen.findByRole('button', { name: 'Copy snapshot link' });
	expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull();
});

test.for([
	[1_900, false],
	[2_100, true]
] as const)('a link of %i characters warns: %s', async ([length, warns]) => {
	const start = 'https://dashboard.example/#';
	await open({ snapshot: makeShareableSnapshot(() => Promise.resolve(start.padEnd(length, 'x'))) });
	expect(screen.queryByText(/some apps may cut it off/) !== null).toBe(warns);
});

test('a link to this computer says for whom it opens', async () => {
	await open({
		snapshot: makeShareableSnapshot(() => Promise.resolve('http://localhost:23323/x#snapshot=x'))
	});
	expect(screen.getByText(/people who run this dashboard/)).toBeDefined();
});

test('a table too large for a link says so, and can still be saved', async () => {
	await open({
		snapshot: makeShareableSnapshot(() => Promise.reject(new SnapshotError('too-large-for-link')))
	});
	expect(screen.getByText(/too large for a link/)).toBeDefined();
	expect(screen.queryByRole('button', { name: 'Copy snapshot link' })).toBeNull();
	expect(screen.getByRole('button', { name: 'Save snapshot' })).toBeDefined();
});

test('a browser that takes no text for the clipboard: it is shown to be copied by hand', async () => {
	const { user } = await open();
	vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
	await press(user, 'Copy CSV');
	const dialog = await screen.findByRole('dialog', { name: 'Couldn’t copy' });
	expect(within(dialog).getByRole('textbox')).toHaveProperty(
		'value',
		'csv “Polls by network” nameless'
	);
});

test('what cannot be loaded is said', async () => {
	render(ShareDialog, {
		title: 'Share this table',
		shareable: Promise.reject(new TypeError('gone')),
		onclose: vi.fn()
	});
	expect(await screen.findByRole('alert')).toHaveProperty(
		'textContent',
		expect.stringContaining('couldn’t be loaded')
	);
});

test('Escape and the button close it', async () => {
	const { user, onclose } = await open();
	await press(user, 'Close');
	pressEscape(screen.getByRole('dialog'));
	expect(onclose).toHaveBeenCalledTimes(2);
});
