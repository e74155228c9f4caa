import { expect, test } from 'vitest';
import {
	checkSending,
	checkRecipients,
	isEmptySending,
	type Sending
} from '$lib/domain/capabilities/check/check';
import { readTextFacts } from '$lib/domain/capabilities/check/text';
import type { Recipient } from '$lib/domain/capabilities/check/recipient';
import type { SupportLevel } from '$lib/domain/capabilities/model';
import { makeAttachment, makeCapabilities } from '../../../../fixtures/capabilities';

const photo = { name: 'a.jpg', mimeType: 'image/jpeg', size: 1_000 };
const song = { name: 'b.mp3', mimeType: 'audio/mpeg', size: 1_000 };

function makeSending(overrides: Partial<Sending> = {}): Sending {
	return { files: [], text: null, caption: null, ...overrides };
}

test('each file and the text has its own answer, and the whole is as good as the worst', () => {
	const sending = makeSending({ files: [photo, song], text: readTextFacts('~~Hi~~') });
	expect(checkSending(makeCapabilities(), sending, 'Signal')).toEqual({
		kind: 'no',
		parts: [
			{ name: 'a.jpg', kind: 'yes', reasons: [], as: 'an image' },
			{
				name: 'b.mp3',
				kind: 'no',
				reasons: ['Signal doesn’t accept audio files of type audio/mpeg'],
				as: 'audio'
			},
			{ name: 'Text', kind: 'changed', reasons: ['formatting lost: strikethrough'] }
		]
	});
});

test('a caption goes with each file', () => {
	const capabilities = {
		attachments: { 'm.image': makeAttachment({ caption: 'dropped' }) }
	} as const;
	const { parts } = checkSending(
		capabilities,
		makeSending({ files: [photo, photo], caption: readTextFacts('Look') }),
		'Signal'
	);
	expect(parts.map(({ reasons }) => reasons)).toEqual([
		['caption is dropped'],
		['caption is dropped']
	]);
});

test('a chat that reports nothing leaves everything to the server', () => {
	const sending = makeSending({
		files: [photo],
		text: readTextFacts('Hi'),
		caption: readTextFacts('Look')
	});
	const { kind, parts } = checkSending(undefined, sending, 'Signal');
	expect(kind).toBe('unknown');
	expect(new Set(parts.flatMap(({ reasons }) => reasons))).toEqual(
		new Set(['Not reported, so Beeper decides'])
	);
});

test.for([
	['nothing', makeSending(), true],
	['a caption without a file', makeSending({ caption: readTextFacts('Look') }), true],
	['a text', makeSending({ text: readTextFacts(' ') }), false],
	['a file', makeSending({ files: [photo] }), false]
] as const)('%s: nothing to send is %s', ([, sending, is]) => {
	expect(isEmptySending(sending)).toBe(is);
});

function makeTaker(name: string, caption: SupportLevel): Recipient {
	const attachments = { 'm.image': makeAttachment({ caption }) };
	const network = { key: name, name };
	return {
		key: name,
		network,
		variant: '',
		kind: 'chats',
		chats: 1,
		capabilities: { attachments }
	};
}

test('those who take it as it is come first; equals stay in their order', () => {
	const recipients = [
		makeTaker('LINE', 'rejected'),
		makeTaker('B', 'full'),
		makeTaker('Instagram', 'dropped'),
		makeTaker('A', 'full')
	];
	const answers = checkRecipients(
		recipients,
		makeSending({ files: [photo], caption: readTextFacts('Look') })
	);
	expect(answers.map(({ key, result }) => [key, result.kind])).toEqual([
		['B', 'yes'],
		['A', 'yes'],
		['Instagram', 'changed'],
		['LINE', 'no']
	]);
	expect(answers.at(-1)?.result.parts[0]?.reasons).toEqual([
		'LINE refuses captions, so send the text separately'
	]);
});
