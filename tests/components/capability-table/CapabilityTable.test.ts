import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeAttachment, makeCapabilities } from '../../fixtures/capabilities';
import {
	chatsOn,
	getTableCells,
	getTableRow,
	onlyRow,
	onlyRows,
	readCellTexts,
	tableFrom,
	showTable
} from '../../fixtures/capability-table';
import {
	FULL,
	makeCell,
	makeColumn,
	makeFormatted,
	makePart,
	makeRow,
	makeTable,
	REJECTED
} from '../../fixtures/table-model';

const scrolled = vi.fn();
const SIGNAL = chatsOn('Signal', [[makeCapabilities(), 1]]);

beforeEach(() => {
	scrolled.mockClear();
	Element.prototype.scrollIntoView = function () {
		scrolled(this.closest('tr')?.id, this.tagName);
	};
});

test('is a table named Capabilities with a column for each network', () => {
	showTable(
		tableFrom([...chatsOn('WhatsApp', [[makeCapabilities(), 1]]), ...SIGNAL], onlyRow('edit'))
	);

	const table = screen.getByRole('table', { name: 'Capabilities' });
	for (const name of ['Capability', 'Signal', 'WhatsApp'])
		expect(within(table).getByRole('columnheader', { name })).toBeInstanceOf(HTMLElement);
	expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
});

test('groups rows under the names of their sections', () => {
	showTable(tableFrom(SIGNAL, onlyRows('edit', 'reply')));
	const edit = getTableRow('Edit').closest('tbody');
	expect(edit && within(edit).getByText('Editing & deleting')).toBeInstanceOf(HTMLElement);
});

test.for([
	[
		'a level with its limit',
		'edit',
		'Edit',
		makeCapabilities({ edit: 'partial' }),
		'Partial, 15 min'
	],
	['a level', 'reply', 'Replies', makeCapabilities({ reply: 'full' }), 'Full'],
	['a flag', 'archive', 'Archive', makeCapabilities({ archive: true }), 'Yes'],
	['a denied flag', 'archive', 'Archive', makeCapabilities({ archive: false }), 'No'],
	['a duration', 'editMaxAge', 'Edit window', makeCapabilities(), '15 min'],
	['a size', 'attachments.m.image.maxSize', 'Image: Size', makeCapabilities(), '100 MB'],
	['a text length', 'maxTextLength', 'Text length', makeCapabilities(), '65,536 characters'],
	['a missing level', 'poll', 'Polls', makeCapabilities(), 'Not stated'],
	['a missing limit', 'editMaxCount', 'Edits per message', makeCapabilities(), 'No stated limit'],
	['a missing type', 'attachments.m.video', 'Video', makeCapabilities(), 'Rejected (not listed)'],
	['a missing list', 'allowedReactions', 'Allowed emoji', makeCapabilities(), 'Any'],
	[
		'missing formatting',
		'formatting.underline',
		'Underline',
		makeCapabilities(),
		'None (not listed)'
	]
] as const)('says %s in words', ([, path, name, capabilities, word]) => {
	showTable(tableFrom(chatsOn('Signal', [[capabilities, 2]]), onlyRow(path)));
	expect(readCellTexts(name)).toEqual([word]);
});

test('a network whose chats report nothing is “Not reported”, not unsupported', () => {
	showTable(tableFrom(chatsOn('Bluesky', [[null, 3]]), onlyRow('edit')));
	expect(readCellTexts('Edit')).toEqual(['Not reported']);
});

test('a column shows its number of chats, with a link to them', () => {
	const silent = [[makeCapabilities(), 12] as const, [null, 4] as const];
	showTable(tableFrom(chatsOn('Signal', silent), onlyRow('edit')));
	expect(readCellTexts('Chats')).toEqual(['16 chats']);
	const link = within(getTableRow('Chats')).getByRole('link', { name: '16 chats' });
	expect(link.getAttribute('href')).toBe('/chats?network=signal');
});

