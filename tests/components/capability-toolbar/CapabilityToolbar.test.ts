import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CapabilityToolbar from '$lib/components/capability-toolbar/CapabilityToolbar.svelte';
import RowStatus from '$lib/components/capability-toolbar/RowStatus.svelte';
import type { TableColumn } from '$lib/domain/capabilities/table/table';
import { WHOLE_TABLE, type CapabilityView } from '$lib/domain/capabilities/capability-view';

const COLUMNS: TableColumn[] = [
	{
		key: 'signal',
		name: 'Signal',
		origin: 'chats',
		caption: 'from 300 chats',
		chats: 300,
		reported: 300,
		isBaseline: false
	},
	{
		key: 'slackgo',
		name: 'Slack',
		origin: 'chats',
		caption: 'from 60 of 100 chats',
		chats: 100,
		reported: 60,
		isBaseline: false
	}
];

function show(view: Partial<CapabilityView> = {}, columns = COLUMNS, networks = COLUMNS) {
	const onchoose = vi.fn();
	const onsearch = vi.fn();
	render(CapabilityToolbar, {
		view: { ...WHOLE_TABLE, ...view },
		networks,
		columns,
		onchoose,
		onsearch
	});
	return { onchoose, onsearch };
}

test('says how many rows are shown, and from how many chats', () => {
	render(RowStatus, { columns: COLUMNS, shown: 92, total: 1140 });
	expect(screen.getByRole('status').textContent.trim()).toBe(
		'92 of 1,140 rows · from 360 of 400 chats'
	);
});

test('counts no rows while there is no table', () => {
	render(RowStatus, { columns: [], shown: 112, total: 112 });
	expect(screen.getByRole('status').textContent.trim()).toBe('');
});

test('counts only the shown columns, without the reference', () => {
	const [signal] = COLUMNS;
	if (!signal) throw new Error('No column');
	const columns = [signal, { ...signal, key: 'line', origin: 'reference' as const }];
	render(RowStatus, { columns, shown: 92, total: 1140 });
	expect(screen.getByRole('status').textContent).toContain('from 300 chats');
});

test('typing changes the search text only', async () => {
	const { onsearch, onchoose } = show({ onlyDiffering: true, q: 'edi' });
	await userEvent.type(screen.getByRole('searchbox', { name: 'Search capabilities' }), 't');
	expect(onsearch.mock.lastCall).toEqual([{ ...WHOLE_TABLE, onlyDiffering: true, q: 'edit' }]);
	expect(onchoose).not.toHaveBeenCalled();
});

test('limits the rows to those that differ', async () => {
	const { onchoose } = show();
	await userEvent.click(screen.getByRole('checkbox', { name: 'Only rows that differ' }));
	expect(onchoose.mock.calls).toEqual([[{ ...WHOLE_TABLE, onlyDiffering: true }]]);
});

async function openPicker(name = 'All networks') {
	const opener = screen.getByText(name, { selector: 'summary' });
	await userEvent.click(opener);
	return opener;
}

test('no network is ticked while all are shown, and one tick chooses one', async () => {
	const { onchoose } = show();
	await openPicker();
	expect(screen.queryByRole('checkbox', { name: 'Signal', checked: true })).toBeNull();
	await userEvent.click(screen.getByRole('checkbox', { name: 'Slack' }));
	expect(onchoose.mock.lastCall).toEqual([{ ...WHOLE_TABLE, networks: ['slackgo'] }]);
});

test('networks in the address are ticked, whatever their names, and cleared at once', async () => {
	const { onchoose } = show({ networks: ['Signal'] });
	await openPicker('1 of 2 networks');
	expect(screen.getByRole('checkbox', { name: 'Signal', checked: true })).toBeTruthy();
	expect(screen.getByRole('checkbox', { name: 'Slack', checked: false })).toBeTruthy();
	await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
	expect(onchoose.mock.lastCall).toEqual([WHOLE_TABLE]);
	expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find a network' }));
});

test('“only” chooses one network alone', async () => {
	const { onchoose } = show({ networks: ['signal'] });
	await openPicker('1 of 2 networks');
	await userEvent.click(screen.getByRole('button', { name: 'Only this: Slack' }));
	expect(onchoose.mock.lastCall).toEqual([{ ...WHOLE_TABLE, networks: ['slackgo'] }]);
});

test('a network is found by typing, and ticked by Enter', async () => {
	const { onchoose } = show();
	await openPicker();
	const field = screen.getByRole('searchbox', { name: 'Find a network' });
	await userEvent.type(field, 'sLa');
	expect(screen.queryByRole('checkbox', { name: 'Signal' })).toBeNull();
	await userEvent.keyboard('{Enter}');
	expect(onchoose.mock.calls).toEqual([[{ ...WHOLE_TABLE, networks: ['slackgo'] }]]);
	expect(field).toHaveProperty('value', '');
	await userEvent.keyboard('{Enter}');
	expect(onchoose).toHaveBeenCalledOnce();
	await userEvent.type(field, 'zz');
	expect(screen.getByText('No results for “zz”')).toBeTruthy();
});

test('before any network is known, the picker says that', async () => {
	show({}, [], []);
	await openPicker();
	expect(screen.getByText('No networks yet')).toBeTruthy();
});

test('two chosen networks can be compared', async () => {
	const { onchoose } = show({ networks: ['signal', 'slackgo'] });
	await openPicker('2 of 2 networks');
	await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
	expect(onchoose.mock.lastCall).toEqual([
		{ ...WHOLE_TABLE, networks: ['signal', 'slackgo'], baseline: 'signal' }
	]);
});

test('Escape closes the picker and gives the focus back to its button', async () => {
	show();
	const opener = await openPicker();
	await userEvent.click(screen.getByRole('checkbox', { name: 'Slack' }));
	await userEvent.keyboard('{Escape}');
	expect(opener.closest('details')).toHaveProperty('open', false);
	expect(document.activeElement).toBe(opener);
});

test('another kind of columns resets the choices that belong to the old one', async () => {
	const { onchoose } = show({ split: ['signal'], baseline: 'signal', q: 'edit' });
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Columns' }), 'Accounts');
	expect(onchoose.mock.calls).toEqual([[{ ...WHOLE_TABLE, by: 'account', q: 'edit' }]]);
});

test('compares with any column, or with nothing', async () => {
	const { onchoose } = show();
	const choice = screen.getByRole('combobox', { name: 'Compare with' });
	await userEvent.selectOptions(choice, 'Slack');
	expect(onchoose.mock.lastCall).toEqual([{ ...WHOLE_TABLE, baseline: 'slackgo' }]);
	await userEvent.selectOptions(choice, 'None');
	expect(onchoose.mock.lastCall).toEqual([WHOLE_TABLE]);
});

test('folds all sections, and unfolds them', async () => {
	const { onchoose } = show();
	await userEvent.click(screen.getByRole('button', { name: 'Collapse all' }));
	const [[folded] = []] = onchoose.mock.calls;
	expect(folded.folded).toHaveLength(11);
});

test('says that chats are still loading', () => {
	render(RowStatus, { columns: COLUMNS, shown: 92, total: 1140, isSoFar: true });
	expect(screen.getByRole('status').textContent).toContain('from 360 of 400 chats so far');
});
