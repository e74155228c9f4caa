import * as v from 'valibot';
import type { Account } from '$lib/domain/chat/account';
import { identifier, name, record } from './primitives';
import { parseTolerant, type ParseResult } from '../parse';
import { user } from './contact';

const account = record({
	accountID: identifier,
	bridge: v.exactOptional(
		record({ id: v.optional(name, ''), type: identifier, provider: v.optional(name, '') })
	),
	network: v.exactOptional(name),
	user: v.exactOptional(user),
	status: v.exactOptional(name),
	statusText: v.exactOptional(name)
} satisfies Record<Exclude<keyof Account, 'shownID'>, unknown>);

export function readAccount(raw: unknown): ParseResult<Account> {
	return parseTolerant(account, raw);
}
