import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import {
	getAccountIDs,
	isMerged,
	createMergeIndexer,
	getMessagesChatID,
	getNetworks,
	countParticipants
} from '$lib/domain/chat/merge';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeChat } from '../../../fixtures/chats';
import { IDA, IDAS_CHATS, ON_SIGNAL, ON_WHATSAPP } from '../../../fixtures/merged';

const getNetwork = createNetworkIndex([]);

function indexChats(chats: readonly Chat[], isWhole = true) {
	return createMergeIndexer()(chats, isWhole);
}

function listIDs(chats: readonly Chat[]) {
	return chats.map(({ id }) => id);
}

describe('a merged chat', () => {
	test.for([
		['all three are told', IDAS_CHATS],
		['members do not name it', [IDA, ...withoutMembership()]],
		[
			'it names one of them only',
			[{ ...IDA, merge: { chatIDs: [ON_SIGNAL.id] } }, ON_WHATSAPP, ON_SIGNAL]
		]
	] as const)('stands for its members in lists when %s', ([, chats]) => {
		const other = makeChat();
		const index = indexChats([...chats, other]);
		expect(listIDs(index.listed)).toEqual([IDA.id, other.id]);
		expect(listIDs(index.unmerged)).toEqual([ON_WHATSAPP.id, ON_SIGNAL.id, other.id]);
		expect(index.getMergedChat(ON_SIGNAL.id)?.id).toBe(IDA.id);
		expect(index.getMergedChat(other.id)).toBeUndefined();
	});

	test('is on the networks and in the accounts of its members, its default one first', () => {
		const [ida = IDA] = indexChats([ON_SIGNAL, IDA, ON_WHATSAPP]).listed;
		expect(getNetworks(ida, getNetwork).map(({ name }) => name)).toEqual(['WhatsApp', 'Signal']);
		expect(getAccountIDs(ida)).toEqual(['whatsapp', 'signal']);
		expect(countParticipants(ida)).toBe(2);
		expect(getNetwork(ida).name).toBe('WhatsApp');
	});

	test('is where the server says it is while no member is known', () => {
		const [ida = IDA] = indexChats([IDA]).listed;
		expect(getNetworks(ida, getNetwork).map(({ name }) => name)).toEqual(['Beeper/Matrix']);
		expect(getAccountIDs(ida)).toEqual(['matrix']);
	});

	test('without a preview has that of its newest member', () => {
		const { preview, ...silent } = IDA;
		const index = indexChats([
			silent,
			{ ...ON_SIGNAL, preview: { id: '3', attachments: [] } },
			ON_WHATSAPP
		]);
		expect(index.listed[0]?.preview?.id).toBe('3');
		expect(indexChats(IDAS_CHATS).listed[0]?.preview).toEqual(preview);
	});

	test('stays the same object until it or a member changes', () => {
		const index = createMergeIndexer();
		const before = index(IDAS_CHATS, true).listed[0];
		expect(index([...IDAS_CHATS, makeChat()], true).listed[0]).toBe(before);
		const read = { ...ON_SIGNAL, unreadCount: 0 };
		expect(index([IDA, ON_WHATSAPP, read], true).listed[0]?.members).toEqual([ON_WHATSAPP, read]);
	});

	test('has its messages read in its newest member', () => {
		const known = new Map(IDAS_CHATS.map((chat) => [chat.id, chat]));
		expect(getMessagesChatID(IDA, (id) => known.get(id))).toBe(ON_WHATSAPP.id);
		expect(getMessagesChatID(IDA, () => undefined)).toBe(ON_WHATSAPP.id);
		expect(getMessagesChatID(ON_SIGNAL, () => undefined)).toBe(ON_SIGNAL.id);
	});
});

describe('a member', () => {
	test('is listed where its merged chat is not', () => {
		expect(listIDs(indexChats([ON_WHATSAPP, ON_SIGNAL]).listed)).toEqual([
			ON_WHATSAPP.id,
			ON_SIGNAL.id
		]);
	});

	test('waits for its merged chat while chats are still coming', () => {
		const other = makeChat();
		const index = createMergeIndexer();
		expect(listIDs(index([ON_SIGNAL, other], false).listed)).toEqual([other.id]);
		expect(listIDs(index([ON_SIGNAL, other, IDA], false).listed)).toEqual([other.id, IDA.id]);
	});
});

test('where nothing is merged, the list is the very same', () => {
	const chats = [makeChat(), makeChat()];
	const index = indexChats(chats);
	expect([index.listed, index.unmerged]).toEqual([chats, chats]);
	expect(index.listed).toBe(chats);
});

test('whatever servers report about merging, no chat vanishes and none is listed twice', () => {
	const IDS = ['a', 'b', 'c', 'd', 'e'];
	const anyMergedChats = fc.uniqueArray(
		fc.record(
			{
				id: fc.constantFrom(...IDS),
				mergedIntoChatID: fc.constantFrom(...IDS),
				merge: fc.record({ chatIDs: fc.subarray(IDS) })
			},
			{ requiredKeys: ['id'] }
		),
		{ selector: ({ id }) => id }
	);
	fc.assert(
		fc.property(anyMergedChats, (rows) => {
			const chats = rows.map(makeChat);
			const { listed, getMergedChat } = indexChats(chats);
			const listedIDs = listIDs(listed);
			expect(new Set(listedIDs).size).toBe(listedIDs.length);
			for (const chat of chats) {
				const standsFor = getMergedChat(chat.id);
				expect(listedIDs).toContain(standsFor?.id ?? chat.id);
				if (standsFor) expect(isMerged(standsFor) && !listedIDs.includes(chat.id)).toBe(true);
			}
		})
	);
});

function withoutMembership(): Chat[] {
	return [ON_WHATSAPP, ON_SIGNAL].map((chat) => {
		const member = { ...chat };
		delete member.mergedIntoChatID;
		return member;
	});
}
