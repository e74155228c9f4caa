import { describe, expect, test } from 'vitest';
import { answerQuestion } from '$lib/domain/capabilities/ask/answer';
import { checkFile } from '$lib/domain/capabilities/check/file';
import { parseFileQuestion } from '$lib/domain/capabilities/check/parse-question';
import { formatAnswer } from '$lib/domain/capabilities/ask/format-answer';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import { makeChat } from '../../../../fixtures/chats';
import { column } from '../tables';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { REFERENCE } from './columns';

const SIGNAL = { key: 'signal', name: 'Signal' };

/** Whole answers from the reference, in which each kind of chat counts as one. */
const SENTENCES: readonly (readonly [question: string, sentence: string])[] = [
	['edit signal', 'Signal: edit for 24 hours, at most 10 times (1 of 3 kinds of chats differs).'],
	['edit whatsapp', 'WhatsApp: edit for 15 minutes.'],
	['unsend imessage', 'iMessage: delete for everyone within 2 minutes.'],
	['delete for everyone on LINE', 'LINE: delete for everyone within 24 hours.'],
	['how long can I edit on Signal', 'Signal: edit for 24 hours (1 of 3 kinds of chats differs).'],
	['how many times can I edit on insta', 'Instagram allows at most 5 edits per message.'],
	[
		'who has polls',
		'2 of 16 networks have polls: Signal, WhatsApp. 1 doesn’t: Tumblr (rejected). 13 say nothing.'
	],
	['Telegram polls', 'Telegram doesn’t say whether it has polls.'],
	['polls signal vs whatsapp', 'Signal and WhatsApp both have polls.'],
	['whatsapp vs telegram polls', 'WhatsApp has polls, Telegram doesn’t say.'],
	[
		'whatsapp vs telegram video',
		'WhatsApp allows videos up to 2,000 MB, Telegram up to 2 GB (2 of 9 kinds of chats differ).'
	],
	[
		'signal vs whatsapp edit',
		'Signal: edit for 24 hours, at most 10 times (1 of 3 kinds of chats differs). WhatsApp: edit for 15 minutes.'
	],
	[
		'line vs telegram images',
		'LINE allows images, with no stated size limit, Telegram up to 10 MB.'
	],
	['reactions on line', 'LINE has reactions (in part).'],
	[
		'how many reactions per message on telegram',
		'Telegram allows at most 1 reaction per message (3 of 9 kinds of chats differ).'
	],
	[
		'which emoji can I use on imessage',
		'iMessage has reactions with ❤️ 👍 👎 HAHA ‼️ ❓ (1 of 3 kinds of chats differs).'
	],
	['react with 👍 on imessage', 'iMessage allows 👍 as a reaction.'],
	['react with 🦄 on imessage', 'iMessage doesn’t allow 🦄 as a reaction.'],
	['text length x', 'Twitter/X allows texts up to 10,000 characters.'],
	[
		'voice note length',
		'Voice notes: up to 1 hour long on Signal, 5 minutes long on Slack, 1 minute long on LinkedIn. No stated limit on Discord, Facebook/Messenger, Google Messages, Instagram, LINE, Telegram and WhatsApp. 5 don’t: Google Chat, Google Voice, iMessage, Tumblr, Twitter/X. Bluesky says nothing.'
	],
	['text google messages', 'Google Messages states no limit for texts.'],
	['read receipts instagram', 'Instagram doesn’t say whether it has read receipts.'],
	[
		'disappearing messages',
		'3 of 16 networks have disappearing messages: Signal, Telegram (16 timers, 1 of 9 kinds of chats differs), WhatsApp (3 timers). 13 say nothing.'
	],
	[
		'which timers does whatsapp have',
		'WhatsApp has disappearing messages after 24 hours, 7 days, 90 days.'
	],
	[
		'when does timer start on signal',
		'Signal has timers of disappearing messages that start after reading.'
	],
	['a week timer on whatsapp', 'WhatsApp has a timer of a week for disappearing messages.'],
	[
		'kick members',
		'7 of 16 networks can remove people: Facebook/Messenger (in 2 of 5 kinds of chats), Instagram (in 1 of 2 kinds of chats), LinkedIn, Signal (in 1 of 3 kinds of chats), Slack (1 of 5 kinds of chats differs), Telegram (3 of 9 kinds of chats differ), WhatsApp (1 of 3 kinds of chats differs). 9 say nothing.'
	],
	[
		'leave group',
		'4 of 16 networks can leave chats: Signal (in 1 of 3 kinds of chats), Slack (1 of 5 kinds of chats differs), Telegram (2 of 9 kinds of chats differ), WhatsApp (1 of 3 kinds of chats differs). 12 say nothing.'
	],
	['location slack', 'Slack has no locations (rejected).'],
	['bold linkedin', 'LinkedIn has no bold text (dropped).'],
	[
		'spoilers',
		'2 of 16 networks have spoilers: Signal, Telegram. 8 don’t: Discord, Facebook/Messenger, Google Chat, iMessage (1 of 3 kinds of chats differs), Instagram, LinkedIn (dropped), Slack, WhatsApp. 6 say nothing.'
	],
	['stickers on discord', 'Discord doesn’t allow stickers.'],
	['can instagram send files', 'Instagram doesn’t allow files.'],
	[
		'largest image',
		'Images: up to 2,000 MB on WhatsApp, 1 GB on Slack, 100 MB on Google Messages, iMessage (1 of 3 kinds of chats differs) and Signal, 20 MB on LinkedIn, 10 MB on Discord and Telegram, 8 MB on Facebook/Messenger (2 of 5 kinds of chats differ) and Instagram, 5 MB on Tumblr and Twitter/X, 2 MB on Google Voice. No stated limit on Google Chat and LINE. Bluesky says nothing.'
	],
	[
		'caption length telegram',
		'Telegram allows captions on images, videos and files up to 1,024 characters (2 of 9 kinds of chats differ).'
	],
	[
		'120 MB mp4 with caption',
		'4 of 16 networks take a 120 MB MP4 with a caption: Google Chat, Slack, Telegram, WhatsApp. 11 don’t: Discord (10 MB at most), Facebook/Messenger (25 MB at most, 2 of 5 kinds of chats differ), Google Messages (100 MB at most), Google Voice (type not accepted), iMessage (100 MB at most, 1 of 3 kinds of chats differs), Instagram (25 MB at most), LINE (no captions), LinkedIn (20 MB at most), Signal (100 MB at most), Tumblr (type not accepted), Twitter/X (15 MB at most). Bluesky says nothing.'
	],
	[
		'30 MB photo messenger',
		'Facebook/Messenger doesn’t take a 30 MB image (8 MB at most, 2 of 5 kinds of chats differ).'
	],
	['pdf on google voice', 'Google Voice doesn’t take a PDF (type not accepted).'],
	[
		'120 MB video whatsapp vs discord',
		'WhatsApp takes a 120 MB video, Discord doesn’t (10 MB at most).'
	],
	[
		'10,000 characters whatsapp vs telegram',
		'WhatsApp takes a text of 10,000 characters, Telegram doesn’t (4,096 at most).'
	],
	[
		'who can delete for everyone after a day',
		'After a day, 8 of 16 networks can still delete for everyone: Discord, Facebook/Messenger, Google Chat, Instagram, Slack (1 of 5 kinds of chats differs), Telegram, Twitter/X (2 of 4 kinds of chats differ), WhatsApp (1 day left). 5 can’t: iMessage (2 minutes at most), LINE (24 hours at most), LinkedIn (1 hour at most), Signal (24 hours at most, 1 of 3 kinds of chats differs), Tumblr. 3 say nothing.'
	],
	['edit after 20 minutes whatsapp', 'After 20 minutes, WhatsApp can’t edit (15 minutes at most).'],
	['edit after 5 minutes whatsapp', 'After 5 minutes, WhatsApp can still edit (10 minutes left).'],
	[
		"who can't edit",
		'1 of 16 networks can’t edit: Tumblr (rejected). 11 can edit: Discord, Facebook/Messenger (15 minutes, 5 times), Google Chat, iMessage (15 minutes, 1 of 3 kinds of chats differs), Instagram (15 minutes, 5 times), LinkedIn (1 hour), Signal (24 hours, 10 times, 1 of 3 kinds of chats differs), Slack (2 of 5 kinds of chats differ), Telegram, Twitter/X (15 minutes, 10 times, 2 of 4 kinds of chats differ), WhatsApp (15 minutes). 4 say nothing.'
	],
	[
		"who doesn't support gifs",
		'2 of 16 networks don’t allow GIFs: Google Voice, LINE. 13 allow GIFs: Discord (10 MB), Facebook/Messenger (8 MB, 2 of 5 kinds of chats differ), Google Chat (200 MB), Google Messages (100 MB), iMessage (100 MB, 2 of 3 kinds of chats differ), Instagram (8 MB), LinkedIn (20 MB), Signal (100 MB), Slack (1 GB), Telegram (2 GB), Tumblr (5 MB), Twitter/X (5 MB), WhatsApp (2,000 MB). Bluesky says nothing.'
	],
	[
		'polls in groups',
		'In groups, 2 of 16 networks have polls: Signal, WhatsApp. 1 doesn’t: Tumblr (rejected). 13 say nothing.'
	],
	['kick in whatsapp groups', 'In groups, WhatsApp can remove people.'],
	[
		'kick in direct chats signal',
		'In direct chats, Signal doesn’t say whether it can remove people.'
	],
	[
		'kick direct vs group whatsapp',
		'WhatsApp in direct chats doesn’t say whether it can remove people. WhatsApp in groups can remove people.'
	],
	[
		'polls in direct chats and groups on whatsapp and signal',
		'WhatsApp and Signal both have polls. Direct chats and groups are counted together. Name one network to compare them.'
	],
	[
		'polls in direct chats and groups',
		'2 of 16 networks have polls: Signal, WhatsApp. 1 doesn’t: Tumblr (rejected). 13 say nothing. Direct chats and groups are counted together. Name one network to compare them.'
	],
	[
		'typing in 1:1 chats messenger',
		'In direct chats, Facebook/Messenger has typing notifications.'
	],
	[
		'polls besides whatsapp',
		'Besides WhatsApp, 1 of 15 networks has polls: Signal. 1 doesn’t: Tumblr (rejected). 13 say nothing.'
	],
	[
		'biggest upload limit',
		'Images: up to 2,000 MB on WhatsApp, 1 GB on Slack. Videos: up to 2 GB on Telegram (2 of 9 kinds of chats differ), 2,000 MB on WhatsApp. Files: up to 2 GB on Telegram (2 of 9 kinds of chats differ), 2,000 MB on WhatsApp.'
	],
	[
		'sticker formats whatsapp',
		'WhatsApp: stickers of type image/jpeg, image/png and video/lottie+json (in part), stickers of type image/webp. Not: stickers of type image/apng, image/gif and video/webm.'
	],
	[
		'sticker formats',
		'Stickers of type image/apng on 1 of 16 networks, image/gif on 2, image/jpeg on 3, image/png on 6, image/webp on 6, video/lottie+json on 2, video/webm on 1. Bluesky says nothing.'
	],
	[
		"what can't instagram do",
		'Instagram, not: files. Not stated: polls, threads, read receipts, locations, disappearing messages. It has: edit (15 minutes, 5 times), delete for everyone, reactions (1 per message), replies, images (8 MB), videos (25 MB), voice notes (25 MB), texts (20,000 characters), typing notifications.'
	],
	['send contacts on whatsapp', 'The table doesn’t cover contacts.'],
	['beeper', 'Nothing is known about Beeper/Matrix.'],
	['edit on wechat', 'Nothing is known about WeChat.'],
	['video calls on signal', 'The table doesn’t cover video calls.'],
	['how many people in a group', 'The table doesn’t cover how many people in a group.'],
	['group size limit on whatsapp', 'The table doesn’t cover group size limit.'],
	['max members of a group', 'The table doesn’t cover max members.'],
	['view once photos', 'None of the 16 networks says it has view-once images. 16 say nothing.'],
	['flurb', 'Name a network or something it can do, such as “edit on Signal” or “polls”.']
];

