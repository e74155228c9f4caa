import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { expect, test, vi } from 'vitest';
import ChatGrid from '$lib/components/chat-grid/ChatGrid.svelte';
import { NO_CHAT_IDS, type Chat } from '$lib/domain/chat/chat';
import {
	NOTHING_SELECTED,
	selectAll,
	toggle,
	type Selection
} from '$lib/domain/chat-list/selection';
import { makeChat } from '../../fixtures/chats';
import { buildGrid } from '../../fixtures/chat-grid';
import { StillObserver } from '../../fixtures/layout';

vi.stubGlobal('ResizeObserver', StillObserver);

const CHATS = ['Ada', 'Bob', 'Cleo', 'Dan'].map((title) => makeChat({ title }));
const [ADA = makeChat(), BOB = makeChat(), CLEO = makeChat(), DAN = makeChat()] = CHATS;

/** Renders a grid and keeps its selection, as pages do. */
function open(selection: Selection | undefined = NOTHING_SELECTED, chats: readonly Chat[] = CHATS) {
	let current: Selection | undefined = selection;
	const props = { ...buildGrid(chats), selection };
	const { component, rerender } = render(ChatGrid, { ...props, onselect });

	function onselect(next: Selection) {
		current = next;
		void rerender({ selection: next });
	}

	return {
		component,
		rerender,
		user: userEvent.setup(),
		titles: () => chats.filter(({ id }) => current?.ids.has(id)).map(({ title }) => title)
	};
}

function row(title: string) {
	return screen.getByRole('row', { name: new RegExp(`^${title},`) });
}

function box(title: string) {
	return screen.getByRole('checkbox', { name: `Select ${title}` });
}

const EVERY = { name: 'Select all 4 that match this view' };

test('without a selection there are no select boxes', () => {
	render(ChatGrid, buildGrid(CHATS));
	expect(screen.queryByRole('checkbox')).toBeNull();
	expect(screen.getByRole('grid').hasAttribute('aria-multiselectable')).toBe(false);
	expect(row('Ada').hasAttribute('aria-selected')).toBe(false);
});

test('rows say whether they are selected', () => {
	open(toggle(NOTHING_SELECTED, BOB.id));
	expect(screen.getByRole('grid').getAttribute('aria-multiselectable')).toBe('true');
	expect(screen.getByRole('row', { selected: true })).toBe(row('Bob'));
	expect(box('Bob')).toHaveProperty('checked', true);
	expect(row('Ada').getAttribute('aria-selected')).toBe('false');
});

test.for(['table', 'cards'] as const)(
	'a box selects its chat, and opens nothing: %s',
	async (layout) => {
		const { user, titles, rerender } = open();
		await rerender({ layout });
		const onclick = vi.fn();
		within(row('Cleo')).getByRole('link').addEventListener('click', onclick);
		await user.click(box('Cleo'));
		expect(titles()).toEqual(['Cleo']);
		expect(onclick).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(row('Cleo'));
	}
);

test('Shift and a click select all from the last one to this one', async () => {
	const { user, titles } = open();
	await user.click(box('Bob'));
	await user.keyboard('{Shift>}');
	await user.click(box('Dan'));
	await user.keyboard('{/Shift}');
	expect(titles()).toEqual(['Bob', 'Cleo', 'Dan']);
});

test('the box in the header selects all, and then none', async () => {
	const { user, titles } = open(toggle(NOTHING_SELECTED, BOB.id));
	const every = screen.getByRole<HTMLInputElement>('checkbox', EVERY);
	expect(every.indeterminate).toBe(true);
	await user.click(every);
	expect(titles()).toEqual(['Ada', 'Bob', 'Cleo', 'Dan']);
	expect(every).toHaveProperty('checked', true);
	expect(every.indeterminate).toBe(false);
	await user.click(every);
	expect(titles()).toEqual([]);
});

test('columns keep their names beside the box', () => {
	open();
	expect(screen.getAllByRole('columnheader')[0]?.getAttribute('aria-label')).toBe('Title');
});

test('Tab stops at no box in a row', () => {
	open();
	const boxes = screen.getAllByRole('checkbox').filter(({ tabIndex }) => tabIndex === 0);
	expect(boxes).toEqual([screen.getByRole('checkbox', EVERY)]);
});

test('Shift and the space bar select the row they are pressed on', async () => {
	const { user, titles } = open();
	row('Bob').focus();
	await user.keyboard('{Shift>} {/Shift}');
	expect(titles()).toEqual(['Bob']);
	expect(document.activeElement).toBe(row('Bob'));
});

test('Shift and an arrow key extend the selection from the row they are pressed on', async () => {
	const { user, titles } = open();
	row('Bob').focus();
	await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
	expect(titles()).toEqual(['Bob', 'Cleo', 'Dan']);
	await vi.waitFor(() => expect(document.activeElement).toBe(row('Dan')));
	await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
	expect(titles()).toEqual(['Bob', 'Cleo']);
	await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
	expect(titles()).toEqual(['Ada', 'Bob']);
	await vi.waitFor(() => expect(document.activeElement).toBe(row('Ada')));
});

test('the first key of a selection without a cursor only shows where it is', async () => {
	const { component, titles } = open();
	component.navigation.move('ArrowDown', { isExtending: true });
	await vi.waitFor(() => expect(document.activeElement).toBe(row('Ada')));
	expect(titles()).toEqual([]);
	component.navigation.move('ArrowDown', { isExtending: true });
	expect(titles()).toEqual(['Ada', 'Bob']);
});

