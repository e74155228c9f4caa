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

function sayCan(what: string): Wording {
	return { verb: 'can', what };
}

export function sayHas(what: string): Wording {
	return { verb: 'has', what };
}

export function sayUpTo(what: string, before = 'up to', after?: string): Wording {
	return { verb: 'allows', what, limit: { before, ...(after !== undefined && { after }) } };
}

const DELETE_CHAT =
	'(delete|remove|clear|erase|wipe) (chat|conversation|chat history|history|group)';
const FOR_EVERYONE =
	'(for|from|on) (everyone|everybody|all|both|both sides|both ends|both people|other side|other person)';

/**
 * The capabilities with a path of their own, their wording in answers, and the phrases that ask for
 * them, separated by commas. Capitals and endings don't matter: “editing” is found by “edit”. Words
 * in brackets are alternatives: “(send|drop) pin” is two phrases.
 */
export const FIELD_WORDS: readonly Entry[] = [
	[
		'maxTextLength',
		sayUpTo('texts'),
		'text length, message length, length of text, length of message, long message, max message, maximum message, message limit, long text, longest text, longest message, text size, message size, text limit, character limit, max characters, characters per message, character count, text'
	],
	[
		'reply',
		sayHas('replies'),
		'reply, replies, reply to (message|text), quote (reply|message|someone|somebody|text), answer (message|text)'
	],
	['thread', sayHas('threads'), 'thread, side thread, threaded replies'],
	['poll', sayHas('polls'), 'poll, vote, voting, votes, survey, ask a question with choices, quiz'],
	['pollEnd', sayCan('end polls'), 'end poll, close poll, stop poll, finish poll'],
	[
		'pollHiddenVotes',
		sayHas('hidden votes'),
		'hidden votes, hide votes, secret votes, hidden poll results'
	],
	[
		'pollDuplicateOptions',
		sayHas('duplicate poll options'),
		'duplicate poll options, duplicate options, same option twice'
	],
	[
		'pollMaxOptions',
		sayUpTo('polls'),
		'poll options, options in poll, options per poll, poll choices, options'
	],
	[
		'pollOptionMaxLength',
		sayUpTo('poll options'),
		'poll option length, length of (a|one) poll option, (long|longest|longer) (poll|vote) option, (long|longest|longer) option in a poll, how long can a poll option be, characters (in|per) poll option'
	],
	[
		'locationMessage',
		sayHas('locations'),
		'location, live location, location sharing, (share|send|show|post) (location|position|place|whereabouts|pin), drop pin, position, whereabouts, place, map, gps, where am i, where i am, share where i am'
	],
	[
		'edit',
		sayCan('edit'),
		'edit, edit message, (edit|correct|fix) text, correct, correct a typo, fix typo, fix a typo, modify, change message, change a sent message, change text'
	],
	[
		'editMaxAge',
		{ ...sayCan('edit'), limit: { before: 'for' } },
		'edit window, edit time limit, edit deadline, time to edit, edit time'
	],
	[
		'editMaxCount',
		{ verb: 'allows', what: 'edits per message', limit: { before: 'at most' } },
		'edit count, number of edits, edits allowed, allowed edits, edits per message, edit how often, how often edit, often edit'
	],
	[
		'delete',
		sayCan('delete for everyone'),
		`delete, (delete|remove|erase|wipe) message, (delete|remove|erase|unsend|recall|take back) text, (delete|remove|erase|unsend) ${FOR_EVERYONE}, (delete|remove|erase|unsend) message ${FOR_EVERYONE}, erase, unsend, unsend message, take back, recall, recall message, retract, revoke message, undo send, undo message, withdraw`
	],
	[
		'deleteMaxAge',
		{ ...sayCan('delete for everyone'), limit: { before: 'within' } },
		'delete window, delete time limit, unsend window, unsend time limit, delete deadline, time to delete, time to unsend'
	],
	[
		'deleteForMe',
		sayCan('delete for yourself only'),
		'delete for me, delete for myself, delete only for me, delete locally, remove for me, delete for yourself'
	],
	[
		'deleteHidePlaceholder',
		sayCan('delete without a trace'),
		'delete without trace, delete without a trace, no trace, without trace, deleted placeholder, message deleted notice, placeholder'
	],
	[
		'reaction',
		sayHas('reactions'),
		'reaction, react, react to message, emoji reaction, tapback, like message, like, heart message, thumbs up'
	],
	[
		'reactionCount',
		{ verb: 'allows', what: 'reactions per message', limit: { before: 'at most' } },
		'reaction count, number of reactions, reactions per message, multiple reactions, several reactions'
	],
	[
		'allowedReactions',
		{ ...sayHas('reactions'), limit: { before: 'with', any: 'with any emoji' } },
		'allowed emoji, allowed reactions, which emoji, any emoji, reaction emoji, emojis, emoji'
	],
	[
		'customEmojiReactions',
		sayHas('custom emoji reactions'),
		'custom emoji reaction, custom reaction, react with (custom|own|any) emoji, own emoji reaction, custom emoji'
	],
	[
		'readReceipts',
		sayHas('read receipts'),
		'read receipt, receipts, read, seen, (read|seen) (status|confirmation|by|mark|notification), (blue|grey|gray|green|double|two|read|seen) (tick|check|check mark|checkmark), tick, check mark, checkmark, who (read|has read|saw|has seen), when (read|seen)'
	],
	[
		'typingNotifications',
		sayHas('typing notifications'),
		'typing, typing notification, typing indicator, typing status, is typing, see typing, shows typing'
	],
	[
		'markAsUnread',
		sayCan('mark chats as unread'),
		'mark as unread, mark unread, unread mark, mark chat as unread'
	],
	['archive', sayCan('archive chats'), 'archive, archive chat, unarchive'],
	['deleteChat', sayCan('delete chats'), DELETE_CHAT],
	['deleteChatForEveryone', sayCan('delete chats for everyone'), `${DELETE_CHAT} ${FOR_EVERYONE}`],
	[
		'state.title',
		sayCan('change the title'),
		'title, chat title, group title, rename, rename group, rename chat, group name, chat name, change name, change title, change group name, subject'
	],
	[
		'state.avatar',
		sayCan('change the picture of a chat'),
		'avatar, group picture, chat picture, group photo, group icon, group image, change picture, change group picture, change avatar, profile picture, chat photo, icon'
	],
	[
		'state.description',
		sayCan('change the description'),
		'description, topic, chat description, group description, change description, change topic, group topic'
	],
	[
		'state.disappearingTimer',
		sayHas('disappearing messages'),
		'disappearing, disappearing message, vanish, vanish mode, vanishing message, self destruct, self destructing message, ephemeral, expiring message, expire, message timer, disappearing timer, set timer, auto delete, timer, disappear, secret message'
	],
	[
		'disappearingTimer.timers',
		{ ...sayHas('disappearing messages'), limit: { before: 'after', any: 'after any time' } },
		'timer choices, which timers, disappearing times, timer lengths, how long until disappear, timer options'
	],
	[
		'disappearingTimer.types',
		{ ...sayHas('timers of disappearing messages'), limit: { before: 'that start' } },
		'timer starts, timer start, when does timer start, start of timer, start timer, disappear after reading, after reading, disappear after read, (once|after|when) (read|the recipient has read), (once|after|when) the recipient has read it, (once|after|when) (it is|its|they have|theyve|somebody has|someone has) read, (once|after|when) they read it, (once|after|when) recipient reads it'
	],
	[
		'disappearingTimer.omitEmptyTimer',
		sayCan('omit empty timers'),
		'omits empty timers, empty timer, omit empty timer'
	],
	[
		'participantActions.invite',
		sayCan('invite people'),
		'invite, add people, add member, add participant, add someone, invite people, invite member, add person, add users'
	],
	[
		'participantActions.revokeInvite',
		sayCan('revoke invites'),
		'revoke invite, cancel invite, take back invite, withdraw invite, uninvite, revoke invitation'
	],
	[
		'participantActions.kick',
		sayCan('remove people'),
		'kick, kick people, kick member, remove people, remove member, remove person, remove participant, remove someone, throw out'
	],
	[
		'participantActions.ban',
		sayCan('ban people'),
		'ban, ban people, ban member, block from group, ban someone'
	],
	[
		'participantActions.leave',
		sayCan('leave chats'),
		'leave, leave chat, leave group, exit group, quit group'
	],
	[
		'messageRequest.acceptWithButton',
		sayCan('accept message requests with a button'),
		'accept with button, accept request with button, accept request, message request, accept message request, requests, accept by button, request'
	],
	[
		'messageRequest.acceptWithMessage',
		sayCan('accept message requests by answering'),
		'accept with message, accept by answering, accept by replying, message request, requests, accept with reply, accept request by answering'
	]
];

