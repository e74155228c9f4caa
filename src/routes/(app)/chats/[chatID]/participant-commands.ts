import { getStartPermission } from '$lib/components/people/person-labels';
import type { Permission } from '$lib/domain/mutations/permission';
import { formatNumber } from '$lib/format/number';
import { getTitle, type Chat } from '$lib/domain/chat/chat';
import { isolateName } from '$lib/domain/chat/name';
import { getName, type Participant } from '$lib/domain/chat/participant';
import type { RunnableCommand } from '$lib/app/commands.svelte';
import { getRefusal } from '../chat-commands';

export interface ParticipantCommandsOptions {
	start: (person: Participant) => void;
	/** Bring the keyboard to the list, for somebody to be chosen. */
	focusControl: () => void;
	/** Ask for those who are not listed yet. */
	listAll: () => void;
}

/** What the palette can do with the people in a chat. */
export function participantCommands(
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
		const name = 'Start a chat with a participant …';
		commands.push({ id: 'chat-start', name, hint, ...getRefusal(permission), run: focusControl });
	}
	if (items.length < total) {
		const name = `List all ${formatNumber(total)} participants`;
		commands.push({ id: 'chat-participants', name, hint, run: listAll });
	}
	return commands;
}
