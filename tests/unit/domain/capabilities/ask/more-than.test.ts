import { expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { REFERENCE } from './columns';

test.each([
	[
		'who takes files larger than 100 MB',
		'5 of 16 networks take files larger than 100 MB: Google Chat, LINE (no stated limit), Slack, Telegram, WhatsApp. 10 don’t: Discord (10 MB at most)'
	],
	['over 100 MB', '5 of 16 networks take files larger than 100 MB: '],
	['photos > 25mb on slack', 'Slack takes images larger than 25 MB.'],
	// A limit of 10 × 1,048,576 bytes is 10 MB, not more.
	['larger than 10 MB on discord', 'Discord doesn’t take files larger than 10 MB (10 MB at most).'],
	['10 MB on discord', 'Discord takes a 10 MB file.'],
	['no more than 10 MB on discord', 'Discord takes a 10 MB file.'],
	[
		'an mp4 over 500 megs with caption on line',
		'LINE doesn’t take MP4s larger than 500 MB with a caption'
	],
	['videos over 5 minutes on twitter', 'Twitter/X takes videos longer than 5 minutes.'],
	[
		'voice notes longer than 5 minutes on slack',
		'Slack doesn’t allow voice notes longer than 5 minutes'
	],
	[
		'120 MB mp4 with a caption of more than 1,024 characters on telegram',
		'Telegram doesn’t take a 120 MB MP4 with a caption of more than 1,024 characters'
	],
	[
		'captions longer than 1,000 characters on telegram',
		'Telegram allows captions on images longer than 1,000 characters'
	],
	[
		'more than 10,000 characters on x',
		'Twitter/X doesn’t take a text of more than 10,000 characters (10,000 at most).'
	],
	['10,000 characters on x', 'Twitter/X takes a text of 10,000 characters.'],
	[
		'edit for more than an hour on linkedin',
		'After more than an hour, LinkedIn can’t edit (1 hour at most).'
	],
	['edit window longer than an hour on signal', 'After more than an hour, Signal can still edit'],
	[
		'disappearing messages longer than a week',
		'3 of 16 networks have a timer of more than a week for disappearing messages: '
	]
])('%s', (question, start) => {
	const { sentence, unknown } = answerQuestion(question, REFERENCE);
	expect(sentence.slice(0, start.length)).toBe(start);
	expect(unknown).toEqual([]);
});
