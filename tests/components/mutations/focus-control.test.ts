import { afterEach, expect, test, vi } from 'vitest';
import { focusControl } from '$lib/components/mutations/focus-control';

afterEach(() => {
	document.body.innerHTML = '';
});

function goIn(markup: string) {
	document.body.innerHTML = markup;
	// jsdom has no layout and no `scrollIntoView`.
	const scroll = vi.fn();
	Element.prototype.scrollIntoView = scroll;
	return { isThere: focusControl('draft'), focused: document.activeElement?.id, scroll };
}

test.for([
	['a field itself', '<input id="x" data-control="draft">'],
	['a text before everything else', '<button>Clear</button><textarea id="x"></textarea>'],
	['a choice before a button', '<button>Save</button><select id="x"></select>'],
	['the first button that can be pressed', '<button disabled></button><button id="x"></button>']
])('brings the keyboard to %s, and into sight', ([, markup]) => {
	const place = markup?.includes('data-control') ? markup : `<p data-control="draft">${markup}</p>`;
	const { isThere, focused, scroll } = goIn(place);
	expect([isThere, focused]).toEqual([true, 'x']);
	expect(scroll).toHaveBeenCalledOnce();
});

test.for([
	'<input data-control="title">',
	'<p data-control="draft"><button disabled></button></p>'
])('says so where there is nothing to be used: %s', (markup) => {
	expect(goIn(markup)).toMatchObject({ isThere: false, focused: '' });
});
