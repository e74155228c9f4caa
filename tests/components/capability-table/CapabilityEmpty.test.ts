import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import CapabilityEmpty from '$lib/components/capability-table/CapabilityEmpty.svelte';

test.for([
	['no-chats', 'No chats yet'],
	['no-recipients', 'No chats yet'],
	['unreported', 'No chat reports its capabilities'],
	['unreported-here', 'Nothing reported here'],
	['no-match', 'No matching rows']
] as const)('%s: says so in a heading', ([reason, heading]) => {
	render(CapabilityEmpty, { reason });
	expect(screen.getByRole('heading').textContent).toBe(heading);
});

test('offers to show every row again', async () => {
	const onclear = vi.fn();
	render(CapabilityEmpty, { reason: 'no-match', onclear });
	await userEvent.click(screen.getByRole('button', { name: 'Show all rows' }));
	expect(onclear).toHaveBeenCalledOnce();
});
