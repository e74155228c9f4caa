import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import MessagePreview from '$lib/components/chat-grid/MessagePreview.svelte';
import { makeChat } from '../../fixtures/chats';

const image = { id: '1', type: 'IMAGE', attachments: ['beach.jpg'] } as const;
const text = { id: '1', text: 'Hello', attachments: [] } as const;

test.for([
	['nothing known', {}, ''],
	['a text', { preview: text }, 'Hello'],
	['an own text', { preview: { ...text, isSender: true } }, 'You:\u00a0Hello'],
	[
		'a text in a group',
		{ type: 'group', preview: { ...text, senderName: 'Bo' } },
		'Bo:\u00a0Hello'
	],
	['a text in a direct chat', { preview: { ...text, senderName: 'Bo' } }, 'Hello'],
	['a picture', { preview: image }, 'Image: beach.jpg'],
	['a deleted text', { preview: { ...text, isDeleted: true } }, 'Deleted message']
] as const)('the last message of a chat with %s', ([, overrides, words]) => {
	const { container } = render(MessagePreview, { chat: makeChat(overrides) });
	expect(container.textContent.trim()).toBe(words);
});
