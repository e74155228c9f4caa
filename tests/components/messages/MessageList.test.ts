import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { getMessageRow, HOUR, now, renderList, rows } from '../../fixtures/message-list';
import { makeChat } from '../../fixtures/chats';
import { makeMessage, makeReaction } from '../../fixtures/messages';

test('shows the oldest first, day by day', () => {
	renderList([
		makeMessage({ text: 'oldest', timestamp: now - 30 * HOUR }),
		makeMessage({ text: 'older', timestamp: now - 2 * HOUR }),
		makeMessage({ text: 'newest', timestamp: now - HOUR })
	]);
	const days = screen.getAllByRole('heading', { level: 3 }).map((day) => day.textContent);
	expect(days).toEqual(['Yesterday', 'Today']);
	expect(rows().map((row) => row.querySelector('p')?.textContent.trim())).toEqual([
		'oldest',
		'older',
		'newest'
	]);
});

test('says who wrote, what, when and what became of it', () => {
	renderList([
		makeMessage({ text: 'Hi', timestamp: now - 2 * HOUR, editedTimestamp: now }),
		makeMessage({ senderID: 'me', isSender: true, text: 'Ho', sendStatus: 'FAIL_RETRIABLE' }),
		makeMessage({ senderID: 'gone', senderName: 'Former Member', type: 'VOICE', text: 'Hu' })
	]);
	const hi = within(getMessageRow('Hi'));
	expect(hi.getByText('Bob')).toBeTruthy();
	expect(hi.getByText('Edited')).toBeTruthy();
	expect(hi.getByText('2 h').title).toBe('Tuesday 10 March 2026, 11:00');
	const ho = within(getMessageRow('Ho'));
	expect(ho.getByText('You')).toBeTruthy();
	expect(ho.getByText('Not sent')).toBeTruthy();
	const hu = within(getMessageRow('Hu'));
	expect(hu.getByText('Former Member')).toBeTruthy();
	expect(hu.getByText('Voice note')).toBeTruthy();
});

test('text is text, whatever it looks like', () => {
	renderList([makeMessage({ text: '<img src=x onerror=alert(1)> <b>bold</b>' })]);
	expect(getMessageRow('<b>bold</b>').querySelector('img, b')).toBeNull();
});

test('hidden events are not shown', () => {
	renderList([makeMessage({ text: 'seen' }), makeMessage({ text: 'unseen', isHidden: true })]);
	expect(rows()).toHaveLength(1);
});

test('a deleted message says so and cannot be reacted to', () => {
	renderList([makeMessage({ text: 'gone', isDeleted: true, editedTimestamp: now })]);
	const row = within(getMessageRow('gone'));
	expect(row.getByText('Deleted')).toBeTruthy();
	expect(row.queryByText('Edited')).toBeNull();
	expect(row.queryByRole('button', { name: 'React' })).toBeNull();
});

test('attachments are shown by name, kind and size', () => {
	renderList([
		makeMessage({
			text: 'Look',
			attachments: [
				{ type: 'img', fileName: 'cat.png', mimeType: 'image/png', fileSize: 2_345_678 },
				{ type: 'audio', isVoiceNote: true, fileSize: 900 }
			]
		})
	]);
	const files = within(screen.getByRole('list', { name: 'Attachments' })).getAllByRole('listitem');
	expect(files.map((file) => file.textContent.replace(/\s+/g, ' ').trim())).toEqual([
		'cat.png Image, image/png, 2.35 MB',
		'Voice note 900 bytes'
	]);
});

test('a reply leads to the message it answers', async () => {
	const quoted = makeMessage({ text: 'Shall we?' });
	const { user } = renderList([quoted, makeMessage({ text: 'Yes', linkedMessageID: quoted.id })]);
	await user.click(screen.getByRole('button', { name: 'Reply to Bob: Shall we?' }));
	expect(document.activeElement).toBe(rows()[0]);
});

test('a reply to a message that is not loaded says so', () => {
	renderList([makeMessage({ linkedMessageID: 'long ago' })]);
	expect(screen.getByText('Reply to an earlier message')).toBeTruthy();
});

test('opens a message in Beeper', async () => {
	const message = makeMessage();
	const { user, onopen } = renderList([message]);
	await user.click(screen.getByRole('button', { name: 'Open in Beeper' }));
	expect(onopen).toHaveBeenCalledExactlyOnceWith(message);
});

test('where reactions are refused it says why, once for all messages', () => {
	renderList([makeMessage(), makeMessage()], {
		permission: { kind: 'refused', reason: 'IRC chats don’t allow reactions.' }
	});
	expect(screen.getAllByText(/^No reactions here: IRC chats/)).toHaveLength(1);
});

test('Enter held down does not press again', async () => {
	const { user, onopen } = renderList([makeMessage()]);
	screen.getByRole('button', { name: 'Open in Beeper' }).focus();
	await user.keyboard('{Enter>5/}');
	expect(onopen).toHaveBeenCalledOnce();
});

test('“New” stands above the first unread message, and stays there', async () => {
	const messages = [1, 2, 3].map((index) => makeMessage({ text: `No. ${index}` }));
	const unread = { chat: makeChat({ unreadCount: 2 }) };
	const { rerender } = renderList(messages, unread);
	const [line] = screen.getAllByText('New');
	expect(getMessageRow('No. 2').contains(line ?? null)).toBe(true);
	await rerender({
		chat: makeChat({ unreadCount: 0 }),
		messages: [...messages, makeMessage({ text: 'No. 4' })]
	});
	expect(getMessageRow('No. 2').contains(screen.getByText('New'))).toBe(true);
});

test('messages of one sender in a row bear one visible name', () => {
	renderList([
		makeMessage({ text: 'one', timestamp: now - HOUR }),
		makeMessage({ text: 'two', timestamp: now - HOUR + 60_000 }),
		makeMessage({ text: 'three', timestamp: now })
	]);
	const isHidden = ['one', 'two', 'three'].map(
		(text) => within(getMessageRow(text)).getByText('Bob').closest('.sr-only') !== null
	);
	expect(isHidden).toEqual([false, true, false]);
});

test('a huge text is cut until it is asked for, and 500 kinds of reactions are', async () => {
	const reactions = Array.from({ length: 500 }, (_, index) => makeReaction('bob', `r${index}`));
	const { user } = renderList([makeMessage({ text: 'x'.repeat(90_000), reactions })]);
	const [row] = rows();
	expect(row?.textContent.length).toBeLessThan(5_000);
	await user.click(screen.getByRole('button', { name: 'Show all 90,000 characters' }));
	expect(row?.textContent.length).toBeGreaterThan(90_000);
	await user.click(screen.getByRole('button', { name: '480 more reactions' }));
	const bar = screen.getByRole('list', { name: 'Reactions' });
	expect(within(bar).getAllByRole('listitem')).toHaveLength(500);
});
