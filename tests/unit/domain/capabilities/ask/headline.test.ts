import { expect, test } from 'vitest';
import { toHeadline } from '$lib/domain/capabilities/ask/headline';

const NAMES =
	'Discord, Facebook/Messenger, Google Chat, iMessage (2 minutes), Instagram, LINE (24 hours)';

test.for([
	[
		'Signal: edit for 24 hours, at most 10 times (1 of 244 differs).',
		'Signal: edit for 24 hours, at most 10 times.'
	],
	[
		'2 of 15 networks have polls: Signal, WhatsApp. 13 say nothing.',
		'2 of 15 networks have polls: Signal, WhatsApp. 13 say nothing.'
	],
	[
		`12 of 15 networks can delete for everyone: ${NAMES} and WhatsApp. 3 say nothing.`,
		'12 of 15 networks can delete for everyone. 3 say nothing.'
	],
	[
		`Videos: up to 2 GB on Telegram, 2,000 MB on WhatsApp, 1 GB on Slack, 25 MB on ${NAMES}.`,
		'Videos: up to 2 GB on Telegram, 2,000 MB on WhatsApp, 1 GB on Slack, 25 MB on Discord, Facebook/Messenger and more.'
	],
	[
		`WhatsApp allows videos up to 2.5 GB. ${'No stated limit on LINE and Slack. '.repeat(4)}`,
		'WhatsApp allows videos up to 2.5 GB.'
	],
	['', '']
] as const)('%s', ([sentence, headline]) => {
	expect(toHeadline(sentence)).toBe(headline);
});
