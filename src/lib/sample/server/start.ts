import type { Hono } from 'hono';
import * as v from 'valibot';
import { hashText } from '$lib/format/random';
import type { SampleAccount } from '../accounts';
import type { ChatRecord } from '../make-thread';
import type { WireChat, WireParticipant } from '../api-types';
import { Refusal, refuseField } from './failure';
import { readBody, requireSince } from './validate';
import { toChatRow } from './rows';
import { isSince, type SampleContext } from './sample-context';
import { sendMessage } from './send-messages';

const createBody = v.object({
	accountID: v.string(),
	participantIDs: v.pipe(v.array(v.string()), v.minLength(1)),
	type: v.picklist(['single', 'group']),
	title: v.optional(v.string()),
	messageText: v.optional(v.string())
});

const startBody = v.object({
	accountID: v.string(),
	user: v.object({
		id: v.optional(v.string()),
		username: v.optional(v.string()),
		phoneNumber: v.optional(v.string()),
		email: v.optional(v.string()),
		fullName: v.optional(v.string())
	}),
	messageText: v.optional(v.string()),
	allowInvite: v.optional(v.boolean(), true)
});

function findAccount(sample: SampleContext, accountID: string): SampleAccount {
	const found = sample.world.accounts.find(({ account }) => account.accountID === accountID);
	if (!found) throw new Refusal(404, 'Account not found');
	return found;
}

function findPerson(sample: SampleContext, accountID: string, id: string): WireParticipant {
	const known = sample.world.people(accountID)?.known ?? [];
	return known.find((user) => user.id === id) ?? { id };
}

function findDirectChat(sample: SampleContext, accountID: string, userID: string) {
	return sample.world.chats.find(
		({ chat }) =>
			chat.accountID === accountID &&
			chat.type === 'single' &&
			chat.participants.items.some(({ id }) => id === userID)
	);
}

function openChat(
	sample: SampleContext,
	{ account, kinds }: SampleAccount,
	others: readonly WireParticipant[],
	chat: Pick<WireChat, 'type' | 'title'>
): ChatRecord {
	const { world } = sample;
	const time = sample.now();
	const id = `!new${world.chats.length.toString(36)}:beeper.local`;
	const items = [account.user, ...others];
	// The new chat copies another chat of the account and type, so that it has the same capabilities.
	const alike = world.chats.find(
		(record) => record.chat.accountID === account.accountID && record.chat.type === chat.type
	);
	const capabilities = Object.keys(kinds).length > 0 && alike?.chat.capabilities;
	const record: ChatRecord = {
		chat: {
			...chat,
			id,
			localChatID: String(world.chats.length + 1),
			accountID: account.accountID,
			network: account.network,
			participants: { items, hasMore: false, total: items.length },
			unreadCount: 0,
			...(capabilities && { capabilities })
		},
		activity: time,
		born: time,
		seed: hashText(id),
		history: 0
	};
	world.add(record);
	return record;
}

/** Older clients read `chatID` and `status` too; older servers return nothing else. */
function answer(sample: SampleContext, record: ChatRecord, status: 'existing' | 'created') {
	const legacy = { chatID: record.chat.id, status };
	return isSince(sample, '4.2.808') ? { ...toChatRow(sample, record), ...legacy } : legacy;
}

/** Adds the routes that open chats with people, found by ID, phone number or name. */
export function addStartRoutes(app: Hono, sample: SampleContext) {
	app.post('/v1/chats', async (context) => {
		const body = await readBody(context, createBody);
		const account = findAccount(sample, body.accountID);
		const [first, ...more] = body.participantIDs.map((id) =>
			findPerson(sample, body.accountID, id)
		);
		if (!first || (body.type === 'single' && more.length > 0))
			refuseField('participantIDs', 'A direct chat is with exactly one person');
		const known = body.type === 'single' && findDirectChat(sample, body.accountID, first.id);
		const title = body.type === 'single' ? (first.fullName ?? first.id) : (body.title ?? '');
		const record = known || openChat(sample, account, [first, ...more], { type: body.type, title });
		if (body.messageText) sendMessage(sample, record, { text: body.messageText });
		return context.json(answer(sample, record, known ? 'existing' : 'created'));
	});

	app.post('/v1/chats/start', async (context) => {
		requireSince(sample, '4.2.808');
		const { accountID, user, messageText } = await readBody(context, startBody);
		const account = findAccount(sample, accountID);
		const person = sample.world
			.people(accountID)
			?.known.find(
				({ id, username, phoneNumber, email }) =>
					id === user.id ||
					(username !== undefined && username === user.username) ||
					(phoneNumber !== undefined && phoneNumber === user.phoneNumber) ||
					(email !== undefined && email === user.email)
			);
		if (!person) throw new Refusal(404, 'Nobody on this account matches');
		const known = findDirectChat(sample, accountID, person.id);
		const title = person.fullName ?? person.phoneNumber ?? person.id;
		const record = known ?? openChat(sample, account, [person], { type: 'single', title });
		if (messageText) sendMessage(sample, record, { text: messageText });
		return context.json(answer(sample, record, known ? 'existing' : 'created'));
	});
}
