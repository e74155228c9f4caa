import type { Permission } from '$lib/domain/mutations/permission';
import { getName, type Contact, type Participant, type User } from '$lib/domain/chat/participant';
import { cleanName, isolateName } from '$lib/domain/chat/name';
import { foldText } from '$lib/domain/chat-list/search';

/** All names and addresses of a person, display name first. */
export function getAddresses(person: User): readonly string[] {
	const { fullName, username, phoneNumber, email } = person;
	const known = [fullName, username, phoneNumber, email].map(cleanName);
	return [...new Set([getName(person), ...known, person.id].filter(Boolean))];
}

/** Roles of a chat member, in a word each. */
export function getPersonMarks(person: Participant): readonly string[] {
	return [
		person.isSelf && 'You',
		person.isAdmin && 'Admin',
		person.isPending && 'Invited',
		person.isNetworkBot && 'Bot',
		person.cannotMessage && 'Can’t be messaged'
	].filter((mark) => typeof mark === 'string');
}

/** People with a name or address that contains the text. */
export function findPeople<Person extends User>(
	people: readonly Person[],
	text: string
): readonly Person[] {
	const wanted = foldText(text.trim());
	return people.filter((person) => foldText(getAddresses(person).join(' ')).includes(wanted));
}

/** A contact with all known data of a person. */
export function toContact({ id, username, phoneNumber, email, fullName }: User): Contact {
	return {
		id,
		...(username && { username }),
		...(phoneNumber && { phoneNumber }),
		...(email && { email }),
		...(fullName && { fullName })
	};
}

/** The permission to start a chat with this person, given the general permission to start chats. */
export function getStartPermission(person: User, general: Permission): Permission {
	if (general.kind === 'refused' || !person.cannotMessage) return general;
	return { kind: 'refused', reason: `${isolateName(getName(person))} can’t be messaged.` };
}
