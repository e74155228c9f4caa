import type { MutationResult } from '$lib/domain/mutations/result';
import type { Permission } from '$lib/domain/mutations/permission';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';

/** One request, as it would be sent. */
export interface ShownRequest {
	method: 'POST' | 'PATCH' | 'DELETE';
	path: string;
	/** Absent: no body. */
	body?: Readonly<Record<string, unknown>>;
}

/** What every control that acts on one chat is given. */
export interface ActionProps {
	/** With everything that is under way applied. */
	chat: Chat;
	/** Why nothing at all may be changed, said once for the whole page; null when changes may be tried. */
	blockedReason: string | null;
	getPermission: (mutation: Mutation) => Permission;
	/** Kinds of writes to this chat that are under way. */
	pending: ReadonlySet<Mutation['kind']>;
	onmutate: (mutation: Mutation) => Promise<MutationResult>;
	/** What a write would send, in order. */
	getRequests: (mutation: Mutation) => readonly ShownRequest[];
	/** Copies a request as a command, by `copyText`. */
	oncopy: (request: ShownRequest) => void | Promise<void>;
}

/** What stands below a control: a hint, or why it is off unless that holds for all. Often empty. */
export function getNote(permission: Permission, blockedReason: string | null): string {
	if (permission.kind === 'unstated') return permission.hint;
	if (permission.kind === 'refused' && permission.reason !== blockedReason)
		return permission.reason;
	return '';
}
