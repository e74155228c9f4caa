import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { focused, getTableCells, getTableRow, showTable } from '../../fixtures/capability-table';
import {
	FULL,
	makeCell,
	makeColumn,
	makePart,
	makeRow,
	makeTable,
	makeFormatted,
	REJECTED
} from '../../fixtures/table-model';

const COLUMNS = [
	makeColumn({ key: 'signal', name: 'Signal' }),
	makeColumn({ key: 'slackgo', name: 'Slack' }),
	makeColumn({ key: 'telegram', name: 'Telegram' })
];
const MIXED = makeCell(makePart(makeFormatted(FULL), { chats: 5 }), {
	parts: [
		makePart(makeFormatted(FULL), { chats: 5 }),
		makePart(makeFormatted(REJECTED), { chats: 2 })
	]
});
const EDITING = {
	section: 'Editing & deleting' as const,
	rows: [
		makeRow([makeCell(), MIXED, makeCell(REJECTED)]),
		makeRow([makeCell(), makeCell(), makeCell()], { path: 'delete', name: 'Delete' })
	]
};
const MEMBERS = {
	section: 'Members' as const,
	rows: [
		makeRow([makeCell(), makeCell(), makeCell()], {
			path: 'participantActions.kick',
			section: 'Members',
			name: 'Kick'
		})
	]
};
const SHEET = makeTable({ columns: COLUMNS, sections: [EDITING, MEMBERS] });

/** Presses Tab until the focus is in the table. */
async function enter() {
	const user = userEvent.setup();
	do await user.tab();
	while (focused() === 'outside');
	return user;
}

describe('moving', () => {
	test('Tab stops at one cell and its widgets, then leaves the table', async () => {
		showTable(SHEET);
		const user = await enter();
		expect(focused()).toBe('Edit');
		await user.tab();
		expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Link to Edit' }));
		await user.tab();
		expect(focused()).toBe('outside');
	});

	test.for([
		['{ArrowRight}', 'Edit 1'],
		['{ArrowRight}{ArrowRight}{ArrowLeft}', 'Edit 1'],
		['{ArrowLeft}', 'Edit'],
		['{ArrowDown}', 'Delete'],
		['{ArrowDown}{ArrowDown}{ArrowDown}', 'Kick'],
		['{ArrowRight}{ArrowDown}{ArrowDown}', 'Members'],
		['{ArrowRight}{ArrowDown}{ArrowDown}{ArrowDown}', 'Kick 1'],
		['{ArrowUp}{ArrowUp}', 'Chats'],
		['{End}', 'Edit 3'],
		['{End}{ArrowRight}', 'Edit 3'],
		['{End}{Home}', 'Edit'],
		['{Control>}{End}{/Control}', 'Kick 3'],
		['{Control>}{Home}{/Control}', 'Capability'],
		['{PageDown}', 'Delete'],
		['{ArrowDown}{PageUp}', 'Edit'],
		['{ArrowRight}{Shift>}{ArrowRight}{/Shift}', 'Edit 1']
	] as const)('%s leads to %s', async ([keys, place]) => {
		showTable(SHEET);
		const user = await enter();
		await user.keyboard(keys);
		expect(focused()).toBe(place);
	});

	test('Tab returns to the last focused cell', async () => {
		showTable(SHEET);
		const user = await enter();
		await user.keyboard('{ArrowDown}{ArrowRight}');
		await user.tab();
		expect(focused()).toBe('outside');
		await user.tab({ shift: true });
		expect(focused()).toBe('Delete 1');
	});

	test('Tab stops first at the cell in the address', async () => {
		showTable(SHEET, { target: { path: 'delete', columnKey: 'telegram' } });
		await enter();
		expect(focused()).toBe('Delete 3');
	});

	test('the focus stays in its cell when columns move', async () => {
		const { rerender } = showTable(SHEET);
		const user = await enter();
		await user.keyboard('{ArrowRight}{ArrowRight}');
		const cell = document.activeElement;
		const [signal, slack, telegram] = COLUMNS.map((column) => column);
		const sections = [EDITING, MEMBERS].map((section) => ({
			...section,
			rows: section.rows.map((line) => ({ ...line, cells: [...line.cells].reverse() }))
		}));
		const columns = [telegram, slack, signal].filter((column) => column !== undefined);
		await rerender({ table: { ...SHEET, columns, sections } });
		await vi.waitFor(() => expect(document.activeElement).toBe(cell));
		expect(focused()).toBe('Edit 2');
	});

	test('the focus moves to the next cell when its row is removed', async () => {
		const { rerender } = showTable(SHEET);
		const user = await enter();
		await user.keyboard('{ArrowRight}');
		const rest = { ...EDITING, rows: EDITING.rows.slice(1) };
		await rerender({ table: { ...SHEET, sections: [rest, MEMBERS] } });
		await vi.waitFor(() => expect(focused()).toBe('Delete 1'));
	});
});

describe('opening', () => {
	test('Enter follows the first link of a cell, Tab goes through all, Escape returns', async () => {
		showTable(SHEET);
		const user = await enter();
		await user.keyboard('{ArrowRight}{ArrowRight}');
		const [first, second] = within(getTableRow('Edit')).getAllByRole('link', { name: / in / });
		const followed = vi.fn((event: Event) => event.preventDefault());
		first?.addEventListener('click', followed);
		await user.keyboard('{Enter}');
		expect(followed).toHaveBeenCalledOnce();

		await user.tab();
		await user.tab();
		expect(document.activeElement).toBe(second);
		await user.keyboard('{Escape}');
		expect(document.activeElement).toBe(getTableCells('Edit')[1]);
	});

	test('Enter opens the card of a cell without links, Escape returns to it', async () => {
		showTable(SHEET);
		const user = await enter();
		await user.keyboard('{End}{Enter}');
		const card = screen.getByRole('dialog', { name: 'Edit, Telegram' });
		expect(document.activeElement).toBe(card);
		expect(within(card).getByText('edit').tagName).toBe('CODE');
		const links = within(card).getAllByRole('link');
		expect(links.map((link) => link.getAttribute('href'))).toEqual([
			'/chats?network=telegram&capability=edit:rejected',
			'#edit.telegram'
		]);

		await user.keyboard('{Escape}');
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(focused()).toBe('Edit 3');
	});

	test('Space opens the card of a cell with links, and so does a click beside the links', async () => {
		showTable(SHEET);
		const user = await enter();
		await user.keyboard('{ArrowRight}{ArrowRight} ');
		expect(screen.getByRole('dialog', { name: 'Edit, Slack' })).toBeInstanceOf(HTMLElement);
		await user.click(getTableCells('Delete')[0] ?? document.body);
		expect(screen.getByRole('dialog', { name: 'Delete, Signal' })).toBeInstanceOf(HTMLElement);
		await user.click(document.body);
		expect(screen.queryByRole('dialog')).toBeNull();
	});
});
