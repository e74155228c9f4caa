import { describe, expect, test } from 'vitest';
import type { Capabilities, SupportLevel } from '$lib/domain/capabilities/model';
import { buildTable } from '$lib/domain/capabilities/table/build-table';
import { makeAttachment } from '../../../../fixtures/capabilities';
import { column } from '../tables';

function summary(signal: Capabilities, whatsapp: Capabilities): readonly string[] {
	const columns = [column('WhatsApp', [[whatsapp, 1]]), column('Signal', [[signal, 1]])];
	return buildTable(columns, { baseline: 'signal' }).summary;
}

const IMAGES = { 'm.image': makeAttachment() };
const SMALL = { 'm.image': makeAttachment({ maxSize: 8_000_000 }) };

describe('the differences in words', () => {
	test.for<[string, Capabilities, Capabilities]>([
		[
			'Signal edits for 24 h, WhatsApp for 15 min.',
			{ edit: 'full', editMaxAge: 86_400 },
			{ edit: 'full', editMaxAge: 900 }
		],
		[
			'Signal edits without a stated limit, WhatsApp for 15 min.',
			{ edit: 'full' },
			{ edit: 'full', editMaxAge: 900 }
		],
		[
			'Signal edits for 15 min, 5 edits · WhatsApp without a stated limit.',
			{ edit: 'full', editMaxAge: 900, editMaxCount: 5 },
			{ edit: 'full' }
		],
		[
			'Signal doesn’t edit, WhatsApp does for 15 min.',
			{ edit: 'rejected' },
			{ edit: 'full', editMaxAge: 900 }
		],
		['Signal edits, WhatsApp doesn’t.', { edit: 'full' }, { edit: 'rejected' }],
		['Signal has no polls, WhatsApp has.', { poll: 'unsupported' }, { poll: 'full' }],
		['Signal has polls, WhatsApp has none.', { poll: 'full' }, { poll: 'dropped' }],
		['Signal has threads in part, WhatsApp fully.', { thread: 'partial' }, { thread: 'full' }],
		[
			'Signal has no threads, WhatsApp has them in part.',
			{ thread: 'rejected' },
			{ thread: 'partial' }
		],
		[
			'Signal takes images up to 100 MB, WhatsApp up to 8 MB.',
			{ attachments: IMAGES },
			{ attachments: SMALL }
		],
		[
			'Signal takes images up to 100 MB, WhatsApp takes none.',
			{ attachments: IMAGES },
			{ attachments: {} }
		],
		[
			'Signal has reactions without a stated limit, WhatsApp (1 per message).',
			{ reaction: 'full' },
			{ reaction: 'full', reactionCount: 1 }
		],
		[
			'Signal takes texts of up to 160 characters, WhatsApp of up to 2,000 characters.',
			{ maxTextLength: 160 },
			{ maxTextLength: 2_000 }
		],
		['Archive: Signal Yes, WhatsApp No.', { archive: true }, { archive: false }]
	])('%s', ([sentence, signal, whatsapp]) => {
		expect(summary(signal, whatsapp)[0]).toBe(sentence);
	});

	test('silence is no difference, nor are two ways of not working', () => {
		expect(summary({ poll: 'full' }, {})).toEqual([]);
		expect(summary({}, { poll: 'full' })).toEqual([]);
		expect(summary({ poll: 'dropped' }, { poll: 'rejected' })).toEqual([]);
	});

	test('limits that are about the same are no difference', () => {
		const [telegram, whatsapp] = [2_147_483_648, 2_097_152_000].map((maxSize) => ({
			attachments: { 'm.image': makeAttachment({ maxSize }) }
		}));
		if (telegram && whatsapp) expect(summary(telegram, whatsapp)).toEqual([]);
	});

	test('the most important come first, six at most', () => {
		const levels = ['thread', 'reply', 'poll', 'reaction', 'delete', 'locationMessage', 'edit'];
		function all(level: SupportLevel): Capabilities {
			return Object.fromEntries(levels.map((name) => [name, level]));
		}
		const sentences = summary(all('full'), all('rejected'));
		expect(sentences).toHaveLength(6);
		expect(sentences.slice(0, 3)).toEqual([
			'Signal edits, WhatsApp doesn’t.',
			'Signal deletes for everyone, WhatsApp doesn’t.',
			'Signal has polls, WhatsApp has none.'
		]);
	});

	test('columns that say the same share a clause, and the rest are counted', () => {
		const ages = { A: 900, B: 900, C: 900, D: 900, E: 60, F: 120, G: 180, H: 240 };
		const others = Object.entries(ages).map(([name, editMaxAge]) =>
			column(name, [[{ edit: 'full', editMaxAge }, 1]])
		);
		const columns = [column('Base', [[{ edit: 'full' }, 1]]), ...others];
		expect(buildTable(columns, { baseline: 'base' }).summary[0]).toBe(
			'Base edits without a stated limit · A, B and 2 others for 15 min · E for 1 min · F for 2 min · 2 others differ.'
		);
	});

	test('chats that differ within a column are counted', () => {
		const mixed = column('Slack', [
			[{ edit: 'full' }, 14],
			[{ edit: 'rejected' }, 3]
		]);
		const base = column('Base', [[{ edit: 'full' }, 1]]);
		expect(buildTable([mixed, base], { baseline: 'base' }).summary[0]).toBe(
			'Base edits without a stated limit, Slack in 14 of 17 chats.'
		);
	});

	test('several speak in the plural', () => {
		const columns = [
			column('Groups', [[{ poll: 'rejected' }, 1]], 0, { isPlural: true }),
			column('Direct chats', [[{ poll: 'full' }, 1]], 0, { isPlural: true })
		];
		expect(buildTable(columns, { baseline: 'groups' }).summary).toEqual([
			'Groups have no polls, Direct chats have.'
		]);
	});

	test('is empty without a baseline', () => {
		expect(buildTable([column('A', [[{ poll: 'full' }, 1]])]).summary).toEqual([]);
	});
});
