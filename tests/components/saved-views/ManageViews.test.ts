import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import ManageViews from '$lib/components/saved-views/ManageViews.svelte';
import type { SavedView } from '$lib/domain/chat-list/saved-views';
import { writeSavedViews } from '$lib/domain/chat-list/saved-views-file';
import { SavedViews } from '$lib/state/preferences.svelte';
import { openDialogs } from '../../fixtures/dialog';
import { makeStores } from '../../fixtures/storage';

beforeAll(openDialogs);

const [work, home, news] = [
	{ name: 'Work', query: 'network=slack' },
	{ name: 'Home', query: 'network=signal' },
	{ name: 'News', query: 'unread=yes' }
] as const;

/** Renders the dialog with views that its callbacks change. */
function renderDialog(views: readonly SavedView[] = [work, home, news], notifyProblem = '') {
	const saved = new SavedViews(makeStores().stores.device);
	saved.add(views);
	render(ManageViews, {
		notifyProblem,
		get views() {
			return saved.views;
		},
		get isKept() {
			return saved.isKept;
		},
		onrename: (from, to) => saved.rename(from, to),
		onmove: (name, by) => saved.move(name, by),
		onremove: (name) => saved.remove(name),
		onnotify: (name, isOn) => saved.setNotifies(name, isOn),
		onadd: (others, place) => saved.add(others, place),
		onclose: vi.fn()
	});
	// Users can drop a file of any type on the field.
	return { user: userEvent.setup({ applyAccept: false }), saved };
}

function names() {
	return screen.queryAllByRole('textbox').map((field) => field.getAttribute('aria-label'));
}

function field(name: string) {
	return screen.getByLabelText(`Name of ${name}`);
}

function button(name: string) {
	return screen.getByLabelText(name);
}

function told() {
	return screen.getByRole('status').textContent;
}

function focused() {
	return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
}

async function importFile(user: ReturnType<typeof userEvent.setup>, content: string) {
	// jsdom does not implement `File.text`.
	const file = Object.assign(new File([content], 'views.json'), { text: async () => content });
	await user.upload(screen.getByLabelText('Import views from a file'), file);
}

test('a view is moved on and on, with the focus and a word on where it is', async () => {
	const { user } = renderDialog();
	await user.click(button('Move Work down'));
	expect(names()).toEqual(['Name of Home', 'Name of Work', 'Name of News']);
	await vi.waitFor(() => expect(focused()).toBe('Move Work down'));
	await user.keyboard('{Enter}');
	expect(names()).toEqual(['Name of Home', 'Name of News', 'Name of Work']);
	expect(told()).toBe('Work: 3 of 3');
	await vi.waitFor(() => expect(focused()).toBe('Move Work down'));
	await user.keyboard('{Enter}');
	expect(button('Move Work down').getAttribute('aria-disabled')).toBe('true');
	expect(names()).toEqual(['Name of Home', 'Name of News', 'Name of Work']);
});

test('a name is changed by typing over it', async () => {
	const { user, saved } = renderDialog();
	await user.clear(field('Home'));
	await user.type(field('Home'), '  My  family ');
	await user.tab();
	expect(saved.views[1]).toEqual({ name: 'My family', query: home.query });
	expect(field('My family')).toHaveProperty('value', 'My family');
	expect(focused()).toBe('Move My family up');
});

test.for([
	['News', 'A view with this name exists.'],
	[' ', 'Enter a name.']
] as const)('the name “%s” is refused, and stays to be mended', async ([wanted, problem]) => {
	const { user, saved } = renderDialog();
	await user.clear(field('Home'));
	await user.type(field('Home'), wanted);
	await user.tab();
	expect(saved.views).toEqual([work, home, news]);
	expect(screen.getByText(problem)).toBeTruthy();
	expect(field('Home').getAttribute('aria-invalid')).toBe('true');
	await user.type(field('Home'), 'x');
	await user.tab();
	expect(screen.queryByText(problem)).toBeNull();
	expect(saved.views[1]?.name).toBe(`${wanted}x`.trim());
});

test('what was removed can be put back where it was', async () => {
	const { user, saved } = renderDialog();
	await user.click(button('Remove Home'));
	expect(saved.views).toEqual([work, news]);
	expect(told()).toBe('Removed: Home');
	await vi.waitFor(() => expect(focused()).toBe('Restore'));
	await user.keyboard('{Enter}');
	expect(saved.views).toEqual([work, home, news]);
	await vi.waitFor(() => expect(focused()).toBe('Name of Home'));
	expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
});

test('without views it says how to get some', () => {
	renderDialog([]);
	const dialog = screen.getByRole('dialog', { name: 'Saved views' });
	expect(within(dialog).getByText(/No saved views yet/)).toBeTruthy();
	expect(screen.queryByRole('button', { name: /Export/ })).toBeNull();
});

test('an imported file adds new views and counts the others', async () => {
	const { user, saved } = renderDialog([work]);
	const text = writeSavedViews([work, news]).replace(']', ', 7]');
	await importFile(user, text);
	await vi.waitFor(() =>
		expect(told()).toBe('1 view added. 1 already saved. 1 skipped: unreadable, or too many.')
	);
	expect(saved.views).toEqual([work, news]);
});

test.for([
	[
		'another kind',
		'<html>',
		'No saved views in this file. Choose one exported from this dashboard.'
	],
	[
		'a later version',
		'{"format":"beeper-dashboard-views","version":3}',
		'This file is from a newer version of this dashboard.'
	],
	['6 MB', ' '.repeat(6_000_001), 'This file is too large.']
] as const)(
	'a file of %s changes nothing and is refused with a reason',
	async ([, content, reason]) => {
		const { user, saved } = renderDialog([work]);
		await importFile(user, content);
		await vi.waitFor(() => expect(told()).toBe(reason));
		expect(saved.views).toEqual([work]);
	}
);

test('the bell turns the notifications of a view on and off; files don’t carry that', async () => {
	const { user, saved } = renderDialog([work, { name: 'Table', query: '', path: '/capabilities' }]);
	const bell = button('Notify me: Work');
	expect(bell.getAttribute('aria-pressed')).toBe('false');
	await user.click(bell);
	expect(saved.views[0]).toEqual({ ...work, notifies: true });
	expect(bell.getAttribute('aria-pressed')).toBe('true');
	await user.click(bell);
	expect(saved.views[0]).toEqual(work);
	expect(screen.queryByLabelText('Notify me: Table')).toBeNull();
	await importFile(user, writeSavedViews([{ ...home, notifies: true }]));
	await vi.waitFor(() => expect(saved.views.at(-1)).toEqual(home));
});

test('views of other pages than the chats say of which', () => {
	const { saved } = renderDialog([
		work,
		{ name: 'By account', query: 'by=account', path: '/overview' },
		{ name: 'Polls', query: 'q=polls', path: '/capabilities' }
	]);
	const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim());
	expect(saved.views).toHaveLength(3);
	expect(lines).toEqual(['', 'Overview', 'Capabilities']);
});

test('it says why the browser shows no notifications', () => {
	renderDialog([work], 'This browser can’t show notifications.');
	const told = screen.getAllByRole('alert').map(({ textContent }) => textContent);
	expect(told).toContain('This browser can’t show notifications.');
});
