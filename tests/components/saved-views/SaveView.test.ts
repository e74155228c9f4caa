import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import SaveView from '$lib/components/saved-views/SaveView.svelte';
import { DEFAULT_COLUMNS } from '$lib/domain/chat-list/column-choice';
import { MAX_QUERY, MAX_VIEWS, type SavedView } from '$lib/domain/chat-list/saved-views';
import { openDialogs } from '../../fixtures/dialog';

beforeAll(openDialogs);

const work = { name: 'Work', query: 'network=slack' };

function renderDialog(query = 'unread=yes', views: readonly SavedView[] = [work]) {
	const [onsave, onclose] = [vi.fn<(view: SavedView) => void>(), vi.fn()];
	render(SaveView, { view: { query }, hint: '', suggestion: 'Unread', views, onsave, onclose });
	return { user: userEvent.setup(), onsave, onclose };
}

function field() {
	return screen.getByRole('textbox', { name: 'Name' });
}

test('Enter saves the view under the name that is suggested', async () => {
	const { user, onsave, onclose } = renderDialog();
	await user.type(field(), '{Enter}', { skipClick: true });
	expect(onsave).toHaveBeenCalledExactlyOnceWith({ name: 'Unread', query: 'unread=yes' });
	expect(onclose).toHaveBeenCalledOnce();
});

test('the columns are kept with the view if that is ticked', async () => {
	const onsave = vi.fn<(view: SavedView) => void>();
	const rest = { hint: '', suggestion: 'Unread', views: [], onsave, onclose: vi.fn() };
	render(SaveView, { view: { query: '' }, columns: DEFAULT_COLUMNS, ...rest });
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Save' }));
	await user.click(screen.getByRole('checkbox', { name: 'Save these columns too' }));
	await user.click(screen.getByRole('button', { name: 'Save' }));
	expect(onsave.mock.calls.map(([{ columns }]) => columns)).toEqual([undefined, DEFAULT_COLUMNS]);
});

test('what is typed takes the place of the suggestion, without the space around it', async () => {
	const { user, onsave } = renderDialog();
	await user.clear(field());
	await user.type(field(), '  To read {Enter}');
	expect(onsave).toHaveBeenCalledExactlyOnceWith({ name: 'To read', query: 'unread=yes' });
});

test('nothing is no name', async () => {
	const { user, onsave, onclose } = renderDialog();
	await user.clear(field());
	await user.type(field(), ' {Enter}');
	expect(field()).toHaveProperty('ariaInvalid', 'true');
	expect(screen.getByText('Enter a name.')).toBeTruthy();
	expect([onsave, onclose].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test('says beforehand whose place it takes', async () => {
	const { user, onsave } = renderDialog();
	await user.clear(field());
	await user.type(field(), 'Work');
	expect(screen.getByRole('status').textContent).toContain('Saving replaces it');
	await user.click(screen.getByRole('button', { name: 'Replace' }));
	expect(onsave).toHaveBeenCalledExactlyOnceWith({ name: 'Work', query: 'unread=yes' });
});

test.for([
	['a view that is too long', `q=${'x'.repeat(MAX_QUERY)}`, 0, 'too many filters'],
	['one view too many', 'unread=yes', MAX_VIEWS, 'You can save up to 200 views.']
] as const)('%s is not saved, with a reason', async ([, query, count, reason]) => {
	const views = Array.from({ length: count }, (_, at) => ({ name: `View ${at}`, query: '' }));
	const { user, onsave } = renderDialog(query, views);
	await user.click(screen.getByRole('button', { name: 'Save' }));
	expect(screen.getByRole('status').textContent).toContain(reason);
	expect(onsave).not.toHaveBeenCalled();
});
