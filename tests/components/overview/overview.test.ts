import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Headline from '$lib/components/overview/Headline.svelte';
import StateTable from '$lib/components/overview/StateTable.svelte';
import { createHold, Interaction } from '$lib/components/overview/interaction.svelte';
import { createCounts } from '$lib/domain/overview/count-overview';
import type { HeadlineFigure } from '$lib/domain/overview/headline-figures';
import { OVERVIEW, type OverviewView } from '$lib/domain/overview/overview-view';
import type { OverviewRow } from '$lib/domain/overview/overview-rows';

const FIGURES: readonly HeadlineFigure[] = [
	{ key: 'chats', label: 'Chats', count: 1200 },
	{ key: 'unread', label: 'Unread', count: 3, messages: 4000 },
	{ key: 'drafts', label: 'Drafts', count: 0 }
];

function showHeadline(before: Readonly<Partial<Record<HeadlineFigure['key'], number>>> = {}) {
	render(Headline, {
		...{ figures: FIGURES, before, isLoading: false },
		getHref: ({ key }) => `/chats?${key}`
	});
	return screen.getAllByRole('link').map(({ textContent }) => textContent.replace(/\s+/g, ' '));
}

test('a number of the headline is a link that says what changed since the last visit', () => {
	const [chats, unread, drafts] = showHeadline({ chats: 1188, unread: 5 });
	expect(chats).toMatch(/Chats 1,200 \+12 since your last visit/);
	expect(unread).toMatch(/Unread 3 −2 since your last visit .*4,000 messages/);
	expect(drafts).not.toMatch(/since/);
	expect(screen.getByRole('link', { name: /^Unread/ }).getAttribute('href')).toBe('/chats?unread');
});

test('on a first visit nothing has changed', () => {
	expect(showHeadline().join()).not.toMatch(/since/);
});

function makeRow(change: Partial<OverviewRow>): OverviewRow {
	const counts = { ...createCounts(), total: 4, unread: 2 };
	return {
		...{ key: 'whatsapp', name: 'WhatsApp', detail: '', networkKey: 'whatsapp' },
		...{ counts, isLinked: true },
		...change
	};
}

function showTable(rows: readonly OverviewRow[], view: OverviewView = OVERVIEW) {
	render(StateTable, {
		...{ view, rows, totals: { ...createCounts(), total: 4, unread: 2 } },
		getHref: ({ key }, row) => `/chats?${row?.key ?? 'all'}&${key}`,
		getViewHref: ({ sort }) => `/overview?sort=${sort.reversed ? '-' : ''}${sort.key}`,
		watch: () => undefined
	});
	return screen.getByRole('table', { name: /by state$/ });
}

test('numbers of the table lead to their chats, zeros and chats without an account nowhere', () => {
	const table = showTable([makeRow({}), makeRow({ key: '', name: 'No account', isLinked: false })]);
	const links = within(table).getAllByRole('link', { name: /^\d/ });
	expect(links.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')])).toEqual(
		[
			['2 Unread: WhatsApp', '/chats?whatsapp&unread'],
			['4 Total: WhatsApp', '/chats?whatsapp&total'],
			['2 Unread: all', '/chats?all&unread'],
			['4 Total: all', '/chats?all&total']
		]
	);
});

test.for([
	['network', 'Networks by state'],
	['account', 'Accounts by state']
] as const)('the table of each %s is named “%s”', ([by, name]) => {
	const table = showTable([makeRow({})], { ...OVERVIEW, by });
	expect(table.getAttribute('aria-label')).toBe(name);
});

test('Tab stops once in the table, and arrow keys move from cell to cell, onto the links in them', async () => {
	const user = userEvent.setup();
	const table = showTable([makeRow({}), makeRow({ key: 'signal', name: 'Signal' })]);
	await user.tab();
	expect(document.activeElement).toBe(within(table).getByRole('rowheader', { name: /WhatsApp/ }));
	await user.keyboard('{End}');
	expect(document.activeElement?.getAttribute('aria-label')).toBe('4 Total: WhatsApp');
	await user.keyboard('{ArrowDown}');
	expect(document.activeElement?.getAttribute('aria-label')).toBe('4 Total: Signal');
	await user.keyboard('{ArrowUp}{ArrowUp}');
	expect(document.activeElement?.getAttribute('href')).toBe('/overview?sort=-total');
	await user.tab();
	expect(table.contains(document.activeElement)).toBe(false);
});

test('heads say how the table is sorted, and lead to another order', () => {
	const table = showTable([makeRow({})], { ...OVERVIEW, sort: { key: 'name', reversed: false } });
	const [name, , unread] = within(table).getAllByRole('columnheader');
	expect(name?.getAttribute('aria-sort')).toBe('ascending');
	expect(unread?.getAttribute('aria-sort')).toBeNull();
	expect(name && within(name).getByRole('link').getAttribute('href')).toBe('/overview?sort=-name');
	expect(unread && within(unread).getByRole('link').getAttribute('href')).toBe(
		'/overview?sort=unread'
	);
});

test('what is held stays as it was until it’s let go', () => {
	const hold = createHold<string>();
	const shown = [hold('a', true), hold('b', false), hold('c', true), hold('d', false)];
	expect(shown).toEqual(['a', 'b', 'b', 'd']);
});

test('a pointer interactions an element once it moves there, until it leaves', () => {
	const interaction = new Interaction();
	const element = document.createElement('div');
	const stop = interaction.watch(element);
	const touched = ['pointerenter', 'pointermove', 'pointerleave'].map((type) => {
		element.dispatchEvent(new Event(type));
		return interaction.isActive;
	});
	stop();
	expect(touched).toEqual([false, true, false]);
});

test('an element is touched while the focus is in it, and knows that it left only afterwards', async () => {
	const interaction = new Interaction();
	const element = document.body.appendChild(document.createElement('div'));
	const button = element.appendChild(document.createElement('button'));
	const stop = interaction.watch(element);
	button.focus();
	expect(interaction.isActive).toBe(true);
	// As while the page is drawn, when nothing may change.
	button.blur();
	expect(interaction.isActive).toBe(true);
	await Promise.resolve();
	expect(interaction.isActive).toBe(false);
	stop();
	element.remove();
});
