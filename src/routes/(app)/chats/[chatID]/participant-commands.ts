import { getStartPermission } from '$lib/components/people/person-labels';
import type { Permission } from '$lib/domain/mutations/permission';
import { formatNumber } from '$lib/format/number';
import { getTitle, type Chat } from '$lib/domain/chat/chat';
import { isolateName } from '$lib/domain/chat/name';
import { getName, type Participant } from '$lib/domain/chat/participant';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';
import { getRefusal } from '../chat-commands';

export interface ParticipantCommandsOptions {
	start: (person: Participant) => void;
	/** Focuses the list of participants, where the user chooses one. */
	focusControl: () => void;
	/** Loads the participants that are not listed yet. */
	listAll: () => void;
}

/** The palette's commands for the participants of a chat. */
export function createParticipantCommands(
	chat: Chat,
	permission: Permission,
	{ start, focusControl, listAll }: ParticipantCommandsOptions
): RunnableCommand[] {
	const { items, total } = chat.participants;
	const [person, another] = items.filter(({ isSelf }) => !isSelf);
	const hint = getTitle(chat);
	const commands: RunnableCommand[] = [];
	if (person && !another) {
		commands.push({
			id: 'chat-start',
			name: `Start a chat with ${isolateName(getName(person))}`,
			...getRefusal(getStartPermission(person, permission)),
			run: () => start(person)
		});
	} else if (person) {
		const name = 'Start a chat with a person…';
		commands.push({ id: 'chat-start', name, hint, ...getRefusal(permission), run: focusControl });
	}
	if (items.length < total) {
		const name = `List all ${formatNumber(total)} people`;
		commands.push({ id: 'chat-participants', name, hint, run: listAll });
	}
	return commands;
}
