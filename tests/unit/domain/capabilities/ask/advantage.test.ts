import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';

const OVER_WHATSAPP =
	'Telegram can do 5 things that WhatsApp can’t: underlining, syntax highlighting, spoilers, captions on audio files (1,024 characters), captions on voice notes (1,024 characters). It’s better at 4: edit (no stated limit), delete for everyone (no stated limit), links with their own text, stickers (no stated limit). WhatsApp doesn’t say about 3: custom emoji reactions, delete chats for everyone, ban people.';

test('what one network has over another is counted and named, with just those rows', () => {
	const { sentence, rows, columns, paths } = answerQuestion(
		'What can Telegram do that WhatsApp can’t?',
		REFERENCE
	);
	expect(sentence).toBe(OVER_WHATSAPP);
	expect(columns.map(({ name }) => name)).toEqual(['Telegram', 'WhatsApp']);
	expect(rows.map(({ path }) => path)).toEqual(paths);
	expect(paths).toEqual([
		'formatting.underline',
		'formatting.code_block.syntax_highlighting',
		'formatting.spoiler',
		'attachments.m.audio.caption',
		'attachments.org.matrix.msc3245.voice.caption',
		'edit',
		'delete',
		'formatting.inline_link',
		'attachments.m.sticker'
	]);
});

describe('it is asked for in many words', () => {
	test.each([
		'what can’t whatsapp do that telegram can',
		'what does telegram have that whatsapp lacks',
		'what does whatsapp lack that telegram has',
		'what whatsapp can’t that telegram can',
		'telegram features whatsapp is missing',
		'what is missing from whatsapp compared to telegram',
		'what can I do on telegram but not on whatsapp',
		'advantages of telegram over whatsapp',
		'disadvantages of whatsapp compared to telegram',
		'telegram’s benefits over whatsapp',
		'why use telegram over whatsapp',
		'is telegram better than whatsapp',
		'is whatsapp worse than telegram',
		'what do I lose by switching from telegram to whatsapp',
		'what would I miss if I moved from telegram to whatsapp',
		'what do I gain when I switch to telegram from whatsapp'
	])('%s', (question) => {
		const { sentence, unknown } = answerQuestion(question, REFERENCE);
		expect(sentence).toBe(OVER_WHATSAPP);
		expect(unknown).toEqual([]);
	});
});

test.each([
	// Silence is never “can’t”.
	[
		'is signal better than telegram',
		'Signal can do nothing that Telegram says it can’t. It’s better at 7: reactions (1 per message), disappearing messages'
	],
	[
		'what can telegram do that signal and whatsapp can’t',
		'Telegram can do 3 things that Signal and WhatsApp can’t: underlining,'
	],
	['what formatting does discord have that slack lacks', 'Discord can do 1 thing that Slack can’t'],
	[
		'what does signal have that imessage lacks',
		'Signal can do 15 things that iMessage can’t: bold'
	],
	['does signal have polls that imessage doesn’t', 'Signal has polls, iMessage doesn’t say.'],
	['which is better, signal or telegram', 'Signal: edit for 24 hours'],
	['what can whatsapp do that wechat can’t', 'WhatsApp: edit (15 minutes), ']
])('%s', (question, start) => {
	const { sentence } = answerQuestion(question, REFERENCE);
	expect(sentence.slice(0, start.length)).toBe(start);
});

test('differences leave out the rows that are the same, and what is in common those that differ', () => {
	const whole = answerQuestion('telegram vs whatsapp', REFERENCE);
	const differences = answerQuestion('differences between telegram and whatsapp', REFERENCE);
	expect(differences.sentence).toBe(whole.sentence);
	expect(differences.rows).toHaveLength(11);
	expect(differences.paths).not.toContain('locationMessage');
	const common = answerQuestion('what do line and signal have in common', REFERENCE);
	expect(common.sentence).toBe(
		'LINE and Signal have 10 of 15 things in common: delete for everyone, reactions, replies, images, videos, files, voice notes, texts, read receipts, locations.'
	);
	expect(common.rows).toHaveLength(10);
	expect(common.unknown).toEqual([]);
});
