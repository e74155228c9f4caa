import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getTitle } from '$lib/domain/chat/chat';
import { cleanName, getInitial, isolateName } from '$lib/domain/chat/name';
import { findName, getName } from '$lib/domain/chat/participant';
import { hostileText } from '../../../fixtures/hostile';
import { makeChat } from '../../../fixtures/chats';
import { BLANK_NAMES, TURNING_NAMES } from '../../../fixtures/odd-names';

const BRIDGE_IDS = [
	'@whatsapp_lid-98765:beeper.local',
	'@telegram_1234:beeper.local',
	'@signal_0a1b:local-signal.localhost'
];

test.for(BLANK_NAMES)('%j shows nothing and is no name', (blank) => {
	expect(cleanName(blank)).toBe('');
	expect(getTitle(makeChat({ title: blank, type: 'group' }))).toBe('Untitled chat');
	expect(findName({ id: '1', fullName: blank, username: blank, phoneNumber: blank })).toBe(
		undefined
	);
	expect(getName({ id: '1', fullName: blank, email: 'bo@example.org' })).toBe('bo@example.org');
});

test.for(TURNING_NAMES)('%j becomes one line, %j, that turns nothing', ([name, shown]) => {
	expect(cleanName(name)).toBe(shown);
});

test.for([
	['Lunch', 'Lunch'],
	['Café №5 ✨', 'Café №5 ✨'],
	['👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️', '👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️'],
	['می‌خواهم', 'می‌خواهم'],
	['\u200bBo\ufeff', 'Bo'],
	['<b>Bo</b>', '<b>Bo</b>'],
	['e\u0301', 'e\u0301']
] as const)('%j keeps all it shows', ([name, shown]) => {
	expect(cleanName(name)).toBe(shown);
});

test('whatever a name holds, it is one line without controls, and cleaning it again changes nothing', () => {
	fc.assert(
		fc.property(fc.oneof(hostileText(), fc.string({ unit: 'binary' })), (name) => {
			const shown = cleanName(name);
			expect(shown).not.toMatch(
				/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
			);
			expect(shown).toBe(shown.trim());
			expect(cleanName(shown)).toBe(shown);
		})
	);
});

test.for(['\u3164', '\u200b', ' ', '\u2800', '\u202e'])(
	'reads a very long run of %j in one go',
	(sign) => {
		expect(cleanName(`a${sign.repeat(500_000)}`)).toBe('a');
		expect(cleanName(sign.repeat(500_000))).toBe('');
	}
);

describe('an ID is no name', () => {
	test.for(BRIDGE_IDS)('%s', (id) => {
		expect(findName({ id })).toBe(undefined);
		expect(findName({ id, fullName: id, username: 'bo' })).toBe('bo');
		expect(getName({ id })).toBe('Unknown person');
		expect(getTitle(makeChat({ title: id, type: 'group' }))).toBe('Untitled chat');
	});

	test.for(['+15550100', 'bo@example.org', '@bo:example.org'])(
		'but %s is what people write to',
		(id) => {
			expect(findName({ id })).toBe(id);
		}
	);

	test.for(['imsg##thread:any;-;+15550100', 'U02ABC', '18273645'])('nor is %s', (id) => {
		expect(findName({ id })).toBe(undefined);
	});
});

describe('a direct chat without a title', () => {
	const self = { id: '@me:beeper.local', fullName: 'Ada', isSelf: true };
	const bo = { id: '@2:beeper.local', fullName: 'Bo' };
	const bot = { id: '@bot:beeper.local', fullName: 'Bridge bot', isNetworkBot: true };

	function titled(items: readonly (typeof bo)[], type = 'single') {
		const participants = { items, hasMore: false, total: items.length };
		return getTitle(makeChat({ title: '\u2800', type, participants }));
	}

	test('is called what the other person is called', () => {
		expect(titled([self, bo])).toBe('Bo');
		expect(titled([self, bot, bo])).toBe('Bo');
		expect(titled([bot, self])).toBe('Bridge bot');
	});

	test('is untitled where that is not clear, as is a group', () => {
		expect(titled([self])).toBe('Untitled chat');
		expect(titled([self, bo, { ...bo, id: '3' }])).toBe('Untitled chat');
		expect(titled([self, { ...bo, fullName: '\u3164' }])).toBe('Untitled chat');
		expect(titled([self, bo], 'group')).toBe('Untitled chat');
	});
});

test('only a name that runs from right to left is kept apart from a sentence', () => {
	expect(isolateName('Lunch 漢字')).toBe('Lunch 漢字');
	expect(isolateName('שלום')).toBe('\u2068שלום\u2069');
});

test.for([
	['Ada Lovelace', 'A'],
	['  “élan” ', 'É'],
	['(2027) reunion', '2'],
	['陈浩然', '陈'],
	['🌻 🌻', '🌻'],
	['???', '?'],
	['', '']
])('the letter that stands for %j is %j', ([name = '', initial]) => {
	expect(getInitial(name)).toBe(initial);
});
