import * as v from 'valibot';
import { distinctByID } from '$lib/format/list';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { address, count, flag, identifier, list, name, record } from './primitives';

const USER = {
	id: identifier,
	fullName: v.exactOptional(name),
	username: v.exactOptional(name),
	phoneNumber: v.exactOptional(name),
	email: v.exactOptional(name),
	imgURL: v.exactOptional(address),
	isSelf: v.exactOptional(flag),
	cannotMessage: v.exactOptional(flag)
};

export const user = record(USER);

const participant = record({
	...USER,
	isAdmin: v.exactOptional(flag),
	isNetworkBot: v.exactOptional(flag),
	isPending: v.exactOptional(flag)
});

export const participants = v.pipe(
	record({
		items: v.optional(list(participant, SIZE_LIMITS.participants), () => []),
		hasMore: v.optional(flag, false),
		total: v.exactOptional(count)
	}),
	v.transform(({ items: listed, hasMore, total }) => {
		const items = distinctByID(listed);
		// Entries beyond the limit may have been cut.
		const isCut = listed.length === SIZE_LIMITS.participants;
		return { items, hasMore: hasMore || isCut, total: total ?? items.length };
	})
);
