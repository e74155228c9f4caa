import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import MessagePreview from '$lib/components/chat-grid/MessagePreview.svelte';
import { toRowContent } from '$lib/components/chat-grid/row-content';
import { ROW_CONTEXT } from '../../fixtures/chat-grid';
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
	[
		'a text of a sender whose name is written from right to left',
		{ type: 'group', preview: { ...text, senderName: 'שרה' } },
		'\u2068שרה\u2069:\u00a0Hello'
	],
	['a text in a direct chat', { preview: { ...text, senderName: 'Bo' } }, 'Hello'],
	['a picture', { preview: image }, 'Image: beach.jpg'],
	['a deleted text', { preview: { ...text, isDeleted: true } }, 'Deleted message']
] as const)('the last message of a chat with %s', ([, overrides, words]) => {
	const row = toRowContent(makeChat(overrides), ROW_CONTEXT);
	const { container } = render(MessagePreview, { row, q: '' });
	expect(container.textContent.trim()).toBe(words);
});
