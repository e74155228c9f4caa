import { padNumber } from '$lib/format/number';
import { hashText, Random, combineSeeds } from '$lib/format/random';
import { makeName } from './names';
import type { WireParticipant, WireUser } from './api-types';

/** Numbers kept free for fiction: 555-0100 to 555-0199 of each North American area. */
function phoneNumber(index: number): string {
	const area = 201 + (Math.floor(index / 100) % 780);
	return `+1${area}55501${padNumber(index % 100)}`;
}

const WITH_PHONES = new Set(['whatsapp', 'signal', 'telegram', 'gmessages', 'gvoice', 'imessage']);

/**
 * The people that one account knows, created on first access; person 0 is always the same person.
 */
export class People {
	readonly #people: WireUser[] = [];
	readonly #seed: number;
	readonly #accountID: string;
	readonly #bridgeType: string;

	constructor(seed: number, accountID: string, bridgeType: string) {
		this.#seed = combineSeeds(seed, hashText(accountID));
		this.#accountID = accountID;
		this.#bridgeType = bridgeType;
	}

	/** The people created so far, which are the account's contacts. */
	get known(): readonly WireUser[] {
		return this.#people;
	}

	at(index: number): WireParticipant {
		while (this.#people.length <= index) this.#people.push(this.#make(this.#people.length));
		return this.#people[index] ?? this.#make(index);
	}

	#make(index: number): WireUser {
		const random = new Random(combineSeeds(this.#seed, index));
		const user: WireUser = {
			id: `@${this.#bridgeType}_${random.token(10)}${index}:beeper.local`,
			fullName: makeName(random)
		};
		if (WITH_PHONES.has(this.#bridgeType))
			user.phoneNumber = phoneNumber(hashText(this.#accountID) + index);
		else user.username = `${random.token(6)}.${index}`;
		if (this.#bridgeType === 'linkedin' || this.#bridgeType === 'googlechat')
			user.email = `person${index}@example.org`;
		if (random.chance(0.6)) user.imgURL = `mxc://beeper.local/avatar-${random.token(16)}`;
		if (random.chance(0.01)) user.cannotMessage = true;
		// Many members of large groups are known by their number alone.
		if (user.phoneNumber !== undefined && random.chance(0.04)) delete user.fullName;
		return user;
	}
}
