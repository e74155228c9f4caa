import * as v from 'valibot';
import { count, flag, identifier, record, text } from './primitives';

const USER = {
	id: identifier,
	fullName: v.exactOptional(text),
	username: v.exactOptional(text),
	phoneNumber: v.exactOptional(text),
	email: v.exactOptional(text),
	imgURL: v.exactOptional(text),
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
		items: v.optional(v.array(participant), () => []),
		hasMore: v.optional(flag, false),
		total: v.exactOptional(count)
	}),
	v.transform((listed) => ({ ...listed, total: listed.total ?? listed.items.length }))
);
