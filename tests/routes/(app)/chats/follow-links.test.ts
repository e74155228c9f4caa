import { fireEvent } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { followLinks } from '../../../../src/routes/(app)/chats/follow-links';

/** A click on the link in a page that follows links to `/chats`. */
async function clickLink(html: string, init: MouseEventInit = {}) {
	const page = document.createElement('main');
	page.innerHTML = html;
	document.body.append(page);
	const follow = vi.fn();
	const remove = followLinks('/chats', follow)(page);
	const link = page.querySelector('a') ?? page;
	let isLeft = false;
	// In place of Kit's handler; jsdom has no other page to go to.
	function leave(event: Event) {
		isLeft = !event.defaultPrevented;
		event.preventDefault();
	}
	document.body.addEventListener('click', leave, { once: true });
	await fireEvent.click(link.firstElementChild ?? link, init);
	remove?.();
	page.remove();
	return { asked: follow.mock.calls.flat(), isLeft };
}

test.for([
	['<a href="/chats?unread=yes&sort=title">Unread</a>', 'unread=yes&sort=title'],
	['<a href="/chats"><span>All</span></a>', '']
])('a click on %s asks for its view at once', async ([html = '', query]) => {
	expect(await clickLink(html)).toEqual({ asked: [query], isLeft: false });
});

test.for([
	['a link to a chat', '<a href="/chats/1">Ida</a>', {}],
	['a link to another site', '<a href="https://example.com/chats">Chats</a>', {}],
	['a link that opens a window', '<a href="/chats" target="_blank">Chats</a>', {}],
	['a click for a new tab', '<a href="/chats">Chats</a>', { ctrlKey: true }],
	['a click with the second button', '<a href="/chats">Chats</a>', { button: 1 }],
	['a click beside the links', '<p>Chats</p>', {}]
] as const)('%s is left to the browser and Kit', async ([, html, init]) => {
	expect(await clickLink(html, init)).toEqual({ asked: [], isLeft: true });
});
