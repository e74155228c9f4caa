import { expect, test } from 'vitest';
import { previewWords } from '$lib/components/chats/words';
import { makeChat } from '../../fixtures/chats';

const image = { id: '1', type: 'IMAGE', attachments: ['beach.jpg'] } as const;
const text = { id: '1', text: 'Hello', attachments: [] } as const;

test.for([
	['nothing known', {}, ''],
	['a text', { preview: text }, 'Hello'],
	['an own text', { preview: { ...text, isSender: true } }, 'You: Hello'],
	['a text in a group', { type: 'group', preview: { ...text, senderName: 'Bo' } }, 'Bo: Hello'],
	['a text in a direct chat', { preview: { ...text, senderName: 'Bo' } }, 'Hello'],
	['a picture', { preview: image }, 'Image: beach.jpg'],
	['a deleted text', { preview: { ...text, isDeleted: true } }, 'Deleted message']
] as const)('the last message of a chat with %s', ([, overrides, words]) => {
	expect(previewWords(makeChat(overrides))).toBe(words);
});
