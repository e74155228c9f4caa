import { expect, test } from 'vitest';
import { drawUnreadIcon } from '$lib/components/shell/unread-icon';

test.for([
	[1, '1'],
	[42, '42'],
	[99, '99'],
	[100, '99+'],
	[4_000, '99+']
] as const)('%i unread chats are %s on the icon', ([count, text]) => {
	const url = drawUnreadIcon(count);
	expect(url).toMatch(/^data:image\/svg\+xml,[^"<> ]+$/);
	const picture = decodeURIComponent(url.slice(url.indexOf(',') + 1));
	const root = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
	expect(root.textContent).toBe(text);
});
