import type { LogEntry } from '../mutations/result';
import type { Mutation, ReactionMutation } from '../mutations/mutation';
import type { Anonymizer } from './anonymizer';

/** A write, as it may be shown: to the same effect, about made-up chats and people. */
export function anonymizeMutation(disguise: Anonymizer, mutation: Mutation): Mutation {
	const about = {
		...('chatID' in mutation &&
			mutation.chatID !== undefined && { chatID: disguise.id(mutation.chatID) }),
		...('messageID' in mutation &&
			mutation.messageID !== undefined && { messageID: disguise.id(mutation.messageID) }),
		...('accountID' in mutation && { accountID: disguise.id(mutation.accountID) })
	};
	switch (mutation.kind) {
		case 'title':
		case 'description':
		case 'avatar':
			return { ...mutation, ...about, value: mutation.value && disguise.text(mutation.value) };
		case 'draft':
			return {
				...mutation,
				...about,
				value: mutation.value && { text: disguise.text(mutation.value.text), attachments: [] }
			};
		case 'upload':
			return { ...mutation, ...about, fileName: disguise.id(mutation.fileName) };
		case 'focus':
			return {
				...mutation,
				...about,
				...(mutation.draftText !== undefined && { draftText: disguise.text(mutation.draftText) })
			};
		case 'start':
			return {
				kind: 'start',
				accountID: disguise.id(mutation.accountID),
				user: { id: disguise.id(JSON.stringify(mutation.user)) },
				...(mutation.messageText !== undefined && {
					messageText: disguise.text(mutation.messageText)
				})
			};
		case 'create':
			return {
				...mutation,
				...about,
				participantIDs: mutation.participantIDs.map(disguise.id),
				...(mutation.title !== undefined && { title: disguise.text(mutation.title) }),
				...(mutation.messageText !== undefined && {
					messageText: disguise.text(mutation.messageText)
				})
			};
		case 'react':
		case 'unreact':
			return {
				...mutation,
				...about,
				reactionKey: disguise.reaction(mutation.reactionKey),
				...(mutation.replaces !== undefined && { replaces: disguise.reaction(mutation.replaces) })
			};
		default:
			return { ...mutation, ...about };
	}
}

/** The reaction to send for one that was chosen among those shown. */
export function revealReaction(disguise: Anonymizer, mutation: ReactionMutation): ReactionMutation {
	return {
		...mutation,
		reactionKey: disguise.realReaction(mutation.reactionKey),
		...(mutation.replaces !== undefined && { replaces: disguise.realReaction(mutation.replaces) })
	};
}

/** A line of the log, as it may be shown; the server's answer could hold anything, so it is left out. */
export function disguiseLogEntry(disguise: Anonymizer, entry: LogEntry): LogEntry {
	return {
		...entry,
		mutation: anonymizeMutation(disguise, entry.mutation),
		before: entry.before && disguise.chat(entry.before),
		after: entry.after && disguise.chat(entry.after),
		answer: entry.answer && 'Hidden by Privacy mode'
	};
}