test.each(SENTENCES)('%s', (question, sentence) => {
	expect(answerQuestion(question, REFERENCE).sentence).toBe(sentence);
});

describe('of the user’s own chats', () => {
	const limited = makeCapabilities({ editMaxAge: 86_400, editMaxCount: 10 });
	const unlimited = makeCapabilities({ editMaxCount: 10 });
	const withKick = makeCapabilities({ participantActions: { kick: 'full' } });
	const silent = column('Beeper', [], 5);

	test('the answer is that of most chats, and says how many differ', () => {
		const signal = column('Signal', [
			[limited, 243],
			[unlimited, 1]
		]);
		expect(answerQuestion('edit signal', [signal]).sentence).toBe(
			'Signal: edit for 24 hours, at most 10 times (1 of 244 differs).'
		);
	});

	test('chats that say nothing don’t outvote those that answer', () => {
		const signal = column('Signal', [
			[limited, 184],
			[withKick, 60]
		]);
		expect(answerQuestion('kick signal', [signal]).sentence).toBe(
			'Signal can remove people (in 60 of 244 chats).'
		);
	});

	test('networks that state nothing and networks that report nothing are counted apart', () => {
		const { sentence, unstated, unreported } = answerQuestion('polls', [
			column('Signal', [[makeCapabilities({ poll: 'full' }), 1]]),
			...['Slack', 'Line', 'Discord'].map((name) => column(name, [[limited, 1]])),
			silent
		]);
		expect(sentence).toBe(
			'1 of 5 networks has polls: Signal. 3 say nothing, Beeper reports nothing.'
		);
		expect(unstated).toEqual(['Discord', 'Line', 'Slack']);
		expect(unreported).toEqual(['Beeper']);
	});

	test('a known network without chats is not answered by others', () => {
		const { sentence, rows } = answerQuestion('edit on linkedin', [
			column('Signal', [[limited, 1]])
		]);
		expect(sentence).toBe('You have no chats on LinkedIn.');
		expect(rows).toEqual([]);
	});

	describe('the reference answers for a network without chats, and says so', () => {
		const signal = column('Signal', [[limited, 1]]);
		const reference = REFERENCE.map((each) => ({ ...each, caption: 'reference, commit 1234567' }));

		test.each([
			[
				'can LinkedIn edit?',
				'LinkedIn: edit for 1 hour. You have no chats on LinkedIn: answered from the reference, commit 1234567.',
				['linkedin']
			],
			[
				'edit signal or linkedin',
				'Signal: edit for 24 hours, at most 10 times. LinkedIn: edit for 1 hour. You have no chats on LinkedIn: answered from the reference, commit 1234567.',
				['linkedin']
			],
			[
				'polls on discord or line',
				'Neither Discord nor LINE says whether it has polls. You have no chats on Discord (reference, commit 1234567) or LINE (reference, commit 1234567).',
				['discordgo', 'line']
			],
			// Chats speak for themselves, and the question isn’t about the others.
			['edit signal', 'Signal: edit for 24 hours, at most 10 times.', []],
			['who can edit', 'Signal: edit for 24 hours, at most 10 times.', []],
			['edit on wechat', 'You have no chats on WeChat.', []]
		])('%s', (question, sentence, borrowed) => {
			const answer = answerQuestion(question, [signal], reference);
			expect(answer.sentence).toBe(sentence);
			expect(answer.borrowed).toEqual(borrowed);
		});

		test('the parts of a compared network are marked, too', () => {
			const { columns, borrowed } = answerQuestion(
				'kick direct vs group whatsapp',
				[signal],
				reference
			);
			expect(columns.map(({ key }) => key)).toEqual(['whatsapp:single', 'whatsapp:group']);
			expect(borrowed).toEqual(['whatsapp:single', 'whatsapp:group']);
		});

		test('for all of them where there are no chats at all', () => {
			expect(answerQuestion('who has polls', [], reference).sentence).toBe(
				'2 of 16 networks have polls: Signal, WhatsApp. 1 doesn’t: Tumblr (rejected). 13 say nothing. You have no chats here: answered from the reference.'
			);
		});
	});

	describe('in groups', () => {
		const chats = [
			makeChat({ type: 'single', capabilities: limited }),
			makeChat({ type: 'group', capabilities: withKick })
		];

		test('a chat of another type has no say', () => {
			const { columns } = buildColumns(
				clusterChats(chats, () => SIGNAL),
				{ by: 'network' }
			);
			expect(answerQuestion('kick signal', columns).sentence).toBe(
				'Signal can remove people (in 1 of 2 chats).'
			);
			expect(answerQuestion('kick in signal groups', columns).sentence).toBe(
				'In groups, Signal can remove people.'
			);
		});

		test('a network without groups says so', () => {
			const { columns } = buildColumns(
				clusterChats(chats.slice(0, 1), () => SIGNAL),
				{ by: 'network' }
			);
			const { sentence, rows } = answerQuestion('kick in signal groups', columns);
			expect(sentence).toBe('You have no groups on Signal.');
			expect(rows).toEqual([]);
		});

		test.each([
			['polls in groups', 'You have no groups.'],
			['largest uploads in groups', 'You have no groups.'],
			['polls besides signal', 'You have no chats besides Signal.'],
			['polls in groups besides signal', 'You have no groups besides Signal.'],
			['polls on wechat in groups', 'You have no chats on WeChat.']
		])('%s: no chats are left to answer', (question, sentence) => {
			const { columns } = buildColumns(
				clusterChats(chats.slice(0, 1), () => SIGNAL),
				{ by: 'network' }
			);
			expect(answerQuestion(question, columns).sentence).toBe(sentence);
		});

		test('without any chats or reference nothing is left to answer either', () => {
			expect(answerQuestion('who has polls', []).sentence).toBe('You have no chats.');
		});
	});

	test('a network that is new to the dashboard is found by its name', () => {
		const wechat = column('WeChat', [[limited, 2]]);
		expect(answerQuestion('wechat edit', [wechat]).networks).toEqual(['wechat']);
	});

	test('a capability that is new to the dashboard is found by its name', () => {
		const capabilities = makeCapabilities({ other: { superReply: true } });
		const signal = column('Signal', [[capabilities, 1]]);
		expect(answerQuestion('super reply', [signal]).paths).toContain('superReply');
	});
});

