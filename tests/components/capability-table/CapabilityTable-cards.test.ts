import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import {
	chatsOn,
	getTableCells,
	onlyRow,
	readCellTexts,
	showTable,
	tableFrom
} from '../../fixtures/capability-table';
import { openPopovers } from '../../fixtures/popover';
import { makeColumn, makeTable } from '../../fixtures/table-model';

beforeEach(openPopovers);

function openHead(name: string) {
	return userEvent.click(
		within(screen.getByRole('columnheader', { name })).getByRole('button', {
			name: `Options for ${name}`
		})
	);
}

test('a click on a row’s name shows its meaning and its API field', async () => {
	showTable(EXAMPLE_TABLE);
	await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
	const card = screen.getByRole('dialog', { name: 'Edit' });
	expect(card.textContent).toContain('Change a message that has been sent.');
	expect(within(card).getByText('edit').tagName).toBe('CODE');
	expect(within(card).getByRole('link', { name: 'Link to this row' })).toHaveProperty(
		'hash',
		'#edit'
	);
});

test('hovering shows the meaning of a row until the pointer leaves', async () => {
	const user = userEvent.setup();
	showTable(EXAMPLE_TABLE);
	await user.hover(screen.getByRole('button', { name: 'Edit' }));
	const tip = await screen.findByRole('tooltip', { name: 'Edit' });
	expect(tip.textContent).toContain('Change a message');
	expect(within(tip).queryByRole('link')).toBeNull();
	await user.unhover(screen.getByRole('button', { name: 'Edit' }));
	await expect.poll(() => screen.queryByRole('tooltip')).toBeNull();
});

test('the permalink of a cell is copied whole', async () => {
	const user = userEvent.setup();
	showTable(EXAMPLE_TABLE);
	await user.click(getTableCells('Edit')[1] ?? document.body);
	await user.click(screen.getByRole('button', { name: 'Copy link' }));
	expect(await navigator.clipboard.readText()).toBe(`${location.href}#edit.signal`);
	expect(screen.getByRole('button', { name: 'Copied' })).toBeInstanceOf(HTMLElement);
});

test('a card shows the whole of a list that its cell shortens', async () => {
	showTable(EXAMPLE_TABLE);
	await userEvent.click(
		within(getTableCells('Allowed emoji')[0] ?? document.body).getByText(/\(8\)/)
	);
	expect(screen.getByRole('dialog').textContent).toContain('👨‍👩‍👧 🇦🇹');
});

test('says what is better or worse than the baseline, or different from it, by more than colour', () => {
	showTable(EXAMPLE_TABLE);
	expect(readCellTexts('Edit')).toEqual([
		'Full, 15 min',
		'Full, 24 h, better than WhatsApp',
		'Rejected, worse than WhatsApp',
		'Not stated, different from WhatsApp'
	]);
	expect(readCellTexts('Delete for everyone')[3]).toBe('Full');
});

describe('in a cell of several values the mark stands beside the one that earned it', () => {
	const whatsapp = chatsOn('WhatsApp', [[{ edit: 'partial' }, 3]]);

	test.for([
		[
			'for the worse and for the better',
			[
				[{ edit: 'rejected' }, 6],
				[{ edit: 'full' }, 5]
			],
			'Rejected in 6, worse than WhatsApp, Full in 5, better than WhatsApp'
		],
		[
			'for the worse alone',
			[
				[{ edit: 'partial' }, 6],
				[{ edit: 'dropped' }, 5]
			],
			'Partial in 6, Dropped in 5, worse than WhatsApp'
		],
		[
			'for the few that differ',
			[
				[{ edit: 'partial' }, 20],
				[{ edit: 'full' }, 1]
			],
			'Partial 1 differs, better than WhatsApp'
		],
		[
			'for the many that do',
			[
				[{ edit: 'full' }, 20],
				[{ edit: 'partial' }, 1]
			],
			'Full, better than WhatsApp 1 differs'
		]
	] as const)('%s', ([, kinds, words]) => {
		const chats = [...whatsapp, ...chatsOn('Signal', kinds)];
		showTable(tableFrom(chats, { ...onlyRow('edit'), baseline: 'whatsapp' }));
		const at = screen
			.getAllByRole('columnheader')
			.findIndex(({ textContent }) => /Signal/.test(textContent));
		expect(readCellTexts('Edit')[at - 1]).toBe(words);
	});

	test('and the card tells it of each', async () => {
		const kinds = [
			[{ edit: 'rejected' }, 6],
			[{ edit: 'full' }, 5]
		] as const;
		const chats = [...whatsapp, ...chatsOn('Signal', kinds)];
		showTable(tableFrom(chats, { ...onlyRow('edit'), baseline: 'whatsapp' }));
		await userEvent.click(getTableCells('Edit').at(-1) ?? document.body);
		const parts = within(screen.getByRole('dialog')).getAllByRole('listitem');
		expect(parts.map(({ textContent }) => /\S+ than WhatsApp\./.exec(textContent)?.[0])).toEqual([
			'worse than WhatsApp.',
			'better than WhatsApp.'
		]);
	});
});

