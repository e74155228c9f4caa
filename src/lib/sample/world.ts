import { hashText, Random, combineSeeds } from '$lib/format/random';
import { ACCOUNTS, makeAccounts, type SampleAccount } from './accounts';
import { makeChat, type ChatPlan } from './chats';
import { FIRST_SORT_KEY, type ChatRecord } from './messages';
import { placeBefore } from './binary-search';
import { People } from './people';
import { dealTraits } from './traits';

export interface WorldOptions {
	/** Equal seeds give equal worlds. */
	seed: number;
	chats: number;
	/** Epoch milliseconds: the newest chat is seconds older than this. */
	now: number;
	/**
	 * Epoch milliseconds of the last activity of the chat made in this turn, from 0; several may have
	 * the same. Unless told, there are years between the oldest chats and seconds between the newest.
	 */
	activityAt?: (index: number) => number;
	/** The login of the Beeper: each has a world of its own; by default the sample person’s. */
	login?: string;
}

/** The state of a server: accounts, people and chats, the chats in order of activity. */
export class World {
	readonly accounts: readonly SampleAccount[];
	readonly now: number;
	readonly #people: ReadonlyMap<string, People>;
	readonly #newestFirst: ChatRecord[];
	readonly #byID = new Map<string, ChatRecord>();

	/** @param newestFirst - those with the same activity by their ties, highest first */
	constructor(
		now: number,
		people: ReadonlyMap<string, People>,
		newestFirst: ChatRecord[],
		accounts: readonly SampleAccount[] = ACCOUNTS
	) {
		this.accounts = accounts;
		this.now = now;
		this.#people = people;
		this.#newestFirst = newestFirst;
		for (const record of newestFirst) this.#enter(record);
	}

	/** Newest activity first. */
	get chats(): readonly ChatRecord[] {
		return this.#newestFirst;
	}

	/** @param id - an `id` or a `localChatID` */
	find(id: string): ChatRecord | undefined {
		return this.#byID.get(id);
	}

	people(accountID: string): People | undefined {
		return this.#people.get(accountID);
	}

	/** Something happened in a chat: it moves to the front. */
	touch(record: ChatRecord, time: number) {
		this.#takeOut(record);
		this.#putFirst(record, time);
		if (record.mergedInto) this.touch(record.mergedInto, time);
	}

	/** A chat that was there all the time comes to stand at its activity. */
	insert(record: ChatRecord) {
		const isTaken = () => this.#newestFirst.some(({ activity }) => activity === record.activity);
		while (isTaken()) record.activity++;
		this.#newestFirst.splice(
			placeBefore(this.#newestFirst, pickActivity, record.activity),
			0,
			record
		);
		this.#enter(record);
	}

	add(record: ChatRecord) {
		this.#enter(record);
		this.#putFirst(record, record.activity);
	}

	/** The chat is gone, for good. */
	remove(record: ChatRecord) {
		this.#takeOut(record);
		this.#byID.delete(record.chat.id);
		if (record.chat.localChatID) this.#byID.delete(record.chat.localChatID);
		for (const member of record.members ?? []) {
			delete member.mergedInto;
			delete member.chat.mergedIntoChatID;
		}
	}

	#takeOut(record: ChatRecord) {
		this.#newestFirst.splice(this.#newestFirst.indexOf(record), 1);
	}

	/** Before all others, but for those dated in a future that is not there by a mistake of minutes. */
	#putFirst(record: ChatRecord, time: number) {
		const place = placeBefore(this.#newestFirst, pickActivity, time + HOUR);
		record.activity = Math.max(time, (this.#newestFirst[place]?.activity ?? 0) + 1);
		record.chat.lastActivity = new Date(record.activity).toISOString();
		this.#newestFirst.splice(place, 0, record);
	}

	#enter(record: ChatRecord) {
		this.#byID.set(record.chat.id, record);
		if (record.chat.localChatID) this.#byID.set(record.chat.localChatID, record);
	}
}

/** The sort key of lists of chats. */
export function pickActivity(record: ChatRecord): number {
	return record.activity;
}

/** Tells chats of the same activity apart. */
export function findTie(record: ChatRecord): number {
	return record.seed;
}

type Slot = Pick<ChatPlan, 'owner' | 'kind'>;

/** One chat of every kind first, then more by the weights of account and kind. */
function planSlots(accounts: readonly SampleAccount[], count: number, random: Random): Slot[] {
	const slots = accounts.flatMap((owner) =>
		Object.keys(owner.kinds).map((kind) => ({ owner, kind }))
	);
	const total = accounts.reduce((sum, { weight }) => sum + weight, 0);
	const chances = slots.map(({ owner, kind }) => {
		const sum = Object.values(owner.kinds).reduce((one, other) => one + other, 0);
		return ((owner.kinds[kind] ?? 0) / sum) * (owner.weight / total);
	});
	const planned = slots.slice(0, count);
	while (planned.length < count) {
		let left = random.next();
		const place = chances.findIndex((chance) => (left -= chance) < 0);
		const slot = slots[place];
		if (slot) planned.push(slot);
	}
	return random.shuffled(planned);
}

const HOUR = 3_600_000;
const NEWEST = 20_000;
const OLDEST = 3 * 365 * 86_400_000;

/** How long ago the chat at `rank` (0 newest, 1 oldest) was last active: seconds, then days, then years. */
function ageAt(rank: number): number {
	return NEWEST * (OLDEST / NEWEST) ** (rank ** 0.3);
}

export function makeWorld({ login, chats, now, activityAt, ...options }: WorldOptions): World {
	const accounts = login === undefined ? ACCOUNTS : makeAccounts(login);
	const seed = login === undefined ? options.seed : combineSeeds(options.seed, hashText(login));
	const random = new Random(combineSeeds(seed, 1));
	const people = new Map(
		accounts.map(({ account }) => [
			account.accountID,
			new People(seed, account.accountID, account.bridge.type)
		])
	);
	const partners = new Map<string, number>();
	let last = now;
	const records = planSlots(accounts, chats, random).flatMap((slot, index) => {
		const { accountID } = slot.owner.account;
		const known = people.get(accountID);
		const partner = partners.get(accountID) ?? 0;
		partners.set(accountID, partner + 1);
		last = Math.min(last - 1, Math.floor(now - ageAt((index + random.next()) / chats)));
		const activity = activityAt?.(index) ?? last;
		const plan = { ...slot, index, activity, seed: combineSeeds(seed, 2, index) };
		return known ? makeChat(plan, known, partner) : [];
	});
	records.sort(
		(one, other) => pickActivity(other) - pickActivity(one) || findTie(other) - findTie(one)
	);
	dealTraits(records, new Random(combineSeeds(seed, 3)), now);
	for (const record of records) {
		const { chat } = record;
		// There are as many messages as are unread, and some that the user knows.
		if (chat.unreadCount > 0) record.history += chat.unreadCount;
		chat.lastReadMessageSortKey = String(FIRST_SORT_KEY + record.history - chat.unreadCount);
	}
	return new World(now, people, records, accounts);
}
