import { FILE, GIF, IMAGE, STICKER, VIDEO, VOICE } from './attachment-paths';
import type { HeldOutQuestion } from './held-out';

/**
 * Questions in strangers’ words, with answers read off the reference. The code was mended where it failed
 * some of them, so they keep what it understands, and don’t measure how it fares with new ones.
 */
export const OPEN_QUESTIONS: readonly HeldOutQuestion[] = [
	{
		question: 'who has polls but not whatsapp',
		paths: ['poll'],
		says: ['Besides WhatsApp', 'Signal']
	},
	{
		question: 'polls, not whatsapp or signal',
		paths: ['poll'],
		says: ['Besides WhatsApp and Signal']
	},
	{
		question: 'apps where messages vanish but not signal',
		paths: ['state.disappearingTimer'],
		says: ['Besides Signal, 2', 'Telegram', 'WhatsApp']
	},
	{
		question: 'everyone but telegram: mark as unread',
		paths: ['markAsUnread'],
		says: ['Besides Telegram', 'iMessage']
	},
	{
		question: 'who supports voice notes but isn’t telegram',
		paths: [VOICE],
		says: ['Besides Telegram', 'WhatsApp']
	},
	{
		question: 'isn’t telegram able to edit',
		networks: ['telegram'],
		paths: ['edit'],
		says: ['Telegram can edit']
	},
	{ question: 'no whatsapp polls', networks: ['whatsapp'], paths: ['poll'], never: ['Besides'] },
	{
		question: 'why is edit not working on signal',
		networks: ['signal'],
		paths: ['edit'],
		never: ['Besides']
	},
	{
		question: 'read receipts, leaving out signal and whatsapp',
		paths: ['readReceipts'],
		says: ['Besides Signal and WhatsApp', 'LINE']
	},
	{
		question: 'which apps let me fix a typo an hour later',
		paths: ['edit'],
		says: ['After an hour', 'Discord', 'Telegram', 'WhatsApp (15 minutes at most)']
	},
	{
		question: 'can I send a 50 meg pdf on discord',
		networks: ['discordgo'],
		paths: [FILE],
		says: ['Discord doesn’t', '10 MB']
	},
	{
		question: 'is there any messenger without typing indicators',
		paths: ['typingNotifications'],
		says: ['None of the 16 networks says it has no typing']
	},
	{
		question: 'does slack tell people I’ve read their message',
		networks: ['slackgo'],
		paths: ['readReceipts'],
		says: ['Slack doesn’t say']
	},
	{
		question: 'can people on google voice see when I’m typing',
		networks: ['gvoice'],
		paths: ['typingNotifications'],
		says: ['doesn’t say']
	},
	{
		question: 'what’s the biggest photo I can put on messenger',
		networks: ['facebookgo'],
		paths: [`${IMAGE}.maxSize`],
		says: ['8 MB']
	},
	{
		question: 'who lets you take back a message after a week',
		paths: ['delete'],
		says: ['After a week', 'Discord', 'WhatsApp (2 days at most)']
	},
	{ question: 'can i make bold text on insta', networks: ['instagramgo'], says: ['has bold text'] },
	{
		question: 'does signal let me kick someone out of a group',
		networks: ['signal'],
		paths: ['participantActions.kick'],
		says: ['In groups, Signal can']
	},
	{ question: 'longest voice memo on linkedin', networks: ['linkedin'], says: ['1 minute'] },
	{ question: 'tumblr stickers', networks: ['tumblrdms'], paths: [STICKER], says: ['5 MB'] },
	{
		question: 'what happens to captions on tumblr',
		networks: ['tumblrdms'],
		paths: [`${IMAGE}.caption`],
		says: ['dropped']
	},
	{
		question: 'how many emoji can i react with on telegram',
		networks: ['telegram'],
		paths: ['allowedReactions'],
		says: ['73']
	},
	{
		question: 'how late can i unsend a text on linkedin',
		networks: ['linkedin'],
		paths: ['deleteMaxAge'],
		says: ['1 hour'],
		never: ['8,000']
	},
	{
		question: 'can you quote someone on google chat',
		networks: ['googlechat'],
		paths: ['reply'],
		says: ['Google Chat has replies']
	},
	{
		question: 'how many characters fit in a google voice text',
		networks: ['gvoice'],
		paths: ['maxTextLength'],
		says: ['160']
	},
	{
		question: 'can i post svg images anywhere',
		paths: [`${IMAGE}.mimeTypes.image/svg+xml`],
		says: ['2 of 16', 'LINE']
	},
	{
		question: 'edit a message twice on messenger',
		networks: ['facebookgo'],
		paths: ['edit'],
		says: ['5 times']
	},
	{
		question: 'send a 3 minute video on twitter',
		networks: ['twitter'],
		paths: [VIDEO],
		says: ['3 minutes']
	},
	{
		question: 'delete for everyone on imessage vs signal',
		networks: ['imessage', 'signal'],
		says: ['2 minutes', '24 hours']
	},
	{
		question: 'gif of 9 mb on twitter',
		networks: ['twitter'],
		paths: [GIF],
		says: ['5 MB at most']
	},
	{
		question: 'does line allow captions under photos',
		networks: ['line'],
		paths: [`${IMAGE}.caption`],
		says: ['doesn’t allow captions']
	},
	{
		question: 'how long can a poll option be',
		paths: ['pollOptionMaxLength'],
		says: ['Signal', 'WhatsApp']
	},
	{
		question: 'which networks start the timer after the recipient has read it',
		paths: ['disappearingTimer.types'],
		says: ['after reading on Signal']
	},
	{
		question: 'who has neither polls nor threads',
		paths: ['poll', 'thread'],
		says: ['Tumblr (rejected)', 'Tumblr (dropped)']
	},
	{
		question: 'is there a way to hide a spoiler on discord',
		networks: ['discordgo'],
		paths: ['formatting.spoiler'],
		says: ['Discord has no spoilers']
	},
	{
		question: 'who can handle a 4gb movie',
		paths: [VIDEO],
		says: ['LINE', 'Telegram (2 GB at most', 'WhatsApp (2,000 MB at most)']
	},
	{
		question: 'networks that take texts longer than 5000 characters',
		paths: ['maxTextLength'],
		says: ['more than 5,000 characters', 'LINE (5,000 at most)']
	},
	{
		question: 'what do i lose if I move from telegram to signal',
		networks: ['telegram', 'signal'],
		says: ['Telegram can do 3 things that Signal can’t']
	},
	{ question: 'rename a signal group', networks: ['signal'], says: ['can change the title'] }
];
