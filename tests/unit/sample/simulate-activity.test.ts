import { expect, test } from 'vitest';
import { change, churn, type Change } from '$lib/sample/simulate-activity';
import { makeThread } from '$lib/sample/make-thread';
import { Random } from '$lib/format/random';
import type { World } from '$lib/sample/world';
import { makeSampleWorld, NOW } from '../../fixtures/sample';

function getLastRecord(world: World) {
	const record = world.chats.at(-1);
	if (!record) throw new Error('An empty world');
	return record;
}

test('a message that comes moves its chat to the front and is unread', () => {
	const world = makeSampleWorld({ chats: 30 });
	const record = getLastRecord(world);
	const { unreadCount } = record.chat;
	change(world, record, 'message', NOW + 1000);
	expect(world.chats[0]).toBe(record);
	expect(record.chat.unreadCount).toBe(unreadCount + 1);
	expect(record.chat.lastActivity).toBe(new Date(NOW + 1000).toISOString());
	expect(makeThread(record)[0]).toMatchObject({ isUnread: true, isSender: false });
});

test.for<Change>(['read', 'mute', 'pin', 'archive', 'rename'])(
	'%s elsewhere leaves a chat where it stands',
	(kind) => {
		const world = makeSampleWorld({ chats: 30 });
		const record = getLastRecord(world);
		const { lastActivity } = record.chat;
		change(world, record, kind, NOW + 1000);
		expect(getLastRecord(world)).toBe(record);
		expect(record.chat.lastActivity).toBe(lastActivity);
	}
);

test('a deleted chat is found no more, and no other is missing', () => {
	const world = makeSampleWorld({ chats: 30 });
	const record = world.chats[12];
	if (!record) throw new Error('An empty world');
	change(world, record, 'delete', NOW);
	expect(world.find(record.chat.id)).toBeUndefined();
	expect(world.chats).toHaveLength(29);
	expect(world.chats).not.toContain(record);
});

test('after much churn the chats are still in order, each once', () => {
	const world = makeSampleWorld({ chats: 200 });
	const random = new Random(7);
	for (let step = 1; step <= 2000; step++) churn(world, random, NOW + step);
	const times = world.chats.map(({ activity }) => activity);
	expect(times).toEqual(times.toSorted((one, other) => other - one));
	expect(new Set(times).size).toBe(times.length);
	expect(times.length).toBeLessThan(200);
});
