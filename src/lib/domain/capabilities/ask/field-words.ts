/** The wording of a capability in answers: “can edit”, “has polls”, “allows videos”. */
export interface Wording {
	verb: 'can' | 'has' | 'allows';
	/** `edit`, `polls`, `videos`. */
	what: string;
	/** The words around a limit or a list: `up to`, and `long` after it; `any`: where no list is given. */
	limit?: { before: string; after?: string; any?: string };
}

/** A capability's path, its wording, and its phrases. */
export type Entry = readonly [path: string, wording: Wording, phrases: string];

function can(what: string): Wording {
	return { verb: 'can', what };
}

export function has(what: string): Wording {
	return { verb: 'has', what };
}

export function upTo(what: string, before = 'up to', after?: string): Wording {
	return { verb: 'allows', what, limit: { before, ...(after !== undefined && { after }) } };
}

const DELETE_CHAT =
	'(delete|remove|clear|erase|wipe) (chat|conversation|chat history|history|group)';
const FOR_EVERYONE =
	'(for|from|on) (everyone|everybody|all|both|both sides|both ends|both people|other side|other person)';

/**
 * The capabilities with a path of their own, how answers put them, and the phrases that ask for them,
 * separated by commas. Capitals and endings don't matter: “editing” is found by “edit”. Words in
 * brackets are alternatives: “(send|drop) pin” is two phrases.
 */
export const FIELD_WORDS: readonly Entry[] = [
	[
		'maxTextLength',
		upTo('texts'),
		'text length, message length, length of text, length of message, long message, max message, maximum message, message limit, long text, longest text, longest message, text size, message size, text limit, character limit, max characters, characters per message, character count, text'
	],
	['reply', has('replies'), 'reply, replies, reply to message, quote reply, answer message'],
	['thread', has('threads'), 'thread, side thread, threaded replies'],
	['poll', has('polls'), 'poll, vote, voting, votes, survey, ask a question with choices, quiz'],
	['pollEnd', can('end polls'), 'end poll, close poll, stop poll, finish poll'],
	[
		'pollHiddenVotes',
		has('hidden votes'),
		'hidden votes, hide votes, secret votes, hidden poll results'
	],
	[
		'pollDuplicateOptions',
		has('duplicate poll options'),
		'duplicate poll options, duplicate options, same option twice'
	],
	[
		'pollMaxOptions',
		upTo('polls'),
		'poll options, options in poll, options per poll, poll choices, options'
	],
	[
		'pollOptionMaxLength',
		upTo('poll options'),
		'poll option length, length of poll option, long poll option'
	],
	[
		'locationMessage',
		has('locations'),
		'location, live location, (share|send|show|post) (location|position|place|whereabouts|pin), drop pin, position, whereabouts, place, map, gps, where am i, where i am, share where i am'
	],
	[
		'edit',
		can('edit'),
		'edit, edit message, correct, correct a typo, fix typo, fix a typo, modify, change message, change a sent message, change text'
	],
	[
		'editMaxAge',
		{ ...can('edit'), limit: { before: 'for' } },
		'edit window, edit time limit, edit deadline, time to edit, edit time'
	],
	[
		'editMaxCount',
		{ verb: 'allows', what: 'edits per message', limit: { before: 'at most' } },
		'edit count, number of edits, edits allowed, allowed edits, edits per message, edit how often, how often edit, often edit'
	],
	[
		'delete',
		can('delete for everyone'),
		`delete, (delete|remove|erase|wipe) message, (delete|remove|erase|unsend) ${FOR_EVERYONE}, (delete|remove|erase|unsend) message ${FOR_EVERYONE}, erase, unsend, unsend message, take back, recall, recall message, retract, revoke message, undo send, undo message, withdraw`
	],
	[
		'deleteMaxAge',
		{ ...can('delete for everyone'), limit: { before: 'within' } },
		'delete window, delete time limit, unsend window, unsend time limit, delete deadline, time to delete, time to unsend'
	],
	[
		'deleteForMe',
		can('delete for yourself only'),
		'delete for me, delete for myself, delete only for me, delete locally, remove for me, delete for yourself'
	],
	[
		'deleteHidePlaceholder',
		can('delete without a trace'),
		'delete without trace, delete without a trace, no trace, without trace, deleted placeholder, message deleted notice, placeholder'
	],
	[
		'reaction',
		has('reactions'),
		'reaction, react, react to message, emoji reaction, tapback, like message, like, heart message, thumbs up'
	],
	[
		'reactionCount',
		{ verb: 'allows', what: 'reactions per message', limit: { before: 'at most' } },
		'reaction count, number of reactions, reactions per message, multiple reactions, several reactions'
	],
	[
		'allowedReactions',
		{ ...has('reactions'), limit: { before: 'with', any: 'with any emoji' } },
		'allowed emoji, allowed reactions, which emoji, any emoji, reaction emoji, emojis, emoji'
	],
	[
		'customEmojiReactions',
		has('custom emoji reactions'),
		'custom emoji reaction, custom reaction, react with custom emoji, custom emoji'
	],
	[
		'readReceipts',
		has('read receipts'),
		'read receipt, receipts, seen, (read|seen) (status|confirmation|by|mark|notification), (blue|grey|gray|green|double|two|read|seen) (tick|check|check mark|checkmark), tick, check mark, checkmark, who (read|has read|saw|has seen), when (read|seen)'
	],
	[
		'typingNotifications',
		has('typing notifications'),
		'typing, typing notification, typing indicator, typing status, is typing, see typing, shows typing'
	],
	[
		'markAsUnread',
		can('mark chats as unread'),
		'mark as unread, mark unread, unread mark, mark chat as unread'
	],
	['archive', can('archive chats'), 'archive, archive chat, unarchive'],
	['deleteChat', can('delete chats'), DELETE_CHAT],
	['deleteChatForEveryone', can('delete chats for everyone'), `${DELETE_CHAT} ${FOR_EVERYONE}`],
	[
		'state.title',
		can('change the title'),
		'title, chat title, group title, rename, rename group, rename chat, group name, chat name, change name, change title, change group name, subject'
	],
	[
		'state.avatar',
		can('change the picture of a chat'),
		'avatar, group picture, chat picture, group photo, group icon, group image, change picture, change group picture, change avatar, profile picture, chat photo, icon'
	],
	[
		'state.description',
		can('change the description'),
		'description, topic, chat description, group description, change description, change topic, group topic'
	],
	[
		'state.disappearingTimer',
		has('disappearing messages'),
		'disappearing, disappearing message, vanish, vanish mode, vanishing message, self destruct, self destructing message, ephemeral, expiring message, expire, message timer, disappearing timer, set timer, auto delete, timer, disappear, secret message'
	],
	[
		'disappearingTimer.timers',
		{ ...has('disappearing messages'), limit: { before: 'after', any: 'after any time' } },
		'timer choices, which timers, disappearing times, timer lengths, how long until disappear, timer options'
	],
	[
		'disappearingTimer.types',
		{ ...has('timers of disappearing messages'), limit: { before: 'that start' } },
		'timer starts, timer start, when does timer start, start of timer, disappear after reading, after reading, disappear after read'
	],
	[
		'disappearingTimer.omitEmptyTimer',
		can('omit empty timers'),
		'omits empty timers, empty timer, omit empty timer'
	],
	[
		'participantActions.invite',
		can('invite people'),
		'invite, add people, add member, add participant, add someone, invite people, invite member, add person, add users'
	],
	[
		'participantActions.revokeInvite',
		can('revoke invites'),
		'revoke invite, cancel invite, take back invite, withdraw invite, uninvite, revoke invitation'
	],
	[
		'participantActions.kick',
		can('remove people'),
		'kick, kick people, kick member, remove people, remove member, remove person, remove participant, remove someone, throw out'
	],
	[
		'participantActions.ban',
		can('ban people'),
		'ban, ban people, ban member, block from group, ban someone'
	],
	[
		'participantActions.leave',
		can('leave chats'),
		'leave, leave chat, leave group, exit group, quit group'
	],
	[
		'messageRequest.acceptWithButton',
		can('accept message requests with a button'),
		'accept with button, accept request with button, accept request, message request, accept message request, requests, accept by button, request'
	],
	[
		'messageRequest.acceptWithMessage',
		can('accept message requests by answering'),
		'accept with message, accept by answering, accept by replying, message request, requests, accept with reply, accept request by answering'
	]
];

