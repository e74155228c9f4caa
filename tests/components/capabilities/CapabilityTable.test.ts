import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CapabilityTable from '$lib/components/capabilities/CapabilityTable.svelte';
import type { Capabilities } from '$lib/domain/capabilities/capabilities';
import { buildMatrix, summarise, type Matrix } from '$lib/domain/capabilities/matrix';
import { makeAttachment, makeCapabilities } from '../../fixtures/capabilities';
import { makeChat } from '../../fixtures/chats';

/** Chats of one network: so many of each kind; `null` is a chat without capabilities. */
function chatsOn(network: string, kinds: readonly (readonly [Capabilities | null, number])[]) {
	return kinds.flatMap(([capabilities, count]) =>
		Array.from({ length: count }, () =>
			makeChat({ network, ...(capabilities && { capabilities }) })
		)
	);
}

function matrixOf(...chats: ReturnType<typeof chatsOn>[]): Matrix {
	const columns = summarise(chats.flat(), ({ network }) => ({
		key: network.toLowerCase(),
		name: network
	}));
	return buildMatrix(columns);
}

function onlyRow(path: string, { columns, rows }: Matrix): Matrix {
	return { columns, rows: rows.filter(({ row }) => row.path === path) };
}

function hrefOf(columnKey: string, path: string, word: string): string {
	return `/chats?network=${columnKey}&capability=${path}:${word}`;
}

function show(matrix: Matrix, props: { isUnfolded?: boolean; target?: string } = {}) {
	return render(CapabilityTable, { props: { ...matrix, hrefOf, ...props } });
}

function rowOf(name: string): HTMLElement {
	const row = screen.getByRole('rowheader', { name }).closest('tr');
	if (!row) throw new Error(`${name} is in no row`);
	return row;
}

function wordsOf(name: string): string[] {
	return within(rowOf(name))
		.getAllByRole('cell')
		.map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' '));
}

const SIGNAL = chatsOn('Signal', [[makeCapabilities(), 1]]);

test('is a table named Capabilities with a column for each network', () => {
	show(matrixOf(chatsOn('WhatsApp', [[makeCapabilities(), 1]]), SIGNAL));

	const table = screen.getByRole('table', { name: 'Capabilities' });
	const heads = within(table).getAllByRole('columnheader');
	expect(heads.map((head) => head.textContent.trim())).toEqual([
		'Capability',
		'Signal',
		'WhatsApp'
	]);
});

test('groups rows under the names of their sections', () => {
	show(matrixOf(SIGNAL));

	const edit = rowOf('Edit').closest('tbody');
	expect(edit && within(edit).getByText('Editing & deleting')).toBeInstanceOf(HTMLElement);
});

test.for([
	['a level', 'edit', 'Edit', makeCapabilities({ edit: 'partial' }), 'Partial'],
	['a flag', 'archive', 'Archive', makeCapabilities({ archive: true }), 'Yes'],
	['a denied flag', 'archive', 'Archive', makeCapabilities({ archive: false }), 'No'],
	['a duration', 'editMaxAge', 'Edit window', makeCapabilities({ editMaxAge: 900 }), '15 min'],
	['a size', 'attachments.m.image.maxSize', 'Image: Size', makeCapabilities(), '100 MiB'],
	['a text length', 'maxTextLength', 'Text length', makeCapabilities(), '65,536 characters'],
	['a missing level', 'poll', 'Polls', makeCapabilities(), 'Not stated'],
	['a missing limit', 'editMaxCount', 'Edits per message', makeCapabilities(), 'No stated limit'],
	[
		'a missing type of attachment',
		'attachments.m.video',
		'Video',
		makeCapabilities(),
		'Rejected (not listed)'
	],
	['a missing list', 'allowedReactions', 'Allowed emoji', makeCapabilities(), 'Any'],
	[
		'missing formatting',
		'formatting.underline',
		'Underline',
		makeCapabilities(),
		'None (not listed)'
	]
] as const)('says %s in words', ([, path, name, capabilities, word]) => {
	show(onlyRow(path, matrixOf(chatsOn('Signal', [[capabilities, 2]]))));
	expect(wordsOf(name)).toEqual([word]);
});

test('a network whose chats report nothing is silent, not unsupported', () => {
	show(onlyRow('edit', matrixOf(chatsOn('Bluesky', [[null, 3]]))));
	expect(wordsOf('Edit')).toEqual(['Not reported']);
});

