import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import PresetLinks from '$lib/components/chat-filters/PresetLinks.svelte';
import { INBOX } from '$lib/domain/chat-list/view';
import { StillObserver } from '../../fixtures/layout';

let resize: (element: Element) => void = () => {};

/** Reports the resizes that a test names. */
class ToldObserver extends StillObserver {
	constructor(report: (entries: readonly { target: Element }[]) => void) {
		super();
		resize = (target) => report([{ target }]);
	}
}

vi.stubGlobal('ResizeObserver', ToldObserver);

/** Of the built-in views the first is current. */
function renderLinks() {
	render(PresetLinks, { view: INBOX, counts: undefined, getHref: () => '/chats' });
	const current = screen.getByRole('link', { current: 'page' });
	return { nav: screen.getByRole('navigation', { name: 'Views' }), current };
}

test('a count that gets wider leaves the links as far scrolled as the user scrolled them', () => {
	const { nav, current } = renderLinks();
	nav.scrollLeft = 80;
	resize(current);
	expect(nav.scrollLeft).toBe(80);
});

test('in a smaller room the current view comes back into sight', () => {
	const { nav } = renderLinks();
	nav.scrollLeft = 80;
	resize(nav);
	expect(nav.scrollLeft).toBe(0);
});
