import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CapabilityToolbar from '$lib/components/capabilities/CapabilityToolbar.svelte';
import { WHOLE_TABLE, type CapabilityView } from '$lib/domain/capability-view';

const COLUMNS = [
	{ key: 'signal', name: 'Signal', chats: 300, reported: 300, sets: new Map() },
	{ key: 'slackgo', name: 'Slack', chats: 100, reported: 60, sets: new Map() }
];

function show(view: Partial<CapabilityView> = {}) {
	const onchoose = vi.fn();
	const onsearch = vi.fn();
	render(CapabilityToolbar, {
		view: { ...WHOLE_TABLE, ...view },
		columns: COLUMNS,
		shown: 92,
		total: 1140,
		onchoose,
		onsearch
	});
	return { onchoose, onsearch };
}

test('says how many rows are shown, and from how many chats', () => {
	show();
	expect(screen.getByRole('status').textContent.trim()).toBe(
		'92 of 1,140 rows · from 360 of 400 chats'
	);
});

test('speaks of the picked networks only', () => {
	show({ networks: ['signal'] });
	expect(screen.getByRole('status').textContent).toContain('from 300 chats');
});

test('typing asks for the text, the rest of the view stays', async () => {
	const { onsearch, onchoose } = show({ onlyDiffering: true, q: 'edi' });
	await userEvent.type(screen.getByRole('searchbox', { name: 'Search capabilities' }), 't');
	expect(onsearch.mock.lastCall).toEqual([{ ...WHOLE_TABLE, onlyDiffering: true, q: 'edit' }]);
	expect(onchoose).not.toHaveBeenCalled();
});

test('asks for only the rows that differ', async () => {
	const { onchoose } = show();
	await userEvent.click(screen.getByRole('checkbox', { name: 'Only rows that differ' }));
	expect(onchoose.mock.calls).toEqual([[{ ...WHOLE_TABLE, onlyDiffering: true }]]);
});

test('picks networks by name, and all of them again', async () => {
	const { onchoose } = show({ networks: ['Signal'] });
	await userEvent.click(screen.getByText('1 of 2 networks'));

	expect(screen.getByRole('checkbox', { name: 'Signal' })).toHaveProperty('checked', true);
	expect(screen.getByRole('checkbox', { name: 'Slack' })).toHaveProperty('checked', false);
	await userEvent.click(screen.getByRole('checkbox', { name: 'All networks' }));
	expect(onchoose.mock.lastCall).toEqual([WHOLE_TABLE]);
});

test('unticking a network leaves the others', async () => {
	const { onchoose } = show();
	await userEvent.click(screen.getByText('All networks', { selector: 'summary' }));
	await userEvent.click(screen.getByRole('checkbox', { name: 'Slack' }));
	expect(onchoose.mock.lastCall).toEqual([{ ...WHOLE_TABLE, networks: ['signal'] }]);
});

test('Escape closes the picker and gives the focus back to its button', async () => {
	show();
	const opener = screen.getByText('All networks', { selector: 'summary' });
	await userEvent.click(opener);
	await userEvent.click(screen.getByRole('checkbox', { name: 'Slack' }));
	await userEvent.keyboard('{Escape}');
	expect(opener.closest('details')).toHaveProperty('open', false);
	expect(document.activeElement).toBe(opener);
});
