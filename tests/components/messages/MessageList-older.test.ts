import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import { renderList, rows } from '../../fixtures/message-list';
import { makeMessage } from '../../fixtures/messages';

test('older messages are asked for once at a time', async () => {
	const { user, onolder } = renderList([makeMessage()], { hasOlder: true });
	await user.click(screen.getByRole('button', { name: 'Load older' }));
	expect(onolder).toHaveBeenCalledOnce();
});

test('while older messages come, they are not asked for again', async () => {
	const { user, onolder } = renderList([makeMessage()], {
		hasOlder: true,
		phase: { name: 'loading' }
	});
	await user.click(screen.getByRole('button', { name: 'Loading…' }));
	expect(onolder).not.toHaveBeenCalled();
});

test.for([
	['loading', [], 'loading', 'Loading messages…'],
	['empty', [], 'ready', 'No messages yet'],
	['at the end', [makeMessage()], 'ready', 'Beginning of the chat']
] as const)('says so when %s', ([, messages, name, words]) => {
	renderList(messages, { phase: { name } });
	expect(screen.getByText(words)).toBeTruthy();
});

test('a failure is explained beside the loaded messages, and can be retried', async () => {
	const { user, onretry } = renderList([makeMessage()], {
		hasOlder: true,
		phase: { name: 'failed', error: new SourceError('timed-out') }
	});
	expect(screen.getByRole('alert').textContent).toMatch('Beeper took too long');
	expect(rows()).toHaveLength(1);
	await user.click(screen.getByRole('button', { name: 'Try again' }));
	expect(onretry).toHaveBeenCalledOnce();
});

test('after the last page the focus is where the button was', async () => {
	const { user, rerender } = renderList([makeMessage()], { hasOlder: true });
	await user.click(screen.getByRole('button', { name: 'Load older' }));
	await rerender({ phase: { name: 'loading' } });
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Loading…' }));
	await rerender({ phase: { name: 'ready' }, hasOlder: false });
	expect(document.activeElement?.textContent.trim()).toBe('Beginning of the chat');
});

test('when older messages fail to come, and when they are asked for again, the focus stays there', async () => {
	const { user, rerender } = renderList([makeMessage()], { hasOlder: true });
	await user.click(screen.getByRole('button', { name: 'Load older' }));
	await rerender({ phase: { name: 'failed', error: new SourceError('timed-out') } });
	expect(document.activeElement?.contains(screen.getByRole('alert'))).toBe(true);
	await user.click(screen.getByRole('button', { name: 'Try again' }));
	await rerender({ phase: { name: 'loading' } });
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Loading…' }));
});

test('a short chat takes the focus from nowhere', () => {
	renderList([makeMessage()]);
	expect(document.activeElement).toBe(document.body);
});

test('what couldn’t be read is named', () => {
	renderList([makeMessage()], {
		parseIssues: [
			{ item: '#3', path: '', found: 'a list', leftOut: true },
			{ item: 'message9', path: 'timestamp', found: 'an object', leftOut: false }
		]
	});
	expect(screen.getByText('1 message and 1 field couldn’t be read')).toBeTruthy();
	expect(screen.getByRole('cell', { name: 'message9', hidden: true })).toBeTruthy();
});

test('while the outcome of a reaction is unknown, it can be checked again', async () => {
	const { user, onlook } = renderList([makeMessage()], { isDoubtful: true });
	await user.click(screen.getByRole('button', { name: 'Check again' }));
	expect(onlook).toHaveBeenCalledOnce();
	expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Messages' }));
});
