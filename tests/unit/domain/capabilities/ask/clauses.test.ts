import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';

describe('what works and what doesn’t are asked for together', () => {
	const GIFS =
		'8 of 16 networks allow GIFs and have no spoilers: Discord, Facebook/Messenger (2 of 5 kinds of chats differ), Google Chat, iMessage (2 of 3 kinds of chats differ, 1 of 3 kinds of chats differs), Instagram, LinkedIn, Slack, WhatsApp. 3 allow GIFs and don’t say whether they have spoilers: Google Messages, Tumblr, Twitter/X.';

	test.each([
		'gifs but not spoilers',
		'gifs but no spoilers',
		'gifs and not spoilers',
		'gifs and no spoilers',
		'gifs without spoilers',
		'gifs, not spoilers',
		'who supports gifs but doesn’t support spoilers',
		'networks with gifs and without spoilers',
		'no spoilers but gifs',
		'not spoilers but gifs',
		'without spoilers but with gifs',
		'who has no spoilers and has gifs',
		'spoilers aren’t supported but gifs are'
	])('%s', (question) => {
		const { sentence, unknown } = answerQuestion(question, REFERENCE);
		expect(sentence).toBe(GIFS);
		expect(unknown).toEqual([]);
	});

	test.each([
		[
			'who supports read receipts but not polls',
			'1 of 16 networks has read receipts and has no polls: Tumblr. 6 have read receipts and don’t say whether they have polls: Google Chat, Google Messages, iMessage (1 of 3 kinds of chats differs), LINE, LinkedIn, Telegram.'
		],
		[
			'who can’t send gifs but can send voice notes',
			'1 of 16 networks allows voice notes and doesn’t allow GIFs: LINE.'
		],
		[
			'stickers but no spoilers besides telegram',
			'Besides Telegram, 3 of 15 networks allow stickers and have no spoilers: Facebook/Messenger (2 of 5 kinds of chats differ), Instagram, WhatsApp. 1 allows stickers and doesn’t say whether it has spoilers: Tumblr.'
		],
		[
			'polls and gifs but not stickers',
			'None of the 16 networks says it has polls, allows GIFs and doesn’t allow stickers.'
		],
		['does signal have read receipts but not polls', 'Signal has read receipts. Signal has polls.']
	])('%s', (question, sentence) => {
		expect(answerQuestion(question, REFERENCE).sentence).toBe(sentence);
	});

	test.each([
		['polls and not formatting', 'polls', 'not formatting'],
		['120 MB mp4 but not polls', '120 MB mp4', 'but not polls'],
		['delete for me but not for everyone', 'delete for me', 'but not for everyone'],
		['polls but not in groups', 'polls', 'but not in groups']
	])('%s: only the first half is answered, and says so', (question, half, unknown) => {
		const answer = answerQuestion(question, REFERENCE);
		expect(answer.sentence).toBe(answerQuestion(half, REFERENCE).sentence);
		expect(answer.unknown).toEqual([unknown]);
	});

	test('“not only” denies nothing', () => {
		expect(answerQuestion('not only polls but also gifs', REFERENCE).sentence).toBe(
			answerQuestion('polls and gifs', REFERENCE).sentence
		);
	});
});