test('when chats differ, each part links to exactly its chats', () => {
	const kinds = [
		[makeCapabilities({ reply: 'full' }), 14] as const,
		[makeCapabilities({ reply: 'rejected' }), 3] as const
	];
	showTable(tableFrom(chatsOn('Slack', kinds), onlyRow('reply')));

	expect(readCellTexts('Replies')).toEqual(['Full in 14, Rejected in 3']);
	const links = within(getTableRow('Replies')).getAllByRole('link', { name: / in / });
	expect(links.map((link) => link.getAttribute('href'))).toEqual([
		'/chats?network=slack&capability=reply:full',
		'/chats?network=slack&capability=reply:rejected'
	]);
});

test('of three values and more, a cell shows the most common one, and reads out the others', () => {
	const kinds = [
		[makeCapabilities({ reply: 'full' }), 14] as const,
		[makeCapabilities({ reply: 'rejected' }), 3] as const,
		[makeCapabilities({ reply: 'partial' }), 2] as const
	];
	const table = tableFrom(chatsOn('Slack', kinds), onlyRow('reply'));
	showTable(table, {
		getVariantsHref: (column, path) => `/capabilities?by=variant&network=${column}#${path}`
	});
	expect(readCellTexts('Replies')).toEqual(['Full in 14, 5 differ: Rejected in 3, Partial in 2']);
	const links = within(getTableRow('Replies')).getAllByRole('link', { name: /in 14|differ/ });
	expect(links.map((link) => link.getAttribute('href'))).toEqual([
		'/chats?network=slack&capability=reply:full',
		'/capabilities?by=variant&network=slack#reply'
	]);
});

test('each value is shown where there are no variants to lead to', () => {
	const kinds = [
		[makeCapabilities({ reply: 'full' }), 14] as const,
		[makeCapabilities({ reply: 'rejected' }), 3] as const,
		[makeCapabilities({ reply: 'partial' }), 2] as const
	];
	showTable(tableFrom(chatsOn('Slack', kinds), onlyRow('reply')));
	expect(readCellTexts('Replies')).toEqual(['Full in 14, Rejected in 3, Partial in 2']);
});

test('columns of a reference or snapshot say so in words', () => {
	showTable(
		makeTable({
			columns: [
				makeColumn({ key: 'a', name: 'Signal', origin: 'reference', caption: 'as of May' }),
				makeColumn({ key: 'b', name: 'Slack', origin: 'snapshot', caption: 'Snapshot' })
			],
			sections: [{ section: 'Messages', rows: [makeRow([makeCell(), makeCell(REJECTED)])] }]
		}),
		{ getColumnHref: () => undefined }
	);
	expect(readCellTexts('Chats')).toEqual(['as of May Reference', 'Snapshot']);
});

test('MIME types are folded until the user unfolds them', async () => {
	const mimeTypes = { 'image/jpeg': 'full', 'image/png': 'partial' } as const;
	const attachments = { 'm.image': makeAttachment({ mimeTypes }) };
	showTable(
		tableFrom(
			chatsOn('Signal', [[makeCapabilities({ attachments }), 1]]),
			onlyRows('attachments.m.image')
		)
	);

	await userEvent.click(screen.getByRole('button', { name: 'Image: 9 details' }));
	const fold = screen.getByRole('button', { name: 'Image: 2 MIME types' });
	expect(fold.getAttribute('aria-expanded')).toBe('false');
	expect(screen.queryByRole('rowheader', { name: 'Image: image/png' })).toBeNull();

	await userEvent.click(fold);
	expect(fold.getAttribute('aria-expanded')).toBe('true');
	expect(readCellTexts('Image: image/png')).toEqual(['Partial']);
});

