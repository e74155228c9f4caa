import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import SavedViews from '$lib/components/saved-views/SavedViews.svelte';

function renderViews({ names = ['Work', 'Home'], isKept = true, isAnonymized = false } = {}) {
	const links = names.map((name, at) => ({ name, href: `?q=${at}`, isCurrent: at === 1 }));
	const [onsave, onmanage] = [vi.fn(), vi.fn()];
	render(SavedViews, { links, isKept, isAnonymized, onsave, onmanage });
	return { user: userEvent.setup(), onsave, onmanage };
}

test('saved views are links in their order, and the current one says so', () => {
	renderViews();
	const views = screen.getByRole('navigation', { name: 'Saved views' });
	expect(
		within(views)
			.getAllByRole('link')
			.map((link) => [
				link.textContent,
				link.getAttribute('href'),
				link.getAttribute('aria-current')
			])
	).toEqual([
		['Work', '?q=0', null],
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

test('in Privacy mode they lead on but cannot be changed, even when two look the same', () => {
	renderViews({ names: ['Abc', 'Abc'], isAnonymized: true });
	expect(screen.getAllByRole('link', { name: 'Abc' })).toHaveLength(2);
	expect(screen.queryByRole('button')).toBeNull();
	expect(screen.getByText(/when Privacy mode is off/)).toBeTruthy();
});

test('says when the browser keeps nothing', () => {
	renderViews({ isKept: false });
	expect(screen.getByRole('alert').textContent).toContain('until this tab is closed');
});
