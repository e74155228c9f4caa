import { readValue } from '../capabilities/value';
import { isWorking } from '../capabilities/model';
import { formatLimit } from '../capabilities/format';
import type { Chat } from '../chat/chat';
import { isMissing, RELEASES, type Release } from '../connection/features';
import { isNetworkNamed, type NetworkIndex } from '../chat/network';
import type { Server } from '../connection/source';
import { getTimerChoices } from './timer';
import { ACTION_WORDS, getAction, type Action } from './actions';
import type { Mutation } from './mutation';

/** Whether something may be tried. Only `refused` disables a control. */
export type Permission =
	| { kind: 'allowed' }
	/** Nobody says that it works, so it may be refused; `hint` says it in a few words. */
	| { kind: 'unstated'; hint: string }
	| { kind: 'refused'; reason: string };

/** What decides beside the chat itself. */
export interface PermissionContext {
	getNetwork: NetworkIndex;
	/** Why nothing may be changed: see `getBlockedReason`. */
	blockedReason: string | null;
	/** Absent until the server has said what it is. */
	server?: Server | undefined;
	/** Names and texts are made up: see `privacy/disguise.ts`. */
	isDisguised?: boolean;
}

export const ALLOWED: Permission = { kind: 'allowed' };
export const UNSTATED: Permission = { kind: 'unstated', hint: 'Not stated; may be refused' };
export const UNREPORTED: Permission = {
	kind: 'unstated',
	hint: 'Not reported; Beeper decides'
};

/** The capability that governs an action, and what Beeper must have for it. */
const RULES: Readonly<Record<Action, { capability?: string; needs?: Release }>> = {
	archive: { capability: 'archive' },
	unarchive: { capability: 'archive' },
	mute: { needs: 'patch' },
	unmute: { needs: 'patch' },
	pin: { needs: 'patch' },
	unpin: { needs: 'patch' },
	'low-priority': { needs: 'patch' },
	'normal-priority': { needs: 'patch' },
	read: { needs: 'read' },
	unread: { capability: 'markAsUnread', needs: 'read' },
	title: { capability: 'state.title', needs: 'patch' },
	description: { capability: 'state.description', needs: 'patch' },
	avatar: { capability: 'state.avatar', needs: 'patch' },
	timer: { capability: 'state.disappearingTimer', needs: 'patch' },
	draft: { needs: 'patch' },
	'clear-draft': { needs: 'patch' },
	remind: {},
	'clear-reminder': {},
	'notify-anyway': { needs: 'notifyAnyway' },
	react: { capability: 'reaction', needs: 'reactions' },
	unreact: { capability: 'reaction', needs: 'reactions' },
	focus: {},
	upload: {},
	start: { needs: 'start' },
	create: {}
};

/** What needs the right to write in the chat, as far as the chat does not say otherwise. */
const PUBLIC: ReadonlySet<Action> = new Set([
	'title',
	'description',
	'avatar',
	'timer',
	'react',
	'unreact'
]);

/** What is chosen or written by looking at words, which may be made up. */
const WORDED: ReadonlySet<Action> = new Set([
	'title',
	'description',
	'avatar',
	'draft',
	'upload',
	'start',
	'create'
]);

/** Whether an action may be tried at all, whatever the chat. */
export function getGeneralPermission(
	action: Action,
	{ blockedReason, server, isDisguised = false }: Omit<PermissionContext, 'getNetwork'>
): Permission {
	if (blockedReason !== null && action !== 'focus')
		return { kind: 'refused', reason: blockedReason };
	if (isDisguised && WORDED.has(action)) {
		const reason = 'Privacy mode shows made-up words: switch it off to change real ones.';
		return { kind: 'refused', reason };
	}
	const { needs } = RULES[action];
	if (!needs || !server || !isMissing(needs, server)) return ALLOWED;
	return { kind: 'refused', reason: `This needs Beeper ${RELEASES[needs]} or newer.` };
}

/** Whether a control for an action is enabled in a chat, and what it says of itself. */
export function getActionPermission(
	chat: Chat,
	action: Action,
	permissionContext: PermissionContext
): Permission {
	const general = getGeneralPermission(action, permissionContext);
	if (general.kind === 'refused') return general;
	const network = permissionContext.getNetwork(chat);
	if (action === 'notify-anyway' && !isNetworkNamed(network, 'imessage')) {
		return { kind: 'refused', reason: 'Only iMessage, on a Mac, can notify anyway.' };
	}
	if (action === 'draft' && chat.isReadOnly) {
		return { kind: 'refused', reason: 'Messages cannot be sent in this chat.' };
	}
	const stated = statedPermission(chat, action, network.name);
	if (stated.kind === 'refused') return stated;
	if (action === 'archive' && chat.isPinned) {
		return { kind: 'unstated', hint: 'Pinned chats may not be archived; unpin it first' };
	}
	if (chat.isReadOnly && PUBLIC.has(action)) {
		return { kind: 'unstated', hint: 'Messages cannot be sent in this chat; may be refused' };
	}
	return stated;
}

function statedPermission(chat: Chat, action: Action, network: string): Permission {
	const { capability } = RULES[action];
	if (capability === undefined) return ALLOWED;
	const reading = readValue(chat.capabilities, capability);
	if (reading.kind === 'unreported') return UNREPORTED;
	if (reading.kind !== 'level' && reading.kind !== 'flag') return UNSTATED;
	if (reading.kind === 'level' ? isWorking(reading.level) : reading.value) return ALLOWED;
	const { noun } = ACTION_WORDS[action];
	return { kind: 'refused', reason: `${network} chats of this kind don’t allow ${noun}.` };
}

/** The same for one write, whose value counts too. */
export function getMutationPermission(
	chat: Chat,
	mutation: Mutation,
	permissionContext: PermissionContext
): Permission {
	const permission = getActionPermission(chat, getAction(mutation), permissionContext);
	if (permission.kind === 'refused') return permission;
	const reason = objectionTo(chat, mutation);
	return reason === null ? permission : { kind: 'refused', reason };
}

function objectionTo(chat: Chat, mutation: Mutation): string | null {
	if (mutation.kind === 'timer' && mutation.value !== null) {
		const timers = getTimerChoices(chat);
		if (timers && !timers.includes(mutation.value)) {
			return 'This chat does not offer that time.';
		}
	}
	const longest = chat.capabilities?.maxTextLength;
	if (mutation.kind === 'draft' && mutation.value && longest !== undefined) {
		const length = [...mutation.value.text].length;
		if (length > longest)
			return `Messages here hold ${formatLimit(longest, 'characters')} at most.`;
	}
	return null;
}
