import type { LogEntry } from '../mutations/result';
import type { Mutation, ReactionMutation } from '../mutations/mutation';
import type { Anonymizer } from './anonymizer';

/** Anonymizes a mutation for display: the same change, with fake names and texts. */
export function anonymizeMutation(anonymizer: Anonymizer, mutation: Mutation): Mutation {
	const about = {
		...('chatID' in mutation &&
			mutation.chatID !== undefined && { chatID: anonymizer.id(mutation.chatID) }),
		...('messageID' in mutation &&
			mutation.messageID !== undefined && { messageID: anonymizer.id(mutation.messageID) }),
		...('accountID' in mutation && { accountID: anonymizer.id(mutation.accountID) })
	};
	switch (mutation.kind) {
		case 'title':
		case 'description':
		case 'avatar':
			return { ...mutation, ...about, value: mutation.value && anonymizer.text(mutation.value) };
		case 'draft':
			return {
				...mutation,
				...about,
				value: mutation.value && { text: anonymizer.text(mutation.value.text), attachments: [] }
			};
		case 'message':
			return {
				kind: 'message',
				chatID: anonymizer.id(mutation.chatID),
				text: anonymizer.text(mutation.text),
				...(mutation.replyToMessageID !== undefined && {
					replyToMessageID: anonymizer.id(mutation.replyToMessageID)
				})
			};
		case 'upload':
			return { ...mutation, ...about, fileName: anonymizer.id(mutation.fileName) };
		case 'focus':
			return {
				...mutation,
				...about,
				...(mutation.draftText !== undefined && { draftText: anonymizer.text(mutation.draftText) })
			};
		case 'start':
			return {
				kind: 'start',
				accountID: anonymizer.id(mutation.accountID),
				user: { id: anonymizer.id(JSON.stringify(mutation.user)) },
				...(mutation.messageText !== undefined && {
					messageText: anonymizer.text(mutation.messageText)
				})
			};
		case 'create':
			return {
				...mutation,
				...about,
				participantIDs: mutation.participantIDs.map(anonymizer.id),
				...(mutation.title !== undefined && { title: anonymizer.text(mutation.title) }),
				...(mutation.messageText !== undefined && {
					messageText: anonymizer.text(mutation.messageText)
				})
			};
		case 'react':
		case 'unreact':
			return {
				...mutation,
				...about,
				reactionKey: anonymizer.reaction(mutation.reactionKey),
				...(mutation.replaces !== undefined && { replaces: anonymizer.reaction(mutation.replaces) })
			};
		default:
			return { ...mutation, ...about };
	}
}

/** Replaces the fake reaction keys of a mutation by the original ones, which are to be sent. */
export function revealReaction(
	anonymizer: Anonymizer,
	mutation: ReactionMutation
): ReactionMutation {
	return {
		...mutation,
		reactionKey: anonymizer.realReaction(mutation.reactionKey),
		...(mutation.replaces !== undefined && { replaces: anonymizer.realReaction(mutation.replaces) })
	};
}

/** Anonymizes entries of the activity log; those that have not changed only once. */
export function createLogAnonymizer(anonymizer: Anonymizer): (entry: LogEntry) => LogEntry {
	const known = new WeakMap<LogEntry, LogEntry>();
	return (entry) => {
		const anonymized = known.get(entry) ?? anonymizeLogEntry(anonymizer, entry);
		known.set(entry, anonymized);
		return anonymized;
	};
}

/** Anonymizes an entry of the activity log. The server's response is left out, as it may contain anything. */
function anonymizeLogEntry(anonymizer: Anonymizer, entry: LogEntry): LogEntry {
	return {
		...entry,
		mutation: anonymizeMutation(anonymizer, entry.mutation),
		before: entry.before && anonymizer.chat(entry.before),
		after: entry.after && anonymizer.chat(entry.after),
		answer: entry.answer && 'Hidden by Privacy mode'
	};
}
