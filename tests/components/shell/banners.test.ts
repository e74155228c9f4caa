import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import AwayBanner from '$lib/components/shell/AwayBanner.svelte';
import BlockedBanner from '$lib/components/shell/BlockedBanner.svelte';
import { describeError } from '$lib/domain/connection/error-messages';
import { SourceError } from '$lib/domain/connection/source-error';

function readStatus() {
	return screen.getByRole('status').textContent.replaceAll(/\s+/g, ' ').trim();
}

test('Beeper’s absence and what is shown meanwhile are two sentences', () => {
	const words = describeError(new SourceError('unreachable'));
	render(AwayBanner, { words, asOf: '3 min ago', onretry: vi.fn() });
	expect(readStatus()).toBe('Beeper isn’t responding. Showing chats from 3 min ago. Reconnecting…');
});

test.for([
	[undefined, 'Update Beeper, then reload the page.'],
	[vi.fn(), 'This dashboard’s own server can relay changes.']
] as const)('a blocked change says that nothing was sent, and what to do', ([onrelay, next]) => {
	render(BlockedBanner, { onrelay });
	expect(readStatus()).toBe(
		`The browser blocked this change. Nothing was sent. Beeper only lets this page read. ${next}`
	);
});
