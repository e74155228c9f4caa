import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { createValueReader, readValue } from '$lib/domain/capabilities/value';
import { EVERYTHING, makeAttachment } from '../../../fixtures/capabilities';

const UNSTATED = { kind: 'unstated' };
const INAPPLICABLE = { kind: 'inapplicable' };
const NO_LIMIT = { kind: 'omitted', as: 'no-limit' };
const ANY = { kind: 'omitted', as: 'any' };
const REJECTED = { kind: 'omitted', as: 'rejected' };

describe('what is reported is read as it is', () => {
	test.for([
		['edit', { kind: 'level', level: 'partial' }],
		['archive', { kind: 'flag', value: true }],
		['customEmojiReactions', { kind: 'flag', value: false }],
		['editMaxAge', { kind: 'limit', value: 900 }],
		['allowedReactions', { kind: 'list', items: ['👍', '❤️'] }],
		['participantActions.kick', { kind: 'level', level: 'rejected' }],
		['state.title', { kind: 'level', level: 'rejected' }],
		['state.title.level', { kind: 'level', level: 'rejected' }],
		['formatting.code_block.syntax_highlighting', { kind: 'level', level: 'dropped' }],
		['disappearingTimer.timers', { kind: 'list', items: [86_400_000] }],
		['attachments.org.matrix.msc3245.voice.maxDuration', { kind: 'limit', value: 3_600 }],
		['attachments.org.example.hologram.viewOnce', { kind: 'flag', value: true }],
		['attachments.m.image.mimeTypes.audio/*', { kind: 'level', level: 'partial' }],
		['stories', { kind: 'reported', value: 2 }],
		['attachments.m.image.maxPages', { kind: 'reported', value: 30 }],
		['state.theme.level', { kind: 'reported', value: -1 }]
	] as const)('%s', ([path, reading]) => {
		expect(readValue(EVERYTHING, path)).toEqual(reading);
	});
});

describe('every kind of silence is its own', () => {
	test.for<[string, Capabilities | undefined, string, object]>([
		['no capabilities at all', undefined, 'edit', { kind: 'unreported' }],
		['a level left out', {}, 'edit', UNSTATED],
		['a flag left out', {}, 'archive', UNSTATED],
		[
			'a level in a group left out',
			{ participantActions: {} },
			'participantActions.kick',
			UNSTATED
		],
		['a state without its level', { state: { title: {} } }, 'state.title', UNSTATED],
		['a limit left out', {}, 'maxTextLength', NO_LIMIT],
		['the emoji left out', {}, 'allowedReactions', ANY],
		['no emoji', { allowedReactions: [] }, 'allowedReactions', { kind: 'list', items: [] }],
		['no timer object', {}, 'disappearingTimer.timers', UNSTATED],
		['timers left out', { disappearingTimer: {} }, 'disappearingTimer.timers', ANY],
		['timer starts left out', { disappearingTimer: {} }, 'disappearingTimer.types', UNSTATED],
		['no formatting object', {}, 'formatting.bold', UNSTATED],
		['a feature left out', { formatting: {} }, 'formatting.bold', { kind: 'omitted', as: 'none' }],
		['a path the API does not have', {}, 'teleport', UNSTATED],
		['a field that only another chat reports', {}, 'attachments.m.image.maxPages', UNSTATED],
		['what objects inherit', {}, 'constructor.name', UNSTATED],
		['what lists inherit', EVERYTHING, 'allowedReactions.length', UNSTATED],
		['our own grouping of new fields', EVERYTHING, 'other.stories', UNSTATED]
	])('%s', ([, capabilities, path, reading]) => {
		expect(readValue(capabilities, path)).toEqual(reading);
	});
});

