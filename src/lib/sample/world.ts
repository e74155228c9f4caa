import { hashText, Random, combineSeeds } from '$lib/format/random';
import { ACCOUNTS, makeAccounts, type SampleAccount } from './accounts';
import { makeChat, type ChatPlan } from './make-chat';
import { FIRST_SORT_KEY, type ChatRecord } from './make-thread';
import { findInsertionIndex } from './binary-search';
import { People } from './people';
import { createRhythm, roundDates } from './rhythm';
import { assignTraits } from './traits';

export interface WorldOptions {
	/** Equal seeds give equal worlds. */
	seed: number;
	chats: number;
	/** Epoch milliseconds. The newest chat is some seconds older. */
	now: number;
	/**
	 * Epoch milliseconds of the last activity of the chat with this index, from 0; several may be
	 * equal. By default, years lie between the oldest chats and seconds between the newest.
	 */
	activityAt?: (index: number) => number;
	/**
	 * True: chats are active when people are awake, and reminders due at full hours, in local time. By
	 * default they are spread evenly, so that ages don't depend on the day and the hour of `now`.
	 */
	hasRhythm?: boolean;
	/**
	 * The login of the simulated Beeper, each with a world of its own; by default the sample
	 * person's.
	 */
	login?: string;
}

/** The state of a server: accounts, people and chats, ordered by activity. */
export class World {
	readonly accounts: readonly SampleAccount[];
	readonly now: number;
	readonly #people: ReadonlyMap<string, People>;
	readonly #newestFirst: ChatRecord[];
	readonly #byID = new Map<string, ChatRecord>();

	/** @param newestFirst - chats with the same activity in the order of their ties, highest first */
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

	/** Moves a chat to the front because of new activity. */
	touch(record: ChatRecord, time: number) {
		this.#takeOut(record);
		this.#putFirst(record, time);
		if (record.mergedInto) this.touch(record.mergedInto, time);
	}

	/** Inserts an existing chat at the position of its activity. */
	insert(record: ChatRecord) {
		const isTaken = () => this.#newestFirst.some(({ activity }) => activity === record.activity);
		while (isTaken()) record.activity++;
		this.#newestFirst.splice(
			findInsertionIndex(this.#newestFirst, pickActivity, record.activity),
			0,
			record
		);
		this.#enter(record);
	}

	add(record: ChatRecord) {
		this.#enter(record);
		this.#putFirst(record, record.activity);
	}

	/** Removes a chat for good; its members are no longer merged. */
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

	/**
	 * Puts a chat before all others, except those dated more than an hour in the future on purpose.
	 */
	#putFirst(record: ChatRecord, time: number) {
		const place = findInsertionIndex(this.#newestFirst, pickActivity, time + HOUR);
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

/** The tie-breaker of chats with the same activity. */
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

/**
 * Milliseconds since the last activity of the chat at `rank` (0 newest, 1 oldest): seconds apart at
 * first, then days, then years.
 */
function ageAt(rank: number): number {
	return NEWEST * (OLDEST / NEWEST) ** (rank ** 0.3);
}

export function makeWorld({
	login,
	chats,
	now,
	activityAt,
	hasRhythm,
	...options
}: WorldOptions): World {
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
	const toAge = hasRhythm ? createRhythm(now) : (age: number) => age;
	let last = now;
	const records = planSlots(accounts, chats, random).flatMap((slot, index) => {
		const { accountID } = slot.owner.account;
		const known = people.get(accountID);
		const partner = partners.get(accountID) ?? 0;
		partners.set(accountID, partner + 1);
		last = Math.min(last - 1, Math.floor(now - toAge(ageAt((index + random.next()) / chats))));
		const activity = activityAt?.(index) ?? last;
		const plan = { ...slot, index, activity, seed: combineSeeds(seed, 2, index) };
		return known ? makeChat(plan, known, partner) : [];
	});
	records.sort(
		(one, other) => pickActivity(other) - pickActivity(one) || findTie(other) - findTie(one)
	);
	assignTraits(records, new Random(combineSeeds(seed, 3)), now);
	for (const record of records) {
		const { chat } = record;
		if (hasRhythm) roundDates(chat);
		// The unread messages, in addition to those that the user has read.
		if (chat.unreadCount > 0) record.history += chat.unreadCount;
		chat.lastReadMessageSortKey = String(FIRST_SORT_KEY + record.history - chat.unreadCount);
	}
	return new World(now, people, records, accounts);
}