test('a poll for which 0 options are reported has no stated limit on its card', async () => {
	const chats = chatsOn('Signal', [[{ poll: 'full', pollMaxOptions: 0 }, 1]]);
	showTable(tableFrom(chats, onlyRow('pollMaxOptions')));
	await userEvent.click(getTableCells('Poll options')[0] ?? document.body);
	expect(screen.getByRole('dialog').textContent).toContain('No stated limit');
});

test('says where the reference deviates', () => {
	showTable(EXAMPLE_TABLE);
	expect(readCellTexts('Delete for everyone')[1]).toBe('Full reference: Partial');
});

test('says in how many of the chats a row works', () => {
	showTable(EXAMPLE_TABLE);
	const row = screen.getByRole('rowheader', { name: 'Edit' });
	expect(row.textContent).toContain('works in 83 % of your chats (342 of 412)');
});

test('any column can become the baseline', async () => {
	const { onbaseline } = showTable(EXAMPLE_TABLE);
	await openHead('Signal: 家族 グループ');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Compare all with this' }));
	expect(onbaseline.mock.calls).toEqual([['signal']]);
	expect(screen.queryByRole('menu')).toBeNull();
});

test('comparing with the baseline can be stopped', async () => {
	const { onbaseline } = showTable(EXAMPLE_TABLE);
	await openHead('WhatsApp');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Stop comparing with this' }));
	await userEvent.click(
		screen.getByRole('button', { name: 'Baseline: stop comparing with WhatsApp' })
	);
	expect(onbaseline.mock.calls).toEqual([[null], [null]]);
});

test('only columns that can be split offer variants, and variants can be merged', async () => {
	const columns = ['a', 'b', 'c'].map((key) => makeColumn({ key, name: `Column ${key}` }));
	const { onsplit } = showTable(makeTable({ columns }), {
		canSplit: (key) => key !== 'a',
		isSplit: (key) => key === 'c'
	});
	await openHead('Column a');
	expect(screen.queryByRole('menuitem', { name: /variants/ })).toBeNull();
	await openHead('Column b');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Show variants' }));
	await openHead('Column c');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Merge variants' }));
	expect(onsplit.mock.calls).toEqual([['b'], ['c']]);
});

test('the number of a note links to the note, and the note back to the cell', async () => {
	const user = userEvent.setup();
	const address = location.href;
	showTable(EXAMPLE_TABLE);
	const cell = getTableCells('Edit')[2] ?? document.body;
	await user.click(within(cell).getByRole('link', { name: 'Note 2' }));
	expect(document.activeElement?.textContent).toContain('Only for a while');
	expect(location.href).toBe(address);

	await user.click(screen.getByRole('button', { name: 'Back to the cell of note 2' }));
	expect(document.activeElement).toBe(cell);
	// Without a followed link, the button leads to the first cell with the note.
	await user.click(screen.getByRole('button', { name: 'Back to the cell of note 1' }));
	expect(document.activeElement).toBe(cell);
});

test('a table without addresses has no permalinks', async () => {
	showTable(EXAMPLE_TABLE, { getCellHref: () => undefined, getPartHref: () => undefined });
	expect(screen.queryByRole('link', { name: /^Link to/ })).toBeNull();
	await userEvent.click(getTableCells('Edit')[0] ?? document.body);
	expect(within(screen.getByRole('dialog')).queryByRole('link')).toBeNull();
});

test('a column’s header can show it alone or hide it', async () => {
	const [ononly, onhide] = [vi.fn(), vi.fn()];
	showTable(EXAMPLE_TABLE, { ononly, onhide });
	await openHead('WhatsApp');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Only this' }));
	await openHead('WhatsApp');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Hide' }));
	expect([ononly.mock.calls, onhide.mock.calls]).toEqual([[['whatsapp']], [['whatsapp']]]);
	expect(screen.queryByRole('menu')).toBeNull();
});

test('two headers that are chosen one after the other are compared', async () => {
	const oncompare = vi.fn();
	showTable(EXAMPLE_TABLE, { oncompare });
	await openHead('WhatsApp');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Compare with…' }));
	expect(oncompare).not.toHaveBeenCalled();
	await openHead('Signal: 家族 グループ');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Compare with WhatsApp' }));
	expect(oncompare.mock.calls).toEqual([[['whatsapp', 'signal']]]);
	expect(screen.queryByRole('button', { name: /^Compare with…/ })).toBeNull();
});

test('a header that waits for another says so, and can be let go', async () => {
	showTable(EXAMPLE_TABLE, { oncompare: vi.fn() });
	await openHead('WhatsApp');
	await userEvent.click(screen.getByRole('menuitem', { name: 'Compare with…' }));
	await userEvent.click(screen.getByRole('button', { name: /^Compare with….*WhatsApp/ }));
	await openHead('Signal: 家族 グループ');
	expect(screen.getByRole('menuitem', { name: 'Compare with…' })).toBeInstanceOf(HTMLElement);
});

test('in a screenshot the table has its heading, and opens no cards', async () => {
	const heading = { title: 'What each network can do', subtitle: '27 November 2026' };
	showTable(EXAMPLE_TABLE, { heading, isBare: true });
	expect(screen.getByText('27 November 2026').closest('.hidden')).toBeNull();
	await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
	expect(screen.queryByRole('dialog')).toBeNull();
});
