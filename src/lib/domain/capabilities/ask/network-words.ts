/**
 * Networks that people ask about and that are not among the dashboard's known networks; a table may
 * have them.
 */
export const OTHER_NETWORKS: readonly string[] = [
	'WeChat',
	'Snapchat',
	'Microsoft Teams',
	'Teams',
	'Viber',
	'Skype',
	'Reddit',
	'Mastodon',
	'KakaoTalk',
	'Zulip',
	'TikTok'
];

/** Other words that people use for a network, by its key; its name and aliases are known already. */
export const NETWORK_WORDS: Readonly<Record<string, readonly string[]>> = {
	whatsapp: ['whats app', 'wa', 'whatsapp business'],
	telegram: ['tg', 'tele gram', 'telegramm'],
	signal: ['signal messenger'],
	imessage: ['i message', 'imsg', 'apple messages', 'apple'],
	facebookgo: ['facebook messenger', 'fb messenger', 'fb', 'fbm', 'meta messenger', 'meta'],
	instagramgo: ['insta', 'ig', 'instagram dm', 'meta'],
	slackgo: ['slack workspace'],
	discordgo: ['discord server', 'discord dm', 'dc'],
	gmessages: ['gmessages', 'android messages', 'rcs', 'sms', 'mms', 'google'],
	googlechat: ['g chat', 'google hangouts', 'hangouts', 'google'],
	gvoice: ['g voice', 'google'],
	twitter: ['x twitter', 'x dm', 'twitter dm', 'x com', 'tweets'],
	linkedin: ['linked in'],
	bluesky: ['blue sky', 'bsky'],
	line: ['line messenger', 'line app'],
	matrix: ['beeper matrix', 'element']
};
