import { describe, expect, test } from 'vitest';
import { toOptimisticUpdate } from '$lib/domain/mutations/optimistic';
import { SourceError } from '$lib/domain/connection/source-error';
import { Inbox } from '$lib/state/inbox.svelte';
import { makeChat } from '../fixtures/chats';
import { makeSource, page } from '../fixtures/source';

const [ann, ben, cem] = [
	makeChat({ id: 'ann', title: 'Ann' }),
	makeChat({ id: 'ben', title: 'Ben' }),
	makeChat({ id: 'cem', title: 'Cem' })
];
const issue = { item: '#3', path: '', found: 'a number', leftOut: true };

function ids(inbox: Inbox) {
	return inbox.chats.map((chat) => chat.id);
}

/** A promise and the function that resolves it. */
function gate() {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { open, opened };
}

describe('Inbox', () => {
	test('holds every chat of every page once, and says when it was complete', async () => {
		const inbox = new Inbox(() => 1000);
		await inbox.load(makeSource({ chats: [page([ann, ben]), page([ben, cem])] }));
		expect(ids(inbox)).toEqual(['ann', 'ben', 'cem']);
		expect(inbox.phase).toEqual({ name: 'ready', value: 1000 });
	});

	test('shows the first page before the second has come', async () => {
		const { open, opened } = gate();
		const inbox = new Inbox();
		const source = makeSource({
			chats: [page([ann]), page([ben])],
			pause: { before: 1, until: opened }
		});
		const loading = inbox.load(source);
		await expect.poll(() => ids(inbox)).toEqual(['ann']);
		expect(inbox.phase).toEqual({ name: 'loading' });
		open();
		await loading;
		expect(ids(inbox)).toEqual(['ann', 'ben']);
	});

	test('stopping keeps what has come', async () => {
		const inbox = new Inbox();
		const source = makeSource({
			chats: [page([ann]), page([ben])],
			pause: { before: 1, until: gate().opened }
		});
		const loading = inbox.load(source);
		await expect.poll(() => ids(inbox)).toEqual(['ann']);
		inbox.stop();
		await loading;
		expect([inbox.phase, ids(inbox)]).toEqual([{ name: 'stopped' }, ['ann']]);
	});

	test('a failure half-way keeps the loaded chats, and sets the phase', async () => {
		const error = new SourceError('unreachable');
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann]), error] }));
		expect([inbox.phase, ids(inbox)]).toEqual([{ name: 'failed', error }, ['ann']]);
	});

	test('a second walk drops chats that are gone, but only once it is complete', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann, ben])] }));
		await inbox.load(makeSource({ chats: [page([ben]), new SourceError('timed-out')] }));
		expect(ids(inbox)).toEqual(['ann', 'ben']);
		await inbox.load(makeSource({ chats: [page([ben])] }));
		expect(ids(inbox)).toEqual(['ben']);
	});

	test('a newer walk replaces the current one', async () => {
		const inbox = new Inbox(() => 5);
		const slow = makeSource({ chats: [page([ann])], pause: { before: 0, until: gate().opened } });
		const first = inbox.load(slow);
		await inbox.load(makeSource({ chats: [page([ben])] }));
		await first;
		expect([inbox.phase, ids(inbox)]).toEqual([{ name: 'ready', value: 5 }, ['ben']]);
	});

	test('collects what couldn’t be read', async () => {
		const inbox = new Inbox();
		const source = makeSource({ accounts: page([], [issue]), chats: [page([ann], [issue])] });
		await inbox.load(source);
		expect([inbox.parseIssues, inbox.accountParseIssues]).toEqual([[issue], [issue]]);
	});

	test('chats are shown although the accounts cannot be read', async () => {
		const inbox = new Inbox();
		const source = makeSource({ accounts: new SourceError('server-fault'), chats: [page([ann])] });
		await inbox.load(source);
		expect(ids(inbox)).toEqual(['ann']);
		expect(inbox.phase.name).toBe('ready');
	});

	test('finds a chat by its ID or the ID it has on this installation', async () => {
		const local = makeChat({ id: 'dan', localChatID: '17' });
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann, local])] }));
		expect([inbox.find('ann'), inbox.find('17'), inbox.find('?')]).toEqual([ann, local, undefined]);
	});

	test('a bug in a source is not shown as an outage', async () => {
		const source = makeSource({ chats: [new TypeError('bug')] });
		await expect(new Inbox().load(source)).rejects.toThrow(TypeError);
	});
});

describe('what comes by itself', () => {
	test('is taken in, new chats too, and a page that was asked for before does not undo it', async () => {
		const { open, opened } = gate();
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann])] }));
		const source = makeSource({ chats: [page([ann, ben])], pause: { before: 0, until: opened } });
		const loading = inbox.load(source);
		inbox.store.put([{ ...ann, isMuted: true }, cem]);
		open();
		await loading;
		expect(inbox.find('ann')?.isMuted).toBe(true);
		expect(ids(inbox)).toEqual(['ann', 'cem', 'ben']);
	});

	test('a guess is shown, in the list and alone, until it is withdrawn', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann, ben])] }));
		const withdraw = inbox.store.applyOptimistic(
			toOptimisticUpdate({ kind: 'mute', chatID: 'ann', value: true })
		);
		expect(inbox.chats.map(({ isMuted }) => isMuted)).toEqual([true, undefined]);
		expect(inbox.find('ann')?.isMuted).toBe(true);
		expect(inbox.store.get('ann')).toEqual(ann);
		withdraw();
		expect(inbox.find('ann')).toEqual(ann);
	});
});
