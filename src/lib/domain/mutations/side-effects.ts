import { formatNumber } from '$lib/format/number';
import { isUnread, type Chat } from '../chat/chat';
import { ACTIONS } from './actions';
import { TOGGLE_KINDS, TOGGLES, type Toggle } from './toggles';
import {
	getAction,
	getKinds,
	type DraftMutation,
	type Mutation,
	type ReminderMutation,
	type ToggleMutation
} from './mutation';
import { hasDraft } from './draft';

/** A change that accompanied a mutation, expressed as the mutation that would make it. */
export type SideEffect = ToggleMutation | ReminderMutation | DraftMutation;

/** A message makes its chat read, and takes the place of its draft. */
const EXPECTED_OF_MESSAGES: readonly Mutation['kind'][] = ['read', 'draft'];

/**
 * Other changes that a mutation caused in its chat: Beeper's settings may archive it, mark it as
 * read and more.
 *
 * Only fields private to this user are compared. New messages change the activity, the last message
 * and the unread count; titles, descriptions, pictures and timers may be changed by other people. A
 * new reminder or draft was made by the user elsewhere and must not be undone.
 *
 * @param before - the chat as last known
 * @param after - the same chat as the server describes it now
 * @param now - epoch milliseconds; a reminder that was due disappears by itself
 */
export function findSideEffects(
	mutation: Mutation,
	before: Chat,
	after: Chat,
	now: number
): readonly SideEffect[] {
	const { id: chatID } = after;
	const toggles = TOGGLE_KINDS.flatMap((kind): SideEffect[] => {
		const value = findFlagChange(kind, before, after);
		return value === undefined ? [] : [{ kind, chatID, value }];
	});
	const effects: SideEffect[] = [...toggles];
	if ((before.reminder?.remindAt ?? 0) > now && after.reminder === null)
		effects.push({ kind: 'remind', chatID, value: null });
	if (hasDraft(before) && after.draft === null)
		effects.push({ kind: 'draft', chatID, value: null });
	const expected = mutation.kind === 'message' ? EXPECTED_OF_MESSAGES : [mutation.kind];
	return effects.filter(({ kind }) => !expected.includes(kind));
}

/** @returns the new value; undefined when unchanged, or when either value is unknown */
function findFlagChange(kind: Toggle, before: Chat, after: Chat): boolean | undefined {
	if (kind === 'read') {
		if (isUnread(before)) return isUnread(after) ? undefined : true;
		return after.isMarkedUnread ? false : undefined;
	}
	const { field } = TOGGLES[kind];
	const [was, is] = [before[field], after[field]];
	return was === undefined || is === undefined || was === is ? undefined : is;
}

/** After "Archived and": `marked as read`. */
export function formatSideEffect(effect: SideEffect): string {
	if (effect.kind === 'remind') return 'cleared its reminder';
	if (effect.kind === 'draft') return 'cleared its draft';
	const { done } = ACTIONS[getAction(effect)];
	return done.charAt(0).toLowerCase() + done.slice(1);
}

/** `Archived`, `Archived and marked as read`, `Archived, unpinned and marked as read` */
export function joinSideEffects(done: string, effects: readonly SideEffect[]): string {
	const words = [done, ...effects.map(formatSideEffect)];
	const last = words.pop() ?? '';
	return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

/**
 * Values that an undo has not restored, each worded to follow "Couldn’t restore:".
 *
 * @param before - the chat before the mutations that were undone
 * @param now - the chat after the undo
 * @param touched - these mutations, their side effects and those of the undo
 */
export function findLosses(
	before: Chat,
	now: Chat,
	touched: readonly Pick<Mutation, 'kind'>[]
): readonly string[] {
	const kinds = new Set(touched.map(({ kind }) => kind));
	const losses: string[] = TOGGLE_KINDS.filter(
		(kind) => kinds.has(kind) && isLost(kind, before, now)
	).map((kind) => TOGGLES[kind].noun);
	if (kinds.has('read') && isUnread(now) && now.unreadCount < before.unreadCount)
		losses.push('unread count');
	if (kinds.has('remind') && before.reminder && now.reminder === null) losses.push('reminder');
	if (kinds.has('draft') && hasDraft(before) && now.draft === null) losses.push('draft');
	if (kinds.has('start') || kinds.has('create')) losses.push('what was started or sent');
	return losses;
}

/** New messages make a chat unread again, which is no loss. */
function isLost(kind: Toggle, before: Chat, now: Chat): boolean {
	if (kind === 'read') return isUnread(before) ? !isUnread(now) : now.isMarkedUnread === true;
	return findFlagChange(kind, now, before) !== undefined;
}

/** `Couldn’t restore: unread count` */
export function formatLosses(losses: readonly string[]): string {
	return `Couldn’t restore: ${losses.join(', ')}`;
}

/**
 * Summary of the side effects of many mutations: `37 were also marked as read`; empty without any.
 */
export function countSideEffects(effects: readonly SideEffect[]): readonly string[] {
	return [...getKinds(effects)].flatMap((kind) => {
		const alike = effects.filter((effect) => effect.kind === kind);
		return [true, false].flatMap((isOn) => {
			const same = alike.filter(({ value }) => (value !== null && value !== false) === isOn);
			const [first] = same;
			if (!first) return [];
			const count = formatNumber(same.length);
			if (first.kind === 'remind') return `${count} also lost their reminder`;
			if (first.kind === 'draft') return `${count} also lost their draft`;
			return `${count} ${same.length === 1 ? 'was' : 'were'} also ${formatSideEffect(first)}`;
		});
	});
}