describe('a limit stands only beside a level that works', () => {
	test.for<[string, Capabilities, string, object]>([
		['a rejected level', { edit: 'rejected', editMaxAge: 900 }, 'editMaxAge', INAPPLICABLE],
		['an unsupported level', { edit: 'unsupported', editMaxAge: 9 }, 'editMaxAge', INAPPLICABLE],
		['a rejected level alone', { delete: 'rejected' }, 'deleteMaxAge', INAPPLICABLE],
		['a dropped reaction', { reaction: 'dropped' }, 'allowedReactions', INAPPLICABLE],
		[
			'a partial level',
			{ edit: 'partial', editMaxAge: 9 },
			'editMaxAge',
			{ kind: 'limit', value: 9 }
		],
		['a silent level', { editMaxAge: 900 }, 'editMaxAge', { kind: 'limit', value: 900 }]
	])('%s', ([, capabilities, path, reading]) => {
		expect(readValue(capabilities, path)).toEqual(reading);
	});
});

describe('attachments', () => {
	const { maxSize, ...unlimited } = makeAttachment();
	const off = makeAttachment({ mimeTypes: { 'image/png': 'unsupported' }, caption: 'rejected' });

	test.for<[string, Capabilities['attachments'], string, object]>([
		['not reported: the type', undefined, 'm.image', UNSTATED],
		['not reported: a MIME type', undefined, 'm.image.mimeTypes.image/png', UNSTATED],
		['not reported: a level', undefined, 'm.image.caption', UNSTATED],
		['not reported: a flag', undefined, 'm.image.viewOnce', UNSTATED],
		['not reported: a limit', undefined, 'm.image.maxSize', NO_LIMIT],
		['type left out', {}, 'm.image', REJECTED],
		['type left out: a MIME type', {}, 'm.image.mimeTypes.image/png', REJECTED],
		['type left out: a limit', {}, 'm.image.maxSize', INAPPLICABLE],
		['type left out: a level', {}, 'm.image.caption', INAPPLICABLE],
		['type left out: a flag', {}, 'm.image.viewOnce', INAPPLICABLE],
		['an unknown type left out', {}, 'org.example.hologram', REJECTED],
		['a type that every object inherits', {}, 'constructor', REJECTED],
		['type without MIME types', { 'm.image': { mimeTypes: {} } }, 'm.image', REJECTED],
		['MIME type that nothing matches', { 'm.image': off }, 'm.image.mimeTypes.image/gif', REJECTED],
		[
			'MIME type that a pattern matches',
			{ 'm.file': { mimeTypes: { '*/*': 'partial' } } },
			'm.file.mimeTypes.text/plain',
			{ kind: 'level', level: 'partial' }
		],
		['limit left out', { 'm.image': unlimited }, 'm.image.maxSize', NO_LIMIT],
		[
			'limit',
			{ 'm.image': makeAttachment() },
			'm.image.maxSize',
			{ kind: 'limit', value: maxSize }
		],
		['limit of a type that is not carried', { 'm.image': off }, 'm.image.maxSize', INAPPLICABLE],
		[
			'caption length without captions',
			{ 'm.image': makeAttachment({ caption: 'rejected', maxCaptionLength: 9 }) },
			'm.image.maxCaptionLength',
			INAPPLICABLE
		],
		[
			'caption length where captions are not mentioned',
			{ 'm.image': makeAttachment({ maxCaptionLength: 9 }) },
			'm.image.maxCaptionLength',
			{ kind: 'limit', value: 9 }
		]
	])('%s', ([, attachments, path, reading]) => {
		const capabilities = attachments ? { attachments } : {};
		expect(readValue(capabilities, `attachments.${path}`)).toEqual(reading);
	});

	test('a type is as good as its best MIME type', () => {
		const mimeTypes = { 'image/png': 'dropped', 'image/jpeg': 'partial' } as const;
		expect(readValue({ attachments: { 'm.image': { mimeTypes } } }, 'attachments.m.image')).toEqual(
			{
				kind: 'level',
				level: 'partial'
			}
		);
	});
});

test('one reader reads many chats', () => {
	const read = createValueReader('edit');
	expect([{ edit: 'full' } as const, undefined, {}].map((one) => read(one).kind)).toEqual([
		'level',
		'unreported',
		'unstated'
	]);
});
