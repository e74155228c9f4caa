import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import ReadOnlySwitch from '$lib/components/shell/ReadOnlySwitch.svelte';

test.for([
	[false, 'Turn this on to block every change.'],
	[true, 'Nothing is changed in any chat until you turn this off.']
] as const)('on is %s: says what that means, and is switched', async ([isOn, words]) => {
	const onswitch = vi.fn();
	render(ReadOnlySwitch, { isOn, onswitch });
	const control = screen.getByRole('switch', { name: 'Read-only', checked: isOn });
	const described = document.getElementById(control.getAttribute('aria-describedby') ?? '');
	expect(described?.textContent).toBe(words);
	await userEvent.setup().click(control);
	expect(onswitch).toHaveBeenCalledExactlyOnceWith(!isOn);
});
