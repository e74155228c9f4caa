import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import ChatChooser from '$lib/components/capability-toolbar/ChatChooser.svelte';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeChat } from '../../fixtures/chats';

test('when a chat is removed, the focus goes to the next one, then to the field', async () => {
	const [first, second] = [makeChat({ title: 'Ida' }), makeChat({ title: 'Kim' })];
	const { rerender } = render(ChatChooser, {
		...{ chats: [first, second], chosen: [first, second], accountNames: new Map() },
		...{ getNetwork: createNetworkIndex([]), onadd: vi.fn(), onremove: vi.fn() }
	});
	screen.getByRole('button', { name: 'Remove Ida' }).focus();
	await rerender({ chosen: [second] });
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Kim' }));
	await rerender({ chosen: [] });
	expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Add a chat' }));
});
