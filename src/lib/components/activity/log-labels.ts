import { formatDoubt, getDoubtCause } from '$lib/domain/mutations/notification';
import { isReactionMutation } from '$lib/domain/mutations/mutation';
import type { ActionCounts, ActionGroup } from '$lib/domain/mutations/action-group';
import {
	getSideEffects,
	groupByChat,
	type AcceptedMessage,
	type LogEntry,
	type MutationOutcome
} from '$lib/domain/mutations/result';
import { formatCount } from '$lib/format/number';
import { capitalize } from '$lib/format/sentence';
import { formatTimeOfDay } from '$lib/format/time';
import { formatSideEffect } from '$lib/domain/mutations/side-effects';
import { describeReactionChange, describeValue } from '$lib/domain/mutations/describe-change';
import { describeError } from '$lib/domain/connection/error-messages';

/** The status of a mutation in words. */
export interface StatusWords {
	word: string;
	/** A further sentence; often empty. */
	more: string;
	tone: 'plain' | 'good' | 'fair' | 'bad';
}

export function getStatus({ outcome, isUndone }: LogEntry): StatusWords {
	const done = isUndone ? 'Done, then undone' : 'Done';
	switch (outcome.kind) {
		case 'pending':
			return { word: 'Sending', more: '', tone: 'plain' };
		case 'done':
			if (outcome.message) return getDeliveryStatus(outcome.message);
			return {
				word: done,
				more: [outcome.mismatch ?? '', describeSideEffects(outcome)].filter(Boolean).join(' '),
				tone: outcome.mismatch ? 'fair' : 'good'
			};
		case 'failed':
			return { word: 'Failed', more: describeError(outcome.error).title, tone: 'bad' };
		case 'unknown':
			if (outcome.found === true) {
				const more = [formatDoubt(outcome), describeSideEffects(outcome)].filter(Boolean).join(' ');
				return { word: done, more, tone: 'good' };
			}
			return { word: 'Unknown', more: describeUnknownOutcome(outcome), tone: 'fair' };
	}
}

/** A message that Beeper has accepted may still fail on its way. */
function getDeliveryStatus({ delivery }: AcceptedMessage): StatusWords {
	switch (delivery) {
		case 'sending':
			return { word: 'Sending', more: '', tone: 'plain' };
		case 'sent':
			return { word: 'Sent', more: '', tone: 'good' };
		case 'failed':
			return { word: 'Not sent', more: 'The network rejected the message.', tone: 'bad' };
		case 'untraced':
			return {
				word: 'Unknown',
				more: 'Beeper accepted the message but doesn’t list it.',
				tone: 'fair'
			};
	}
}

/** `Also marked as read.`; empty when nothing else changed. */
function describeSideEffects(outcome: MutationOutcome): string {
	const effects = getSideEffects(outcome).map(formatSideEffect);
	return effects.length > 0 ? `Also ${effects.join(', ')}.` : '';
}

function describeUnknownOutcome({
	error,
	found
}: Extract<MutationOutcome, { kind: 'unknown' }>): string {
	const cause = getDoubtCause(error);
	return found === undefined
		? `${cause}, so this may or may not have happened. Check before retrying.`
		: `${cause}, and the chat doesn’t show the change.`;
}

/** The statuses of an action, in a few words each; none when all was done as wanted. */
export function getActionStatuses(
	{ entries, undoing }: ActionGroup,
	counts: ActionCounts
): readonly Omit<StatusWords, 'more'>[] {
	const chats = groupByChat(entries).length;
	function format(count: number, one: string, many: string): string {
		if (chats === 1) return capitalize(one);
		return count === chats ? `All ${many}` : formatCount(count, one, many);
	}
	type Tone = StatusWords['tone'];
	const statuses: readonly (readonly [count: number, one: string, tone: Tone, many?: string])[] = [
		[counts.pending, 'sending', 'plain'],
		[counts.failed, 'failed', 'bad'],
		[counts.unknown, 'unknown', 'fair'],
		[counts.different, 'unexpected result', 'fair', 'unexpected results'],
		[counts.undone, `undone ${formatTimeOfDay(undoing[0]?.at ?? 0)}`, 'plain']
	];
	return statuses
		.filter(([count]) => count > 0)
		.map(([count, one, tone, many = one]) => ({ word: format(count, one, many), tone }));
}

/** The value before the mutation; empty when it changes no describable value. */
export function describeBefore({ mutation, before }: LogEntry): string {
	return isReactionMutation(mutation)
		? describeReactionChange(mutation).before
		: describeValue(mutation, before);
}

/** The value after the mutation, as the chat reports it. */
export function describeAfter({ mutation, after, outcome }: LogEntry): string {
	if (isReactionMutation(mutation) && outcome.kind === 'done')
		return describeReactionChange(mutation).after;
	if (after) return describeValue(mutation, after);
	if (outcome.kind === 'pending') return '…';
	return outcome.kind === 'failed' ? 'not changed' : 'unknown';
}

/** The first characters of a text, at most `most`, without splitting a surrogate pair. */
export function takeFirst(text: string, most: number): string {
	const cut = text.slice(0, most);
	return text.length > most ? cut.replace(/[\uD800-\uDBFF]$/, '') : cut;
}