/** The entries for formatting, by feature. */
export const FORMATTING_WORDS: readonly Entry[] = [
	['bold', sayHas('bold text'), 'bold, bold text, strong'],
	['italic', sayHas('italics'), 'italic, italics, slanted'],
	['underline', sayHas('underlining'), 'underline, underlined text, underlining'],
	['strikethrough', sayHas('strikethrough'), 'strikethrough, strike through, crossed out, strike'],
	['inline_code', sayHas('inline code'), 'inline code, monospace, monospaced, code'],
	['code_block', sayHas('code blocks'), 'code block, code, preformatted, snippet'],
	[
		'code_block.syntax_highlighting',
		sayHas('syntax highlighting'),
		'syntax highlighting, code syntax highlighting, highlighted code, code highlighting, coloured code'
	],
	['blockquote', sayHas('quotes'), 'quote, blockquote, quoting, block quote'],
	[
		'inline_link',
		sayHas('links with their own text'),
		'link text, link with text, inline link, hyperlink, named link, masked link, link, links'
	],
	[
		'user_link',
		sayHas('mentions'),
		'mention, mention people, mention someone, at mention, tag someone, tag people, user link'
	],
	[
		'room_link',
		sayHas('links to chats'),
		'chat link, room link, channel link, link to chat, link to a chat'
	],
	[
		'event_link',
		sayHas('links to messages'),
		'message link, event link, link to message, link to a message'
	],
	[
		'at_room_mention',
		sayHas('mentions of everyone'),
		'@(everyone|everybody|all|room|channel|here), (mention|tag|notify|ping) (everyone|everybody|all|room|channel|group|all members), at (everyone|everybody|room|channel|here), (everyone|room|channel|group) mention'
	],
	[
		'unordered_list',
		sayHas('bulleted lists'),
		'bulleted list, bullet list, bullet, bullet point, unordered list, list'
	],
	['ordered_list', sayHas('numbered lists'), 'numbered list, ordered list, number list, list'],
	[
		'ordered_list.start',
		sayHas('numbered lists that start anywhere'),
		'list start, start of list, ordered list start, start number of list'
	],
	[
		'ordered_list.jump_value',
		sayHas('numbered lists with gaps'),
		'list jumps, list jump, ordered list jump, skip numbers in list'
	],
	['headers', sayHas('headings'), 'heading, header, headline, titles in text'],
	[
		'custom_emoji',
		sayHas('custom emoji in texts'),
		'custom emoji, custom emoji in text, own emoji, server emoji'
	],
	[
		'spoiler',
		sayHas('spoilers'),
		'spoiler, hidden text, spoiler text, hide (text|spoiler|words), spoiler tag'
	],
	[
		'spoiler.reason',
		sayHas('spoiler reasons'),
		'spoiler reason, reason of spoiler, spoiler with reason'
	],
	['table', sayHas('tables in texts'), 'table formatting, tables in text, markdown table'],
	['math', sayHas('math'), 'math, formula, latex, equation'],
	[
		'details_summary',
		sayHas('expandable text'),
		'expandable text, details summary, collapsible text'
	]
];
