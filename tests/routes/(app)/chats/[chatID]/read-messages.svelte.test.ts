import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { MessagePage, MessageSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { ActivityLog } from '$lib/state/activity-log.svelte';
import { Threads } from '$lib/state/threads';
import { keepReading } from '../../../../../src/routes/(app)/chats/[chatID]/read-messages.svelte';
import { makeChat } from '../../../../fixtures/chats';
import { makeMessage } from '../../../../fixtures/messages';

interface Asked {
	chatID: string;
	token: string;
	signal: AbortSignal;
	answer: () => void;
}

/** The component of chats with these IDs, whose requests are answered by the test. */
function open(ids: readonly string[]) {
	const asked: Asked[] = [];
	let shown = $state.raw(ids.map((id) => makeChat({ id })));
	let token = $state.raw('first');
	const source: MessageSource = $derived.by(() => {
		const sent = token;
		return {
			messages: (chatID, _, signal) =>
				new Promise<MessagePage>((resolve, reject) => {
					signal.addEventListener('abort', () => reject(new SourceError('cancelled')));
					const items = [makeMessage({ id: `of ${chatID}`, chatID })];
					asked.push({
						...{ chatID, token: sent, signal },
						answer: () => resolve({ items, parseIssues: [] })
					});
				})
		};
	});
	const threads = new Threads({
		source: { messages: (...page) => source.messages(...page) },
		find: () => undefined,
		mutations: { activity: new ActivityLog(), pending: [] },
		now: () => 0
	});
	const leave = $effect.root(() =>
		keepReading({ getSource: () => source, threads, getChats: () => shown })
	);
	flushSync();
	return {
		...{ asked, leave },
		count: (id: string) => threads.get(makeChat({ id })).messages.length,
		show(next: readonly string[]) {
			shown = next.map((id) => makeChat({ id }));
			flushSync();
		},
		renew(next: string) {
			token = next;
			flushSync();
		}
	};
}

test('messages come though the list changes faster than the server answers', async () => {
	const { asked, show, count, leave } = open(['a', 'b']);
	show(['a', 'c']);
	show(['a', 'b']);
	show(['a', 'c']);
	expect(asked.filter(({ chatID }) => chatID === 'a')).toHaveLength(1);
	asked[0]?.answer();
	await expect.poll(() => count('a')).toBe(1);
	leave();
});

test('reads end when their chat is no longer near, and all when the component is left', () => {
	const { asked, show, leave } = open(['a', 'b']);
	show(['a', 'c']);
	expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, true]);
	leave();
	expect(asked.every(({ signal }) => signal.aborted)).toBe(true);
});

test('with a new token, what is being read is asked for again', async () => {
	const { asked, renew, count, leave } = open(['a']);
	renew('second');
	await expect.poll(() => asked.map(({ token }) => token)).toEqual(['first', 'second']);
	expect(asked[0]?.signal.aborted).toBe(true);
	asked[1]?.answer();
	await expect.poll(() => count('a')).toBe(1);
	leave();
});
