/** Each network's own colour by bridge type, as a mark beside its name and never alone. */
export const NETWORK_COLOURS: ReadonlyMap<string, string> = new Map([
	['whatsapp', '#25d366'],
	['telegram', '#2aabee'],
	['signal', '#3a76f0'],
	['imessage', '#34c759'],
	['facebookgo', '#a033ff'],
	['instagramgo', '#e1306c'],
	['slackgo', '#611f69'],
	['discordgo', '#5865f2'],
	['gmessages', '#1a73e8'],
	['googlechat', '#00ac47'],
	['gvoice', '#0f9d58'],
	['twitter', '#536471'],
	['linkedin', '#0a66c2'],
	['bluesky', '#1185fe'],
	['line', '#06c755'],
	['matrix', '#6b5cff'],
	['hungryserv', '#6b5cff']
]);
