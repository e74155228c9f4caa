import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Tabs from '$lib/components/ui/Tabs.svelte';

const TABS = ['details', 'edit', 'developer'].map((key) => ({
	key,
	label: key.charAt(0).toUpperCase() + key.slice(1),
	href: `#${key}`
}));

function tabNamed(name: string) {
	return screen.getByRole('tab', { name });
}

test('one tab is selected, is the stop of Tab, and names its panel', async () => {
	render(Tabs, { label: 'Chat', id: 'x', tabs: TABS, selected: 'edit' });
	expect(screen.getByRole('tab', { selected: true })).toBe(tabNamed('Edit'));
	await userEvent.setup().tab();
	expect(document.activeElement).toBe(tabNamed('Edit'));
	expect(tabNamed('Edit').getAttribute('aria-controls')).toBe('x-edit-panel');
});

test.for([
	['{ArrowRight}', 'Developer'],
	['{ArrowLeft}', 'Details'],
	['{ArrowRight}{ArrowRight}', 'Details'],
	['{End}', 'Developer'],
	['{Home}', 'Details']
] as const)('%s moves to “%s” and follows it', async ([keys, name]) => {
	render(Tabs, { label: 'Chat', id: 'x', tabs: TABS, selected: 'edit' });
	const user = userEvent.setup();
	await user.tab();
	await user.keyboard(keys);
	expect(document.activeElement).toBe(tabNamed(name));
	expect(location.hash).toBe(`#${name.toLowerCase()}`);
});