test.each(['video note', 'Video Memos', 'round video'])(
	'“%s” is answered by videos, and says so',
	(typed) => {
		const { paths, corrections } = answerQuestion(`${typed} on telegram`, REFERENCE);
		expect(paths).toEqual(['attachments.m.video']);
		expect(corrections).toEqual([{ typed, meant: 'video' }]);
	}
);

test('a file is answered as on the check page', () => {
	const words = '120 MB mp4 with caption';
	const { file, caption } = parseFileQuestion(words);
	if (!file) throw new Error('No file');
	const { columns, rows } = answerQuestion(words, REFERENCE);
	const kinds = columns.map(({ key }, index) => {
		const found = REFERENCE.find((each) => each.key === key);
		const verdicts = [...(found?.sets.keys() ?? [])].map(
			(set) => checkFile(set, file, caption, key).kind
		);
		return [rows[0]?.cells[index]?.text.split(':')[0]?.toLowerCase(), verdicts];
	});
	expect(kinds.length).toBeGreaterThan(10);
	for (const [told, verdicts] of kinds) expect(verdicts).toContain(told);
});

test('an answer as text has a line for each network', () => {
	expect(formatAnswer(answerQuestion('polls', REFERENCE))).toBe(
		'2 of 16 networks have polls: Signal, WhatsApp. 1 doesn’t: Tumblr (rejected). 13 say nothing.\n\nSignal: Full\nTumblr: Rejected\nWhatsApp: Full'
	);
});
