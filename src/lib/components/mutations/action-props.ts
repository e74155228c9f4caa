import { getMutationWords } from '$lib/domain/mutations/describe-change';
import type { MutationResult } from '$lib/domain/mutations/result';
import type { Permission } from '$lib/domain/mutations/permission';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';

/** A request as it would be sent. */
export interface ShownRequest {
	method: 'POST' | 'PATCH' | 'DELETE';
	path: string;
	/** Absent: no body. */
	body?: Readonly<Record<string, unknown>>;
}

/** Props of every control that acts on one chat. */
export interface ActionProps {
	/** With all optimistic updates applied. */
	chat: Chat;
	/** Why all changes are blocked, shown once for the whole page; null when they are allowed. */
	blockedReason: string | null;
	getPermission: (mutation: Mutation) => Permission;
	/** Kinds of mutations of this chat that are in progress. */
	pending: ReadonlySet<Mutation['kind']>;
	onmutate: (mutation: Mutation) => Promise<MutationResult>;
	/** The requests that a mutation would send, in order; none while “Show requests” is off. */
	getRequests: (mutation: Mutation) => readonly ShownRequest[];
	/** Copies a request as a command, with `copyText`. */
	oncopy: (request: ShownRequest) => void | Promise<void>;
}

/** The requests of several mutations, each with the label of its action. */
export function getLabelledRequests(
	mutations: readonly Mutation[],
	getRequests: ActionProps['getRequests']
): readonly (ShownRequest & { label: string })[] {
	return mutations.flatMap((mutation) =>
		getRequests(mutation).map((request) => ({
			...request,
			label: getMutationWords(mutation).label
		}))
	);
}

/**
 * The note below a control: a hint, or why the control is disabled, unless that applies to the
 * whole page. Often empty.
 */
export function getNote(permission: Permission, blockedReason: string | null): string {
	if (permission.kind === 'unstated') return permission.hint;
	if (permission.kind === 'refused' && permission.reason !== blockedReason)
		return permission.reason;
	return '';
}