test('says from how many chats a column speaks, and how many said nothing', () => {
	show(
		matrixOf(
			chatsOn('Signal', [
				[makeCapabilities(), 12],
				[null, 4]
			]),
			chatsOn('WhatsApp', [[makeCapabilities(), 1]])
		)
	);
	expect(wordsOf('Chats')).toEqual(['from 12 chats 4 not reported', 'from 1 chat']);
});

test('where chats differ, each part links to exactly those chats', () => {
	show(
		matrixOf(
			chatsOn('Slack', [
				[makeCapabilities({ edit: 'full' }), 14],
				[makeCapabilities({ edit: 'rejected' }), 3]
			])
		)
	);

	expect(wordsOf('Edit')).toEqual(['Full in 14, Rejected in 3']);
	const links = within(rowOf('Edit')).getAllByRole('link');
	expect(links.map((link) => link.getAttribute('href'))).toEqual([
		'/chats?network=slack&capability=edit:full',
		'/chats?network=slack&capability=edit:rejected'
	]);
});

test('counts a long list, and tells all of it on request', async () => {
	const timers = [1, 2, 3, 4, 5, 6, 7].map((days) => days * 86_400_000);
	const capabilities = makeCapabilities({ disappearingTimer: { timers } });
	show(matrixOf(chatsOn('Signal', [[capabilities, 1]])));

	await userEvent.click(within(rowOf('Timers')).getByRole('button', { name: '7 timers' }));
	expect(screen.getByRole('tooltip').textContent).toContain('24 h, 2 days, 3 days');
});

test('the keyboard reaches what a row means and where the API has it', async () => {
	show(matrixOf(SIGNAL));

	await userEvent.tab();
	const button = screen.getByRole('button', { name: 'Text length' });
	expect(document.activeElement).toBe(button);
	const tip = screen.getByRole('tooltip');
	expect(button.getAttribute('aria-describedby')).toBe(tip.id);
	expect(tip.textContent).toContain('The longest text');
	expect(tip.textContent).toContain('maxTextLength');

	await userEvent.keyboard('{Escape}');
	expect(screen.queryByRole('tooltip')).toBeNull();
});

test('the pointer shows a row’s tip, which goes when the pointer does', async () => {
	const user = userEvent.setup();
	show(matrixOf(SIGNAL));

	await user.hover(screen.getByRole('button', { name: 'Edit' }));
	expect(screen.getByRole('tooltip').textContent).toContain('edit');
	await user.unhover(screen.getByRole('button', { name: 'Edit' }));
	expect(screen.queryByRole('tooltip')).toBeNull();
});

test('MIME types are folded away until somebody asks', async () => {
	const mimeTypes = { 'image/jpeg': 'full', 'image/png': 'partial' } as const;
	const attachments = { 'm.image': makeAttachment({ mimeTypes }) };
	show(matrixOf(chatsOn('Signal', [[makeCapabilities({ attachments }), 1]])));

	const fold = screen.getByRole('button', { name: 'Image: 2 MIME types' });
	expect(fold.getAttribute('aria-expanded')).toBe('false');
	expect(screen.queryByRole('rowheader', { name: 'Image: image/png' })).toBeNull();

	await userEvent.click(fold);
	expect(fold.getAttribute('aria-expanded')).toBe('true');
	expect(wordsOf('Image: image/png')).toEqual(['Partial']);
});

test('MIME types that were searched for are unfolded', () => {
	show(matrixOf(SIGNAL), { isUnfolded: true });
	expect(wordsOf('Image: image/jpeg')).toEqual(['Full']);
});

test('every row is an anchor, and the one in the address comes into sight, folded or not', () => {
	const scrolled = vi.fn();
	Element.prototype.scrollIntoView = function () {
		scrolled(this.id);
	};
	const path = 'attachments.m.image.mimeTypes.image/jpeg';
	show(matrixOf(SIGNAL), { target: path });

	expect(rowOf('Edit').id).toBe('edit');
	expect(rowOf('Image: image/jpeg').id).toBe(path);
	expect(scrolled.mock.calls).toEqual([[path]]);
});

test('a row whose type of attachment is filtered away shows its full name', () => {
	show(onlyRow('attachments.m.image.maxSize', matrixOf(SIGNAL)));
	expect(screen.getByRole('rowheader', { name: 'Image: Size' }).textContent.trim()).toBe(
		'Image: Size'
	);
});
