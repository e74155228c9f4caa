import { describe, expect, test } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { makeAttachment } from '../../../../fixtures/capabilities';
import { buildOnlyCell, formatParts } from '../tables';

const LIST = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

describe('a cell says the limit beside the symbol of its level', () => {
	test.for<[string, Capabilities, string, string | undefined]>([
		['edit', { edit: 'full', editMaxAge: 900 }, '✓ 15 min', 'Full'],
		['edit', { edit: 'partial', editMaxAge: 900 }, '◐ 15 min', 'Partial'],
		['edit', { edit: 'full', editMaxAge: 900, editMaxCount: 5 }, '✓ 15 min, 5 edits', 'Full'],
		['edit', { edit: 'full', editMaxCount: 1 }, '✓ 1 edit', 'Full'],
		['edit', { edit: 'full', editMaxAge: 0 }, '✓ 0 s', 'Full'],
		['edit', { edit: 'full' }, '✓ Full', undefined],
		['edit', { edit: 'rejected', editMaxAge: 900 }, '⊘ Rejected', undefined],
		['edit', { edit: 'dropped', editMaxAge: 900 }, '⚠ Dropped', undefined],
		['edit', { editMaxAge: 900 }, '– Not stated', undefined],
		['delete', { delete: 'full', deleteMaxAge: 172_800 }, '✓ 2 days', 'Full'],
		['reaction', { reaction: 'full' }, '✓ Full', undefined],
		['reaction', { reaction: 'partial', allowedReactions: LIST }, '◐ 6 emoji', 'Partial'],
		['reaction', { reaction: 'full', reactionCount: 1 }, '✓ 1 per message', 'Full'],
		[
			'reaction',
			{ reaction: 'full', allowedReactions: LIST, reactionCount: 1 },
			'✓ 6 emoji, 1 per message',
			'Full'
		],
		['reaction', { reaction: 'full', allowedReactions: [] }, '✓ no emoji', 'Full'],
		[
			'state.disappearingTimer',
			{
				state: { disappearingTimer: { level: 'full' } },
				disappearingTimer: { timers: [86_400_000, 604_800_000] }
			},
			'✓ 24 h, 7 days',
			'Full'
		],
		[
			'state.disappearingTimer',
			{ state: { disappearingTimer: { level: 'full' } }, disappearingTimer: {} },
			'✓ any timer',
			'Full'
		],
		['attachments.m.image', { attachments: { 'm.image': makeAttachment() } }, '✓ 100 MB', 'Full'],
		['attachments.m.video', { attachments: {} }, '⊖ Rejected (not listed)', undefined],
		[
			'attachments.m.image',
			{ attachments: { 'm.image': makeAttachment({ mimeTypes: { 'image/png': 'rejected' } }) } },
			'⊘ Rejected',
			undefined
		],
		[
			'attachments.m.image.caption',
			{ attachments: { 'm.image': makeAttachment({ caption: 'full', maxCaptionLength: 1_024 }) } },
			'✓ 1,024 characters',
			'Full'
		],
		[
			'attachments.m.image.caption',
			{ attachments: { 'm.image': makeAttachment({ caption: 'dropped', maxCaptionLength: 9 }) } },
			'⚠ Dropped',
			undefined
		],
		['maxTextLength', { maxTextLength: 2_000 }, '≤ 2,000 characters', undefined],
		['formatting.bold', { formatting: {} }, '○ None (not listed)', undefined]
	])('%s of %o is %s', ([path, capabilities, words, symbolLabel]) => {
		const cell = buildOnlyCell(path, [[capabilities, 1]]);
		expect(formatParts(cell)).toEqual([words]);
		expect(cell.parts[0].symbolLabel).toBe(symbolLabel);
	});
});

test('emoji that are only counted are whole in the detail', () => {
	const { formatted } = buildOnlyCell('reaction', [
		[{ reaction: 'full', allowedReactions: LIST, reactionCount: 1 }, 1]
	]).parts[0];
	expect(formatted).toMatchObject({
		short: '6 emoji, 1 each',
		detail: '👍 ❤️ 😂 😮 😢 🙏, 1 per message'
	});
});

test('chats with the same level and another limit are different parts, most common first', () => {
	const cell = buildOnlyCell('edit', [
		[{ edit: 'full', editMaxAge: 3_600 }, 2],
		[{ edit: 'full', editMaxAge: 900 }, 5],
		[{ edit: 'rejected' }, 1]
	]);
	expect(formatParts(cell)).toEqual(['✓ 15 min', '✓ 1 h', '⊘ Rejected']);
	expect(cell.parts).toMatchObject([
		{
			chats: 5,
			statement: { urlValue: 'full' },
			tests: [
				{ path: 'edit', value: 'full' },
				{ path: 'editMaxAge', value: '900' }
			]
		},
		{ chats: 2 },
		{ chats: 1, statement: { urlValue: 'rejected' } }
	]);
	expect(cell.parts[2]).not.toHaveProperty('tests');
});

test('a limit that all share needs no word of its own', () => {
	const cell = buildOnlyCell('edit', [
		[{ edit: 'full', editMaxAge: 900 }, 2],
		[{ edit: 'rejected', editMaxAge: 900 }, 1]
	]);
	expect(cell.parts.map((part) => part.tests)).toEqual([undefined, undefined]);
});
