import { describe, expect, test } from 'vitest';
import {
	getActionPermission,
	getBlockedReason,
	getGeneralPermission,
	getMutationPermission
} from '$lib/domain/mutations/permission';
import type { Action } from '$lib/domain/mutations/actions';
import { SUPPORT_LEVELS, type Capabilities } from '$lib/domain/capabilities/model';
import { makeChat } from '../../../fixtures/chats';
import { makeCircumstances } from '../../../fixtures/writes';

const permissionContext = makeCircumstances();

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
			expect(getActionPermission(yes, action, permissionContext)).toEqual({ kind: 'allowed' });
			expect(getActionPermission(no, action, permissionContext)).toMatchObject({ kind: 'refused' });
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
				return getActionPermission(chat, action, permissionContext).kind;
			});
			expect(kinds).toEqual(['refused', 'refused', 'refused', 'allowed', 'allowed']);
		}
	);

	test('a refusal names the network and what it does not allow', () => {
		const chat = makeChat({ capabilities: { state: { title: { level: 'rejected' } } } });
		expect(getActionPermission(chat, 'title', permissionContext)).toEqual({
			kind: 'refused',
			reason: 'WhatsApp chats of this kind don’t allow renaming.'
		});
	});

	test.for([
		['a capability left out', { capabilities: {} }, 'This network doesn’t say if it allows this'],
		['no capabilities at all', {}, 'Unknown – Beeper will try']
	] as const)('%s allows, with a hint', ([, overrides, hint]) => {
		expect(getActionPermission(makeChat(overrides), 'archive', permissionContext)).toEqual({
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
		expect(getActionPermission(makeChat(), action, permissionContext)).toEqual({ kind: 'allowed' });
	});
});

describe('special chats', () => {
	test('only iMessage notifies anyway', () => {
		const apple = makeChat({ accountID: 'imessage', network: 'iMessage' });
		expect(getActionPermission(apple, 'notify-anyway', permissionContext).kind).toBe('allowed');
		expect(getActionPermission(makeChat(), 'notify-anyway', permissionContext).kind).toBe(
			'refused'
		);
	});

	test('a pinned chat may refuse to be archived, and says what to do', () => {
		const chat = makeChat({ isPinned: true, capabilities: { archive: true } });
		expect(getActionPermission(chat, 'archive', permissionContext)).toMatchObject({
			kind: 'unstated',
			hint: expect.stringContaining('Unpin')
		});
		expect(getActionPermission(chat, 'unarchive', permissionContext).kind).toBe('allowed');
	});

	test('where nothing can be sent there are no drafts, but archiving goes on', () => {
		const chat = makeChat({ isReadOnly: true, capabilities: { archive: true, reaction: 'full' } });
		expect(getActionPermission(chat, 'draft', permissionContext).kind).toBe('refused');
		expect(getActionPermission(chat, 'react', permissionContext).kind).toBe('unstated');
		expect(getActionPermission(chat, 'archive', permissionContext).kind).toBe('allowed');
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
		const mutation = { kind: 'timer', chatID: chat.id, value } as const;
		expect(getMutationPermission(chat, mutation, permissionContext).kind).toBe(kind);
	});

	test.for([
		['🦉🦉🦉', 'allowed'],
		['long', 'refused']
	] as const)('a draft of “%s” is %s', ([text, kind]) => {
		const mutation = { kind: 'draft', chatID: chat.id, value: { text, attachments: [] } } as const;
		expect(getMutationPermission(chat, mutation, permissionContext).kind).toBe(kind);
	});
});

describe('without a chat', () => {
	test.for([
		[true, true, 'Read-only is on'],
		[false, false, 'This token is read-only'],
		// Turning the switch off would change nothing.
		[true, false, 'This token is read-only'],
		[false, undefined, null],
		[false, true, null]
	] as const)('read-only %s, token may write: %s', ([isReadOnly, canWrite, reason]) => {
		const blockedReason = getBlockedReason(isReadOnly, canWrite);
		expect(blockedReason).toEqual(reason === null ? null : expect.stringContaining(reason));
	});

	test('a block refuses everything but showing Beeper', () => {
		const blocked = makeCircumstances({ blockedReason: 'No.' });
		expect(getActionPermission(makeChat(), 'mute', blocked)).toEqual({
			kind: 'refused',
			reason: 'No.'
		});
		expect(getActionPermission(makeChat(), 'focus', blocked).kind).toBe('allowed');
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
		expect(getGeneralPermission(action, { blockedReason: null, server }).kind).toBe(kind);
	});

	test('nothing is refused while the server has not said what it is', () => {
		expect(getGeneralPermission('mute', { blockedReason: null }).kind).toBe('allowed');
	});

	test('a server that answers with newer things is not held to the version it names', () => {
		const server = { version: '1.0.0', atLeast: '4.2.808' };
		const seen = { ...permissionContext, server };
		expect(getActionPermission(makeChat(), 'mute', seen).kind).toBe('allowed');
	});
});
