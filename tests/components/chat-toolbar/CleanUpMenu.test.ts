import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import CleanUpMenu from '$lib/components/chat-toolbar/CleanUpMenu.svelte';
import { RECIPES } from '$lib/domain/mutations/recipes';
import { openPopovers } from '../../fixtures/popover';

beforeAll(openPopovers);

test('counts the chats of each recipe when it is opened, and offers those that have some', async () => {
	const user = userEvent.setup();
	const getCount = vi.fn(({ action }) => (action === 'archive' ? 1_264 : 0));
	const onpick = vi.fn();
	render(CleanUpMenu, { getCount, onpick });
	expect(getCount).not.toHaveBeenCalled();
	await user.click(screen.getByRole('button', { name: 'Clean up' }));
	const mute = screen.getByRole('menuitem', { name: 'Mute groups with more than 50 people (0)' });
	expect(mute.getAttribute('aria-disabled')).toBe('true');
	await user.click(screen.getByRole('menuitem', { name: 'Archive read chats (1,264)' }));
	expect(onpick).toHaveBeenCalledExactlyOnceWith(RECIPES[0]);
});
