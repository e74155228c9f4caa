import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyMutation } from '$lib/domain/mutations/optimistic';
import { invertMutation, isSuperseded, toUndo } from '$lib/domain/mutations/undo';
import { TOGGLE_KINDS } from '$lib/domain/mutations/toggles';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../../fixtures/chats';
import { toggle } from '../../../fixtures/writes';

const chatID = '!a';
const reminder = { remindAt: 5_000_000, dismissOnIncomingMessage: false };

describe('the way back', () => {
	test.for([
		['a title', { title: 'Old' }, { kind: 'title', value: 'New' }, ['Old']],
		['no title', { title: '' }, { kind: 'title', value: 'New' }, [null]],
		['a description', { description: 'Old' }, { kind: 'description', value: null }, ['Old']],
		['an unknown description', {}, { kind: 'description', value: 'New' }, []],
		['a picture', { imgURL: 'mxc://a' }, { kind: 'avatar', value: '/b.png' }, []],
		['no picture', { imgURL: null }, { kind: 'avatar', value: '/b.png' }, [null]],
		['a timer', { messageExpirySeconds: 60 }, { kind: 'timer', value: null }, [60]],
		['a timer of 0', { messageExpirySeconds: 0 }, { kind: 'timer', value: 60 }, [null]],
		['an unknown timer', {}, { kind: 'timer', value: 60 }, []],
		['a reminder', { reminder }, { kind: 'remind', value: null }, [reminder]],
		['no reminder', { reminder: null }, { kind: 'remind', value: reminder }, [null]],
		[
			'a draft, with its formatting',
			{ draft: { text: 'Old', markdown: '**Old**', attachments: [] } },
			{ kind: 'draft', value: { text: 'New', attachments: [] } },
			[{ text: '**Old**', attachments: [] }]
		],
		['no draft', { draft: null }, { kind: 'draft', value: { text: 'N', attachments: [] } }, [null]],
		[
			'a draft with files, which cannot be had again',
			{ draft: { text: 'Old', markdown: 'Old', attachments: [{ id: 'f', type: 'file' }] } },
			{ kind: 'draft', value: null },
			[]
		]
	] as const)('to %s', ([, before, mutation, values]) => {
		const chat = makeChat({ id: chatID, ...before });
		const expected = values.map((value) => ({ kind: mutation.kind, chatID, value }));
		// The compiler cannot narrow the rows to one kind of mutation.
		const inverse = invertMutation(chat, { chatID, ...mutation } satisfies Mutation);
		expect(inverse).toEqual(expected);
	});

	test('there is none for what was so before', () => {
		expect(invertMutation(makeChat({ isArchived: true }), toggle('archive', chatID))).toEqual([]);
	});

	test('there is none for what the server did not do', () => {
		const before = makeChat({ isArchived: false, isPinned: true });
		const mutation = toggle('archive', before.id);
		expect(toUndo(before, mutation, before)).toEqual([]);
		expect(toUndo(before, mutation, undefined)).toHaveLength(1);
		expect(toUndo(undefined, mutation, before)).toEqual([]);
	});

	test('to an archived chat leads past "unread", which takes it out of the archive', () => {
		const before = makeChat({ id: chatID, isArchived: true, unreadCount: 2 });
		expect(invertMutation(before, toggle('read', chatID))).toEqual([
			toggle('read', chatID, false),
			toggle('archive', chatID)
		]);
	});
});

describe('what a write left behind is there no more', () => {
	const draft = { text: 'Old', markdown: '**Old**', attachments: [] };
	test.for([
		['the same title', { title: 'A' }, { title: 'A' }, { kind: 'title', value: 'A' }, false],
		['another title', { title: 'A' }, { title: 'B' }, { kind: 'title', value: 'A' }, true],
		[
			'no description',
			{ description: '' },
			{ description: null },
			{ kind: 'description', value: null },
			false
		],
		[
			'another description',
			{ description: 'A' },
			{ description: null },
			{ kind: 'description', value: 'A' },
			true
		],
		[
			'another picture',
			{ imgURL: 'mxc://a' },
			{ imgURL: 'mxc://b' },
			{ kind: 'avatar', value: '/a' },
			true
		],
		[
			'another timer',
			{ messageExpirySeconds: 1 },
			{ messageExpirySeconds: null },
			{ kind: 'timer', value: 1 },
			true
		],
		[
			'another reminder',
			{ reminder },
			{ reminder: null },
			{ kind: 'remind', value: reminder },
			true
		],
		['the same draft', { draft }, { draft: { ...draft } }, { kind: 'draft', value: null }, false],
		['no draft', { draft: null }, {}, { kind: 'draft', value: null }, false],
		['another draft', { draft }, { draft: null }, { kind: 'draft', value: null }, true],
		[
			'a draft with other formatting',
			{ draft },
			{ draft: { ...draft, markdown: 'Old' } },
			{ kind: 'draft', value: null },
			true
		],
		[
			'a draft with a file',
			{ draft },
			{ draft: { ...draft, attachments: [{ id: 'a', type: 'file' }] } },
			{ kind: 'draft', value: null },
			true
		],
		[
			'another flag, which has only two values',
			{ isMuted: true },
			{ isMuted: false },
			{ kind: 'mute', value: true },
			false
		]
	] as const)('%s', ([, after, now, mutation, expected]) => {
		const done = { chatID, ...mutation } satisfies Mutation;
		expect(isSuperseded(done, makeChat(after), makeChat({ title: 'A', ...now }))).toBe(expected);
	});

	test('when the state after the mutation is unknown, it can be undone', () => {
		const mutation: Mutation = { kind: 'title', chatID, value: 'A' };
		expect(isSuperseded(mutation, undefined, makeChat({ title: 'B' }))).toBe(false);
	});
});

const flags = fc.record({
	isArchived: fc.boolean(),
	isMuted: fc.boolean(),
	isPinned: fc.boolean(),
	isLowPriority: fc.boolean(),
	isMarkedUnread: fc.boolean()
});

function getFlags({ isArchived, isMuted, isPinned, isLowPriority, isMarkedUnread }: Chat) {
	return { isArchived, isMuted, isPinned, isLowPriority, isMarkedUnread };
}

test('whatever was switched, the way back leads to where it was', () => {
	fc.assert(
		fc.property(flags, fc.constantFrom(...TOGGLE_KINDS), fc.boolean(), (before, kind, value) => {
			const chat = makeChat(before);
			const mutation = toggle(kind, chat.id, value);
			const back = invertMutation(chat, mutation).reduce(
				applyMutation,
				applyMutation(chat, mutation)
			);
			expect(getFlags(back)).toEqual(before);
		})
	);
});
