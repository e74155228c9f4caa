import { describe, expect, test } from 'vitest';
import { blockOf } from '$lib/domain/mutations/block';
import { generalPermission, permissionFor, permissionOf } from '$lib/domain/mutations/permission';
import type { Action } from '$lib/domain/mutations/actions';
import { type Capabilities, SUPPORT_LEVELS } from '$lib/domain/capabilities/model';
import { makeChat } from '../../../fixtures/chats';
import { makeCircumstances } from '../../../fixtures/writes';

const circumstances = makeCircumstances();

describe('what the chat says', () => {
	test.for([
		['archive', (works: boolean) => ({ archive: works })],
		['unarchive', (works: boolean) => ({ archive: works })],
		['unread', (works: boolean) => ({ markAsUnread: works })]
	] as const satisfies [Action, (works: boolean) => Capabilities][])(
		'%s goes by a flag',
		([action, capabilities]) => {
			const yes = makeChat({ capabilities: capabilities(true) });
			const no = makeChat({ capabilities: capabilities(false) });
			expect(permissionFor(yes, action, circumstances)).toEqual({ kind: 'allowed' });
			expect(permissionFor(no, action, circumstances)).toMatchObject({ kind: 'refused' });
		}
	);

	test.for([
		['title', (level) => ({ state: { title: { level } } })],
		['description', (level) => ({ state: { description: { level } } })],
		['avatar', (level) => ({ state: { avatar: { level } } })],
		['timer', (level) => ({ state: { disappearingTimer: { level } } })],
		['react', (level) => ({ reaction: level })],
		['unreact', (level) => ({ reaction: level })]
	] as const satisfies [Action, (level: (typeof SUPPORT_LEVELS)[number]) => Capabilities][])(
		'%s goes by a level',
		([action, capabilities]) => {
			const kinds = SUPPORT_LEVELS.map((level) => {
				const chat = makeChat({ capabilities: capabilities(level) });
				return permissionFor(chat, action, circumstances).kind;
			});
			expect(kinds).toEqual(['refused', 'refused', 'refused', 'allowed', 'allowed']);
		}
	);

	test('a refusal names the network and what it does not allow', () => {
		const chat = makeChat({ capabilities: { state: { title: { level: 'rejected' } } } });
		expect(permissionFor(chat, 'title', circumstances)).toEqual({
			kind: 'refused',
			reason: 'WhatsApp chats of this kind don’t allow renaming.'
		});
	});

	test.for([
		['a capability left out', { capabilities: {} }, 'Not stated; may be refused'],
		['no capabilities at all', {}, 'Not reported; Beeper decides']
	] as const)('%s allows, with a hint', ([, overrides, hint]) => {
		expect(permissionFor(makeChat(overrides), 'archive', circumstances)).toEqual({
			kind: 'unstated',
			hint
		});
	});

	test.for([
		'mute',
		'unmute',
		'pin',
		'unpin',
		'low-priority',
		'read',
		'remind',
		'clear-draft'
	] as const)('%s needs no capability', (action) => {
		expect(permissionFor(makeChat(), action, circumstances)).toEqual({ kind: 'allowed' });
	});
});

describe('special chats', () => {
	test('only iMessage notifies anyway', () => {
		const apple = makeChat({ accountID: 'imessage', network: 'iMessage' });
		expect(permissionFor(apple, 'notify-anyway', circumstances).kind).toBe('allowed');
		expect(permissionFor(makeChat(), 'notify-anyway', circumstances).kind).toBe('refused');
	});

	test('a pinned chat may refuse to be archived, and says what to do', () => {
		const chat = makeChat({ isPinned: true, capabilities: { archive: true } });
		expect(permissionFor(chat, 'archive', circumstances)).toMatchObject({
			kind: 'unstated',
			hint: expect.stringContaining('unpin')
		});
		expect(permissionFor(chat, 'unarchive', circumstances).kind).toBe('allowed');
	});

	test('where nothing can be sent there are no drafts, but archiving goes on', () => {
		const chat = makeChat({ isReadOnly: true, capabilities: { archive: true, reaction: 'full' } });
		expect(permissionFor(chat, 'draft', circumstances).kind).toBe('refused');
		expect(permissionFor(chat, 'react', circumstances).kind).toBe('unstated');
		expect(permissionFor(chat, 'archive', circumstances).kind).toBe('allowed');
	});
});

describe('values', () => {
	const chat = makeChat({
		capabilities: {
			disappearingTimer: { timers: [86_400_000] },
			state: { disappearingTimer: { level: 'full' } },
			maxTextLength: 3
		}
	});

	test.for([
		[86_400, 'allowed'],
		[null, 'allowed'],
		[60, 'refused']
	] as const)('a timer of %o seconds is %s', ([value, kind]) => {
		const write = { kind: 'timer', chatID: chat.id, value } as const;
		expect(permissionOf(chat, write, circumstances).kind).toBe(kind);
	});

	test.for([
		['🦉🦉🦉', 'allowed'],
		['long', 'refused']
	] as const)('a draft of “%s” is %s', ([text, kind]) => {
		const write = { kind: 'draft', chatID: chat.id, value: { text, attachments: [] } } as const;
		expect(permissionOf(chat, write, circumstances).kind).toBe(kind);
	});
});

describe('before any chat is looked at', () => {
	test.for([
		[true, true, 'Read-only is on'],
		[false, false, 'This token can only read'],
		[false, undefined, null],
		[false, true, null]
	] as const)('read-only %s, token may write: %s', ([isReadOnly, canWrite, reason]) => {
		const block = blockOf(isReadOnly, canWrite);
		expect(block).toEqual(reason === null ? null : expect.stringContaining(reason));
	});

	test('a block refuses everything but showing Beeper', () => {
		const blocked = makeCircumstances({ block: 'No.' });
		expect(permissionFor(makeChat(), 'mute', blocked)).toEqual({ kind: 'refused', reason: 'No.' });
		expect(permissionFor(makeChat(), 'focus', blocked).kind).toBe('allowed');
	});

	test.for([
		['mute', '4.2.700', 'refused'],
		['mute', '4.2.808', 'allowed'],
		['react', '4.2.557', 'allowed'],
		['react', undefined, 'refused'],
		['archive', undefined, 'allowed'],
		['start', '4.2.557', 'refused'],
		['create', undefined, 'allowed']
	] as const)('%s on version %s is %s', ([action, version, kind]) => {
		const server = version === undefined ? {} : { version };
		expect(generalPermission(action, { block: null, server }).kind).toBe(kind);
	});

	test('nothing is refused while the server has not said what it is', () => {
		expect(generalPermission('mute', { block: null }).kind).toBe('allowed');
	});

	test('a server that answers with newer things is not held to the version it names', () => {
		const server = { version: '1.0.0', atLeast: '4.2.808' };
		const seen = { ...circumstances, server };
		expect(permissionFor(makeChat(), 'mute', seen).kind).toBe('allowed');
	});
});