test('limits are folded under their row, and unfold there', async () => {
	showTable(tableFrom(SIGNAL, onlyRows('edit', 'editMaxAge', 'editMaxCount', 'reply')));
	const CLOSED = ['Chats', 'Messages', 'Replies', 'Editing & deleting', 'Edit'];
	function names() {
		return screen.getAllByRole('rowheader').map(({ textContent }) => textContent.trim());
	}
	expect(names()).toEqual(CLOSED);
	expect(within(getTableRow('Replies')).queryByRole('button', { expanded: false })).toBeNull();

	const fold = screen.getByRole('button', { name: 'Edit: 2 details', expanded: false });
	await userEvent.click(fold);
	expect(fold.getAttribute('aria-expanded')).toBe('true');
	expect(names()).toEqual([...CLOSED, 'Edit window', 'Edits per message']);
	await userEvent.click(fold);
	expect(names()).toEqual(CLOSED);
});

test('a limit whose row is filtered away stands by itself', () => {
	showTable(tableFrom(SIGNAL, onlyRows('editMaxAge')));
	expect(readCellTexts('Edit window')).toEqual(['15 min']);
});

test('the limit in the address is unfolded', () => {
	showTable(tableFrom(SIGNAL, onlyRows('edit', 'editMaxAge')), { target: { path: 'editMaxAge' } });
	expect(scrolled.mock.calls).toEqual([['editMaxAge', 'TH']]);
});

test('silence is a mark, with its word as the text of the cell and on hover', () => {
	showTable(tableFrom(SIGNAL, onlyRow('poll')));
	expect(readCellTexts('Polls')).toEqual(['Not stated']);
	expect(getTableCells('Polls')[0]?.title).toBe('Not stated');
	expect(within(getTableRow('Polls')).getByText('Not stated').className).toContain(
		'overflow-hidden'
	);
});

test('where fewer than one chat in ten differs, the cell shows the others and how many differ', () => {
	const kinds = [
		[makeCapabilities(), 10] as const,
		[makeCapabilities({ edit: 'rejected' }), 1] as const
	];
	showTable(tableFrom(chatsOn('Signal', kinds), onlyRow('edit')), {
		getVariantsHref: (column, path) => `/capabilities?by=variant&network=${column}#${path}`
	});
	expect(readCellTexts('Edit')).toEqual(['Full, 15 min 1 differs']);
	const link = within(getTableRow('Edit')).getByRole('link', { name: '1 differs' });
	expect(link.getAttribute('href')).toBe('/capabilities?by=variant&network=signal#edit');
});

test('from one chat in ten on, the cell shows every value', () => {
	const kinds = [
		[makeCapabilities(), 9] as const,
		[makeCapabilities({ edit: 'rejected' }), 1] as const
	];
	showTable(tableFrom(chatsOn('Signal', kinds), onlyRow('edit')));
	expect(readCellTexts('Edit')).toEqual(['Full, 15 min in 9, Rejected in 1']);
});

test('rows that no column states are offered at the end of the table', async () => {
	const ontoggle = vi.fn();
	showTable(tableFrom(SIGNAL, onlyRow('edit')), {
		silentRows: { count: 38, isOpen: false, noun: 'network', ontoggle }
	});
	await userEvent.click(screen.getByRole('button', { name: '38 rows that no network states' }));
	expect(ontoggle).toHaveBeenCalledOnce();
});

test('details and MIME types that were searched for are unfolded', () => {
	showTable(tableFrom(SIGNAL, onlyRows('attachments.m.image')), { isUnfolded: true });
	expect(readCellTexts('Image: Size')).toEqual(['100 MB']);
	expect(readCellTexts('Image: image/jpeg')).toEqual(['Full']);
});

test('a section can be folded, and then says how many rows it has', async () => {
	const shown = onlyRows('edit', 'participantActions');
	const { onfold, rerender } = showTable(tableFrom(SIGNAL, shown));
	const fold = screen.getByRole('button', { name: 'Members' });
	expect(fold.getAttribute('aria-expanded')).toBe('true');

	await userEvent.click(fold);
	expect(onfold.mock.calls).toEqual([['Members']]);
	await rerender({ table: tableFrom(SIGNAL, { ...shown, folded: ['Members'] }) });
	const folded = screen.getByRole('button', { name: 'Members 5 rows folded' });
	expect(folded.getAttribute('aria-expanded')).toBe('false');
	expect(screen.queryByRole('rowheader', { name: 'Kick' })).toBeNull();
});

