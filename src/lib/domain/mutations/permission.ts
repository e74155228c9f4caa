import { readValue } from '../capabilities/value';
import { isWorking } from '../capabilities/model';
import { formatLimit } from '../capabilities/format-value';
import type { Chat } from '../chat/chat';
import { ACTIONS, type Action } from './actions';
import { getAction, type Mutation } from './mutation';
import type { Server } from '../connection/server';
import { isMissing, RELEASES } from '../connection/features';
import { isNetworkNamed, type NetworkIndex } from '../chat/network';

/** The permission to try an action. Only `refused` disables its control. */
export type Permission =
	| { kind: 'allowed' }
	/**
	 * The server does not state that it works, so it may be refused; `hint` says so in a few
	 * words.
	 */
	| { kind: 'unstated'; hint: string }
	| { kind: 'refused'; reason: string };

/** Conditions of permissions other than the chat itself. */
export interface PermissionContext {
	getNetwork: NetworkIndex;
	/** Why all changes are blocked: see `getBlockedReason`; null when they are allowed. */
	blockedReason: string | null;
	/** Absent until the server has identified itself. */
	server?: Server | undefined;
	/** Names and texts are replaced by invented ones: see `privacy/anonymizer.ts`. */
	isAnonymized?: boolean;
}

export const ALLOWED: Permission = { kind: 'allowed' };
export const UNSTATED: Permission = {
	kind: 'unstated',
	hint: 'This network doesn’t say if it allows this'
};
export const UNREPORTED: Permission = {
	kind: 'unstated',
	hint: 'Unknown – Beeper will try'
};

/** The permission to try an action, regardless of the chat. */
export function getGeneralPermission(
	action: Action,
	{ blockedReason, server, isAnonymized = false }: Omit<PermissionContext, 'getNetwork'>
): Permission {
	if (blockedReason !== null && action !== 'focus')
		return { kind: 'refused', reason: blockedReason };
	if (isAnonymized && ACTIONS[action].needsRealText) {
		const reason = 'Turn off Privacy mode to edit.';
		return { kind: 'refused', reason };
	}
	const { since } = ACTIONS[action];
	if (!since || !server || !isMissing(since, server)) return ALLOWED;
	return { kind: 'refused', reason: `Needs Beeper ${RELEASES[since]} or newer.` };
}

/** The permission to try an action in a chat. */
export function getActionPermission(
	chat: Chat,
	action: Action,
	context: PermissionContext
): Permission {
	const general = getGeneralPermission(action, context);
	if (general.kind === 'refused') return general;
	const network = context.getNetwork(chat);
	if (action === 'notify-anyway' && !isNetworkNamed(network, 'imessage')) {
		return { kind: 'refused', reason: '“Notify anyway” works only in iMessage on a Mac.' };
	}
	if ((action === 'draft' || action === 'message') && chat.isReadOnly) {
		return { kind: 'refused', reason: 'Messages can’t be sent in this chat.' };
	}
	const stated = getStatedPermission(chat, action, network.name);
	if (stated.kind === 'refused') return stated;
	if (action === 'archive' && chat.isPinned) {
		return { kind: 'unstated', hint: 'Unpin to archive' };
	}
	if (chat.isReadOnly && ACTIONS[action].isPublic) {
		return {
			kind: 'unstated',
			hint: 'Messages can’t be sent in this chat, so this may not be allowed'
		};
	}
	return stated;
}

function getStatedPermission(chat: Chat, action: Action, network: string): Permission {
	const { capability, noun } = ACTIONS[action];
	if (capability === undefined) return ALLOWED;
	const reading = readValue(chat.capabilities, capability);
	if (reading.kind === 'unreported') return UNREPORTED;
	if (reading.kind !== 'level' && reading.kind !== 'flag') return UNSTATED;
	if (reading.kind === 'level' ? isWorking(reading.level) : reading.value) return ALLOWED;
	return { kind: 'refused', reason: `${network} chats of this kind don’t allow ${noun}.` };
}

/** The permission to try a mutation in a chat, given its action and value. */
export function getMutationPermission(
	chat: Chat,
	mutation: Mutation,
	context: PermissionContext
): Permission {
	const permission = getActionPermission(chat, getAction(mutation), context);
	if (permission.kind === 'refused') return permission;
	const reason = findObjection(chat, mutation);
	return reason === null ? permission : { kind: 'refused', reason };
}

function findObjection(chat: Chat, mutation: Mutation): string | null {
	if (mutation.kind === 'timer' && mutation.value !== null) {
		const timers = getTimerChoices(chat);
		if (timers && !timers.includes(mutation.value)) {
			return 'This chat doesn’t allow that time.';
		}
	}
	const longest = chat.capabilities?.maxTextLength;
	if (mutation.kind === 'draft' && mutation.value && longest !== undefined) {
		const length = [...mutation.value.text].length;
		if (length > longest)
			return `Messages here can have up to ${formatLimit(longest, 'characters')}.`;
	}
	return null;
}

/**
 * The timers that a chat offers for disappearing messages, shortest first.
 *
 * @returns whole seconds, without "forever"; null when any time may be tried
 */
export function getTimerChoices({ capabilities }: Chat): readonly number[] | null {
	const timers = capabilities?.disappearingTimer?.timers;
	if (!timers) return null;
	const seconds = timers.map((ms) => ms / 1000);
	return [...new Set(seconds)]
		.filter((time) => Number.isSafeInteger(time) && time > 0)
		.sort((a, b) => a - b);
}

/** Why a mutation was not sent while Beeper is known not to respond. */
export const AWAY = 'Beeper isn’t responding. Nothing was sent.';

/** The blocked reason while a different Beeper responds than the one whose chats are shown. */
export const OTHER_SERVER =
	'A different Beeper is at this address. Choose which one to show before making changes.';

/**
 * Why all changes are blocked. An expired token does not block them: forms stay open so that no
 * text is lost, and the server refuses the requests.
 *
 * @param isReadOnly - the switch in the header
 * @param canWrite - undefined when the token's permissions are unknown
 * @returns null when changes may be tried
 */
export function getBlockedReason(
	isReadOnly: boolean,
	canWrite: boolean | undefined
): string | null {
	// The switch comes last: with a read-only token, turning it off changes nothing.
	if (canWrite === false) {
		return 'This token is read-only. Create one with write access in Beeper.';
	}
	return isReadOnly ? 'Read-only is on. Turn it off to make changes.' : null;
}
