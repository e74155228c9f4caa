import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import ResizeHandle from '$lib/components/ui/ResizeHandle.svelte';

// jsdom does not implement pointer capture.
beforeAll(() => {
	HTMLElement.prototype.setPointerCapture = () => {};
});

function open(edge: 'start' | 'end' = 'end') {
	const asked = { onattempt: vi.fn(), onresize: vi.fn() };
	const sizes = { width: 100, least: 80, most: 200 };
	render(ResizeHandle, { label: 'Width of Network', edge, ...sizes, ...asked });
	return { ...asked, handle: screen.getByRole('separator'), user: userEvent.setup() };
}

test.each([
	['end', '{ArrowRight}', 116],
	['end', '{ArrowLeft}', 84],
	['start', '{ArrowRight}', 84],
	['start', '{ArrowLeft}', 116],
	['end', '{Enter}', undefined]
] as const)('at the %s, %s makes it %s', async (edge, key, width) => {
	const { handle, user, onresize } = open(edge);
	handle.focus();
	await user.keyboard(key);
	expect(onresize.mock.calls).toEqual([[width]]);
});

test('each press of a key counts, however soon it comes after another', async () => {
	const { handle, user, onresize } = open();
	handle.focus();
	await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowRight}');
	expect(onresize.mock.calls).toEqual([[116], [132], [116], [132]]);
});

test('what is drawn is tried, within bounds, and chosen when it is let go', async () => {
	const { handle, onattempt, onresize } = open();
	await fireEvent.pointerDown(handle, { button: 0, clientX: 300 });
	await fireEvent.pointerMove(handle, { clientX: 340 });
	await fireEvent.pointerMove(handle, { clientX: 900 });
	expect(onattempt.mock.calls).toEqual([[140], [200]]);
	expect(onresize).not.toHaveBeenCalled();
	await fireEvent.pointerUp(handle);
	expect(onresize.mock.calls).toEqual([[200]]);
});

test('a click changes nothing, two bring the usual width back', async () => {
	const { handle, user, onattempt, onresize } = open();
	await user.click(handle);
	expect(onresize).not.toHaveBeenCalled();
	await user.dblClick(handle);
	expect(onresize.mock.calls).toEqual([[undefined]]);
	expect(onattempt).not.toHaveBeenCalled();
});

test.each(['Escape', 'a pointer taken away'])(
	'%s ends the drawing without a change',
	async (how) => {
		const { handle, onattempt, onresize } = open();
		await fireEvent.pointerDown(handle, { button: 0, clientX: 300 });
		await fireEvent.pointerMove(handle, { clientX: 340 });
		if (how === 'Escape') await fireEvent.keyDown(handle, { key: 'Escape' });
		else await fireEvent.pointerCancel(handle);
		await fireEvent.pointerUp(handle);
		expect(onattempt.mock.lastCall).toEqual([undefined]);
		expect(onresize).not.toHaveBeenCalled();
	}
);
