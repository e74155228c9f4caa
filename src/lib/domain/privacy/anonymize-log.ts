import type { Entry } from '../mutations/result';
import type { ReactionWrite, Write } from '../mutations/mutation';
import type { Disguise } from './anonymizer';

/** A write, as it may be shown: to the same effect, about made-up chats and people. */
export function disguiseWrite(disguise: Disguise, write: Write): Write {
	const about = {
		...('chatID' in write && write.chatID !== undefined && { chatID: disguise.id(write.chatID) }),
		...('messageID' in write &&
			write.messageID !== undefined && { messageID: disguise.id(write.messageID) }),
		...('accountID' in write && { accountID: disguise.id(write.accountID) })
	};
	switch (write.kind) {
		case 'title':
		case 'description':
		case 'avatar':
			return { ...write, ...about, value: write.value && disguise.text(write.value) };
		case 'draft':
			return {
				...write,
				...about,
				value: write.value && { text: disguise.text(write.value.text), attachments: [] }
			};
		case 'upload':
			return { ...write, ...about, fileName: disguise.id(write.fileName) };
		case 'focus':
			return {
				...write,
				...about,
				...(write.draftText !== undefined && { draftText: disguise.text(write.draftText) })
			};
		case 'start':
			return {
				kind: 'start',
				accountID: disguise.id(write.accountID),
				user: { id: disguise.id(JSON.stringify(write.user)) },
				...(write.messageText !== undefined && { messageText: disguise.text(write.messageText) })
			};
		case 'create':
			return {
				...write,
				...about,
				participantIDs: write.participantIDs.map(disguise.id),
				...(write.title !== undefined && { title: disguise.text(write.title) }),
				...(write.messageText !== undefined && { messageText: disguise.text(write.messageText) })
			};
		case 'react':
		case 'unreact':
			return {
				...write,
				...about,
				reactionKey: disguise.reaction(write.reactionKey),
				...(write.replaces !== undefined && { replaces: disguise.reaction(write.replaces) })
			};
		default:
			return { ...write, ...about };
	}
}

/** The reaction to send for one that was chosen among those shown. */
export function revealReaction(disguise: Disguise, write: ReactionWrite): ReactionWrite {
	return {
		...write,
		reactionKey: disguise.realReaction(write.reactionKey),
		...(write.replaces !== undefined && { replaces: disguise.realReaction(write.replaces) })
	};
}

/** A line of the log, as it may be shown; the server's answer could hold anything, so it is left out. */
export function disguiseEntry(disguise: Disguise, entry: Entry): Entry {
	return {
		...entry,
		write: disguiseWrite(disguise, entry.write),
		before: entry.before && disguise.chat(entry.before),
		after: entry.after && disguise.chat(entry.after),
		answer: entry.answer && 'Hidden by Privacy mode'
	};
}
