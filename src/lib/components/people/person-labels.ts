import type { Permission } from '$lib/domain/mutations/permission';
import { getName, type Contact, type Participant, type User } from '$lib/domain/chat/participant';
import { cleanName, isolateName } from '$lib/domain/chat/name';
import { foldText } from '$lib/domain/chat-list/search';

/** The name first, then whatever else tells a person apart. */
export function getAddresses(person: User): readonly string[] {
	const { fullName, username, phoneNumber, email } = person;
	const known = [fullName, username, phoneNumber, email].map(cleanName);
	return [...new Set([getName(person), ...known, person.id].filter(Boolean))];
}

/** What is special about a member of a chat, in a word each. */
export function getPersonMarks(person: Participant): readonly string[] {
	return [
		person.isSelf && 'You',
		person.isAdmin && 'Admin',
		person.isPending && 'Invited',
		person.isNetworkBot && 'Bot',
		person.cannotMessage && 'Can’t be messaged'
	].filter((mark) => typeof mark === 'string');
}

/** Those of whom any name or address holds a text. */
export function findPeople<Person extends User>(
	people: readonly Person[],
	text: string
): readonly Person[] {
	const wanted = foldText(text.trim());
	return people.filter((person) => foldText(getAddresses(person).join(' ')).includes(wanted));
}

/** A person by all that is known of them. */
export function toContact({ id, username, phoneNumber, email, fullName }: User): Contact {
	return {
		id,
		...(username && { username }),
		...(phoneNumber && { phoneNumber }),
		...(email && { email }),
		...(fullName && { fullName })
	};
}

/** Whether a chat with somebody can be started, where chats can be started at all. */
export function getStartPermission(person: User, general: Permission): Permission {
	if (general.kind === 'refused' || !person.cannotMessage) return general;
	return { kind: 'refused', reason: `${isolateName(getName(person))} can’t be messaged.` };
}
