import { afterEach, expect, test } from 'vitest';
import { passFocus } from '$lib/components/ui/pass-focus';

afterEach(() => document.body.replaceChildren());

function show(html: string) {
	const list = document.createElement('ul');
	list.innerHTML = html;
	document.body.append(list);
	const stop = passFocus(list);
	function find(id: string): HTMLElement {
		const found = document.getElementById(id);
		if (!found) throw new Error(`No #${id}`);
		return found;
	}
	/** Gives a control the focus, removes it, and says what has the focus then. */
	async function remove(id: string) {
		find(id).focus();
		find(id).remove();
		await Promise.resolve();
		return document.activeElement?.id ?? '';
	}
	return { list, stop, find, remove };
}

const THREE = '<button id="a"></button><a id="b" href="#b">b</a><button id="c"></button>';

test.for([
	['a', 'b'],
	['b', 'c'],
	['c', 'b']
] as const)('when %s is removed, %s has the focus', async ([removed, next]) => {
	expect(await show(THREE).remove(removed)).toBe(next);
});

test('what takes the place of the removed control has the focus', async () => {
	const { find, list } = show(THREE);
	find('b').focus();
	find('b').outerHTML = '<li><button id="d"></button></li>';
	await Promise.resolve();
	expect(list.contains(document.activeElement)).toBe(true);
	expect(document.activeElement?.id).toBe('d');
});

test('the place counts what was added before the control since it took the focus', async () => {
	const { find, list, remove } = show(THREE);
	find('b').focus();
	list.insertAdjacentHTML('afterbegin', '<button></button><button></button>');
	await Promise.resolve();
	expect(await remove('b')).toBe('c');
});

test('what Tab does not stop at is left out', async () => {
	const { remove } = show(
		'<button id="a"></button><button disabled></button><a href="#x" tabindex="-1">x</a><button id="z"></button>'
	);
	expect(await remove('a')).toBe('z');
});

test('an element without a control left takes the focus itself, if it can', async () => {
	const { list, remove } = show('<button id="a"></button>');
	list.id = 'list';
	list.tabIndex = -1;
	expect(await remove('a')).toBe('list');
});

test('the focus stays where the user has put it since', async () => {
	const { find, remove, list } = show(THREE);
	find('a').focus();
	find('a').blur();
	await Promise.resolve();
	find('a').remove();
	await Promise.resolve();
	expect(document.activeElement).toBe(document.body);
	list.insertAdjacentHTML('afterend', '<button id="outside"></button>');
	find('b').focus();
	find('outside').focus();
	find('b').remove();
	await Promise.resolve();
	expect(document.activeElement?.id).toBe('outside');
	expect(await remove('c')).toBe('');
});

test('once it is detached, it does nothing', async () => {
	const { stop, remove } = show(THREE);
	stop();
	expect(await remove('a')).toBe('');
});