test('every row is an anchor, and the one in the address comes into sight, folded or not', () => {
	const path = 'attachments.m.image.mimeTypes.image/jpeg';
	showTable(tableFrom(SIGNAL, onlyRows('edit', 'attachments.m.image')), { target: { path } });

	expect(getTableRow('Edit').id).toBe('edit');
	expect(getTableRow('Image: image/jpeg').id).toBe(path);
	expect(scrolled.mock.calls).toEqual([[path, 'TH']]);
	expect(
		screen.getByRole('rowheader', { name: 'Image: image/jpeg' }).getAttribute('aria-current')
	).toBe('location');
});

test('the cell in the address comes into sight and is marked, and the next one after it', async () => {
	const table = tableFrom(
		[...SIGNAL, ...chatsOn('WhatsApp', [[makeCapabilities(), 1]])],
		onlyRow('edit')
	);
	const { rerender } = showTable(table, { target: { path: 'edit', columnKey: 'whatsapp' } });

	expect(scrolled.mock.calls).toEqual([['edit', 'TD']]);
	function marks() {
		const cells = within(getTableRow('Edit')).getAllByRole('cell');
		return cells.map((cell) => cell.getAttribute('aria-current'));
	}
	expect(marks()).toEqual([null, 'location']);
	await rerender({ target: { path: 'edit', columnKey: 'signal' } });
	expect(marks()).toEqual(['location', null]);
	expect(scrolled).toHaveBeenCalledTimes(2);
});

test('a caption says how many of its chats report their capabilities, unless all do', () => {
	showTable(
		makeTable({
			columns: [
				makeColumn({ key: 'a', caption: 'from 5 chats', chats: 5, reported: 1 }),
				makeColumn({ key: 'b', caption: 'from 1 chat', chats: 1, reported: 0 }),
				makeColumn({ key: 'c', caption: 'from 3 chats', chats: 3, reported: 3 })
			]
		})
	);
	const titles = ['from 5 chats', 'from 1 chat', 'from 3 chats'].map(
		(caption) => screen.getByText(caption).title
	);
	expect(titles).toEqual([
		'Capabilities reported by 1 of 5 chats',
		'Capabilities reported by 0 of 1 chat',
		''
	]);
});

test('a link says how many rows it shows, where members of merged chats share one', async () => {
	const parts = [
		makePart(makeFormatted(FULL), { chats: 3, listed: 2 }),
		makePart(makeFormatted(REJECTED), { chats: 1 })
	] as const;
	showTable({
		...makeTable(),
		columns: [makeColumn({ caption: 'from 4 chats', chats: 4, listed: 3 })],
		sections: [{ section: 'Editing & deleting', rows: [makeRow([{ parts, notes: [] }])] }]
	});
	expect(within(getTableRow('Chats')).getByRole('link').textContent.trim()).toBe(
		'from 4 chats, listed as 3'
	);
	expect(readCellTexts('Edit')[0]).toContain('Full in 3, listed as 2');
	expect(readCellTexts('Edit')[0]).toMatch(/Rejected in 1$/);
	await userEvent.click(getTableCells('Edit')[0] ?? document.body);
	expect(screen.getByRole('link', { name: 'in 3 chats, listed as 2' })).toBeInstanceOf(HTMLElement);
});

test('each row has a permalink', () => {
	showTable(tableFrom(SIGNAL, onlyRow('edit')));
	const link = within(getTableRow('Edit')).getByRole('link', { name: 'Link to Edit' });
	expect(link.getAttribute('href')).toBe('#edit');
});

test('a row whose type of attachment is filtered away shows its full name', () => {
	showTable(tableFrom(SIGNAL, onlyRow('attachments.m.image.maxSize')));
	expect(screen.getByRole('rowheader', { name: 'Image: Size' }).textContent.trim()).toBe(
		'Image: Size'
	);
});