test('shortcuts move the cursor from anywhere, beginning at the visible rows', async () => {
	const { component } = open();
	expect(component.navigation.chat).toBeUndefined();
	component.navigation.move('ArrowDown');
	await vi.waitFor(() => expect(document.activeElement).toBe(row('Ada')));
	component.navigation.move('ArrowDown');
	await vi.waitFor(() => expect(document.activeElement).toBe(row('Bob')));
	expect(component.navigation.chat).toBe(BOB);
});

test('keys select the current chat, and ranges from the last one', async () => {
	const { component, titles } = open();
	component.navigation.pickHere(false);
	expect(titles()).toEqual([]);
	row('Bob').focus();
	component.navigation.pickHere(false);
	expect(titles()).toEqual(['Bob']);
	row('Dan').focus();
	component.navigation.pickHere(true);
	expect(titles()).toEqual(['Bob', 'Cleo', 'Dan']);
});

test('when the focused chat is removed, the next one has the focus', async () => {
	const { component, rerender } = open();
	row('Bob').focus();
	await rerender({ ...buildGrid([ADA, CLEO, DAN]), selection: NOTHING_SELECTED });
	await tick();
	expect(document.activeElement).toBe(row('Cleo'));
	expect(component.navigation.chat).toBe(CLEO);
	row('Dan').focus();
	await rerender({ ...buildGrid([ADA, CLEO]), selection: NOTHING_SELECTED });
	await tick();
	expect(document.activeElement).toBe(row('Cleo'));
});

test('when the last chat of a group is removed, the first one after a folded group has the focus', async () => {
	const { rerender } = open();
	const folded = { key: 'b', label: 'B', chats: [], count: 3 };
	async function show(...chats: readonly Chat[]) {
		const groups = [
			{ key: 'a', label: 'A', chats },
			folded,
			{ key: 'c', label: 'C', chats: [DAN] }
		];
		await rerender({ ...buildGrid(CHATS), groups, selection: NOTHING_SELECTED });
		await tick();
	}
	await show(ADA, BOB);
	row('Bob').focus();
	await show(ADA);
	expect(document.activeElement).toBe(row('Dan'));
});

test('a focused row that moves keeps the focus', async () => {
	const { rerender } = open();
	row('Bob').focus();
	for (const chats of [
		[BOB, ADA, CLEO, DAN],
		[DAN, CLEO, ADA, BOB],
		[DAN, BOB, ADA]
	]) {
		await rerender({ ...buildGrid(chats), selection: NOTHING_SELECTED });
		await tick();
		expect(document.activeElement).toBe(row('Bob'));
	}
});

test('a row that a key moves to keeps the focus when the rows are put in order for it', async () => {
	const orders = new SvelteMap([['now', CHATS]]);
	const group = {
		...{ key: '', label: null },
		get chats() {
			return orders.get('now') ?? [];
		}
	};
	function onhold(id: string | undefined) {
		if (id === BOB.id) orders.set('now', [DAN, ADA, CLEO, BOB]);
	}
	render(ChatGrid, { ...buildGrid([]), groups: [group], onhold });
	row('Ada').focus();
	await userEvent.setup().keyboard('{ArrowDown}');
	await vi.waitFor(() => expect(row('Bob').getAttribute('aria-rowindex')).toBe('5'));
	expect(document.activeElement).toBe(row('Bob'));
});

test('a chat that an undo brings back has the focus, other new chats do not', async () => {
	const { component, rerender } = open();
	row('Bob').focus();
	const without = buildGrid([ADA, CLEO, DAN]);
	for (const [returning, title] of [
		[NO_CHAT_IDS, 'Cleo'],
		[new Set([BOB.id]), 'Bob'],
		[new Set([CLEO.id, BOB.id]), 'Bob']
	] as const) {
		await rerender({ ...without, selection: NOTHING_SELECTED });
		await rerender({ ...without, selection: NOTHING_SELECTED, returning });
		await rerender({ ...buildGrid(CHATS), selection: NOTHING_SELECTED, returning });
		await tick();
		expect(document.activeElement).toBe(row(title));
		expect(component.navigation.chat?.title).toBe(title);
	}
});

test.for([
	['section', true],
	['button', false]
] as const)(
	'chats that an undo brings back take the focus from a %s: %s',
	async ([name, isTaken]) => {
		const { component, rerender } = open();
		row('Bob').focus();
		await rerender({ ...buildGrid([ADA, DAN]), selection: NOTHING_SELECTED });
		const other = document.createElement(name);
		other.tabIndex = -1;
		document.body.append(other);
		other.focus();
		const returning = new Set([CLEO.id, BOB.id]);
		await rerender({ ...buildGrid(CHATS), selection: NOTHING_SELECTED, returning });
		await tick();
		expect(component.navigation.chat).toBe(BOB);
		expect(document.activeElement).toBe(isTaken ? row('Bob') : other);
		other.remove();
	}
);

test('a focus elsewhere stays when chats are removed', async () => {
	const { component, rerender } = open();
	row('Bob').focus();
	row('Bob').blur();
	await rerender({ ...buildGrid([ADA, CLEO, DAN]), selection: NOTHING_SELECTED });
	await tick();
	expect(document.activeElement).toBe(document.body);
	expect(component.navigation.chat).toBe(CLEO);
});

test('the second click of a double click opens nothing', async () => {
	open();
	const onclick = vi.fn((event: Event) => event.preventDefault());
	within(row('Ada')).getByRole('link').addEventListener('click', onclick);
	const second = new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true });
	within(row('Ada')).getByRole('link').dispatchEvent(second);
	expect(onclick).not.toHaveBeenCalled();
	expect(second.defaultPrevented).toBe(true);
});

test('a box of a selection with everything is checked from the start', () => {
	open(selectAll(CHATS));
	expect(screen.getByRole('checkbox', EVERY)).toHaveProperty('checked', true);
});