/** The same for formatting, by feature. */
export const FORMATTING_WORDS: readonly Entry[] = [
	['bold', has('bold text'), 'bold, bold text, strong'],
	['italic', has('italics'), 'italic, italics, slanted'],
	['underline', has('underlining'), 'underline, underlined text, underlining'],
	['strikethrough', has('strikethrough'), 'strikethrough, strike through, crossed out, strike'],
	['inline_code', has('inline code'), 'inline code, monospace, monospaced, code'],
	['code_block', has('code blocks'), 'code block, code, preformatted, snippet'],
	[
		'code_block.syntax_highlighting',
		has('syntax highlighting'),
		'syntax highlighting, code syntax highlighting, highlighted code, code highlighting, coloured code'
	],
	['blockquote', has('quotes'), 'quote, blockquote, quoting, block quote'],
	[
		'inline_link',
		has('links with their own text'),
		'link text, link with text, inline link, hyperlink, named link, masked link, link, links'
	],
	[
		'user_link',
		has('mentions'),
		'mention, mention people, mention someone, at mention, tag someone, tag people, user link'
	],
	[
		'room_link',
		has('links to chats'),
		'chat link, room link, channel link, link to chat, link to a chat'
	],
	[
		'event_link',
		has('links to messages'),
		'message link, event link, link to message, link to a message'
	],
	[
		'at_room_mention',
		has('mentions of everyone'),
		'@(everyone|everybody|all|room|channel|here), (mention|tag|notify|ping) (everyone|everybody|all|room|channel|group|all members), at (everyone|everybody|room|channel|here), (everyone|room|channel|group) mention'
	],
	[
		'unordered_list',
		has('bulleted lists'),
		'bulleted list, bullet list, bullet, bullet point, unordered list, list'
	],
	['ordered_list', has('numbered lists'), 'numbered list, ordered list, number list, list'],
	[
		'ordered_list.start',
		has('numbered lists that start anywhere'),
		'list start, start of list, ordered list start, start number of list'
	],
	[
		'ordered_list.jump_value',
		has('numbered lists with gaps'),
		'list jumps, list jump, ordered list jump, skip numbers in list'
	],
	['headers', has('headings'), 'heading, header, headline, titles in text'],
	[
		'custom_emoji',
		has('custom emoji in texts'),
		'custom emoji, custom emoji in text, own emoji, server emoji'
	],
	['spoiler', has('spoilers'), 'spoiler, hidden text, spoiler text, hide text'],
	[
		'spoiler.reason',
		has('spoiler reasons'),
		'spoiler reason, reason of spoiler, spoiler with reason'
	],
	['table', has('tables in texts'), 'table formatting, tables in text, markdown table'],
	['math', has('math'), 'math, formula, latex, equation'],
	['details_summary', has('expandable text'), 'expandable text, details summary, collapsible text']
];
