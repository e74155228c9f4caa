import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import HeaderSwitch from '$lib/components/shell/HeaderSwitch.svelte';

test.for([
	[false, 'Turn this on.'],
	[true, 'Turn this off.']
] as const)('on is %s: says what that means, and is switched', async ([isOn, words]) => {
	const onswitch = vi.fn();
	const effects = { on: 'Turn this off.', off: 'Turn this on.' };
	render(HeaderSwitch, { label: 'Read-only', icon: 'read-only', isOn, words: effects, onswitch });
	const control = screen.getByRole('switch', { name: 'Read-only', checked: isOn });
	const described = document.getElementById(control.getAttribute('aria-describedby') ?? '');
	expect(described?.textContent).toBe(words);
	await userEvent.setup().click(control);
	expect(onswitch).toHaveBeenCalledExactlyOnceWith(!isOn);
});
