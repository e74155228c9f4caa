import { fireEvent, render } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import DropZone from '$lib/components/capability-check/DropZone.svelte';

const PHOTO = new File(['x'], 'a.jpg');

function show() {
	const onadd = vi.fn();
	render(DropZone, { props: { onadd } });
	return onadd;
}

/** @returns true when the browser's default action was not prevented */
function happen(type: 'drop' | 'dragover' | 'paste', carried: { files: File[]; types: string[] }) {
	const event = new Event(type, { bubbles: true, cancelable: true });
	const name = type === 'paste' ? 'clipboardData' : 'dataTransfer';
	Object.defineProperty(event, name, { value: carried });
	return fireEvent(document.body, event);
}

test('files are taken wherever on the page they are dropped, and the browser does not open them', async () => {
	const onadd = show();
	const carried = { files: [PHOTO], types: ['Files'] };
	expect(await happen('dragover', carried)).toBe(false);
	expect(await happen('drop', carried)).toBe(false);
	expect(onadd.mock.calls).toEqual([[[PHOTO]]]);
});

test('dragged and pasted text keeps its default behaviour', async () => {
	const onadd = show();
	expect(await happen('drop', { files: [], types: ['text/plain'] })).toBe(true);
	expect(await happen('paste', { files: [], types: ['text/plain'] })).toBe(true);
	expect(await happen('paste', { files: [PHOTO], types: ['text/plain', 'Files'] })).toBe(true);
	expect(onadd).not.toHaveBeenCalled();
});

test('a file that is pasted is taken', async () => {
	const onadd = show();
	expect(await happen('paste', { files: [PHOTO], types: ['Files'] })).toBe(false);
	expect(onadd.mock.calls).toEqual([[[PHOTO]]]);
});
