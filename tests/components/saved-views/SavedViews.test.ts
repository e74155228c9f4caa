import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import SavedViews from '$lib/components/saved-views/SavedViews.svelte';

function renderViews({
	names = ['Work', 'Home'],
	changed = '',
	isKept = true,
	isAnonymized = false
} = {}) {
	const links = names.map((name, at) => ({
		...{ name, href: `?q=${at}`, isCurrent: at === 1 },
		count: at === 1 ? undefined : 1264
	}));
	const [onsave, onmanage, onupdate] = [vi.fn(), vi.fn(), vi.fn()];
	render(SavedViews, {
		links,
		changed: changed || undefined,
		isKept,
		isAnonymized,
		onupdate,
		onsave,
		onmanage
	});
	return { user: userEvent.setup(), onsave, onmanage, onupdate };
}

test('saved views are links in their order, and the current one says so', () => {
	renderViews();
	const views = screen.getByRole('navigation', { name: 'Saved views' });
	expect(
		within(views)
			.getAllByRole('link')
			.map((link) => [
				link.textContent?.trim(),
				link.getAttribute('href'),
				link.getAttribute('aria-current')
			])
	).toEqual([
		['Work 1,264', '?q=0', null],
		['Home', '?q=1', 'page']
	]);
});

test('this view is saved and all are managed at a press', async () => {
	const { user, onsave, onmanage } = renderViews({ names: [] });
	await user.click(screen.getByRole('button', { name: 'Save this view' }));
	await user.click(screen.getByRole('button', { name: 'Manage saved views' }));
	expect([onsave, onmanage].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
	expect(screen.queryByRole('navigation')).toBeNull();
});

test('a changed view is updated, or saved as a new one', async () => {
	const { user, onsave, onupdate } = renderViews({ changed: 'Work' });
	await user.click(screen.getByRole('button', { name: 'Update “Work”' }));
	await user.click(screen.getByRole('button', { name: 'Save as new' }));
	expect([onsave, onupdate].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
	expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
});

test('in Privacy mode they lead on but cannot be changed, even when two look the same', () => {
	renderViews({ names: ['Abc', 'Abc'], isAnonymized: true });
	expect(screen.getAllByRole('link', { name: /^Abc/ })).toHaveLength(2);
	expect(screen.queryByRole('button')).toBeNull();
	expect(screen.getByText('Turn off Privacy mode to edit views.')).toBeTruthy();
});

test('says when the browser keeps nothing', () => {
	renderViews({ isKept: false });
	expect(screen.getByRole('alert').textContent).toContain('until this tab is closed');
});
